import type { ClosedReason } from "../contract/screen.ts";
import type { ReadinessLine } from "../domain/readiness.ts";

/** What the technician reads first of a kiosk that is closed as a whole; the sentence says more, in English. */
const inVietnamese: Readonly<Record<ClosedReason, string>> = {
  inUse: "một chương trình khác đang giữ sổ",
  fromTheFuture: "sổ do phiên bản mới hơn ghi",
  damaged: "sổ bị hỏng",
  missing: "không thấy sổ, nhưng khóa của sổ vẫn còn",
  migrationFailed: "không nâng cấp được sổ; sổ vẫn như cũ",
  readOnly: "đĩa chỉ cho đọc",
  diskFull: "đĩa đầy",
  notUsable: "không mở được sổ",
  keys: "không mở được khóa mật mã",
};

/** The one line of a closed kiosk. `sentence` says what is wrong and what to run. */
export function closedLine(reason: ClosedReason, code: string, sentence: string): ReadinessLine {
  return {
    subject: { vi: "Máy tạm đóng", en: "The kiosk is closed" },
    state: "notOk",
    fact: { vi: `${code}: ${inVietnamese[reason]}`, en: `${code}: ${sentence}` },
    advice: {
      vi: `Xem docs/damage.md, mã ${code}. Máy tự thử mở lại.`,
      en: `See docs/damage.md, code ${code}. It tries to open again by itself.`,
    },
  };
}
