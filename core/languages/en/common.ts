import type { common as master } from "../vi/common.ts";
import type { CountedWordsLike } from "../wordsLike.ts";

export const common: CountedWordsLike<typeof master> = {
  common: {
    product: "Dossier 24/7",
    pleaseWait: "One moment, please",
    railName: "Step {{step}} of {{steps}}: {{name}}",
    counterName: "Keys",
    back: "Back",
    cancel: "Cancel",
    done: "Done",
    home: "Back to the start",
    next: "Continue",
    clear: "Clear all",
    delete: "Delete",
    digits: "Number keys",
    typed: "{{typed}} of {{length}} digits typed",
    previousPage: "Page before",
    nextPage: "Next page",
    page: "Page {{page}}/{{pages}}",
    call: "Call {{hotline}}",
    caseNumber: "Case number",
    technicianTold: "The technician was told",
    compartment: "Compartment",
  },
  bar: {
    name: "Language, text size and help",
    smaller: "Smaller text",
    normal: "Normal text",
    larger: "Larger text",
    contrast: "High contrast",
    sound: "Read aloud",
    help: "Help",
  },
  help: {
    title: "A person to help you",
    say: "Call the hotline and tell them the machine number below.",
    kiosk: "Machine number",
    office: "Office",
    address: "Address",
    kept: "What you entered is still on the screen.",
    close: "Back to the screen",
  },
  timeWarning: {
    title: "Do you need more time?",
    text_one:
      "Without a touch, the machine returns to the start in about {{count}} second and clears what was entered.",
    text_other:
      "Without a touch, the machine returns to the start in about {{count}} seconds and clears what was entered.",
    more: "I need more time",
  },
  starting: {
    title: "The machine is starting",
    text: "One moment, please. The screen comes back to the step that you were at.",
    replacedTitle: "This screen moved to another window",
    replacedText: "A machine has one screen. Please use the window that was opened last.",
    replacedKey: "Use this screen",
    brokenTitle: "The screen had a problem",
    brokenText: "It opens again by itself in a few seconds. Your dossier and the steps so far are kept.",
    languages: "Máy đang khởi động. Xin chờ một chút.  ·  机器正在启动，请稍候。",
  },
};
