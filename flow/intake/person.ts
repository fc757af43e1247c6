import { citizenNumberFacts } from "#core/domain/citizenNumber.ts";
import { lastFourDigits, parsePhoneNumber } from "#core/domain/phoneNumber.ts";
import { classifyScan } from "#core/domain/scannedCode.ts";
import type { Handler } from "../handler.ts";
import { scanProblem } from "../scans.ts";
import type { Contact, Papers, Person } from "../state.ts";
import type { Turn } from "../turn.ts";

/** Most characters of a name, as the log takes it. */
const LONGEST_NAME = 120;

/** Showing the citizen card. Its QR is unsigned text: it fills the form, it proves no identity. */
export const card: Handler<"card"> = (turn, at, input) => {
  if (input.kind === "scan") {
    const code = classifyScan(input.text);
    if (code.kind !== "citizenCard") return turn.go({ ...at, problem: scanProblem(code, "notACard") });
    const { fullName: name, number: idNumber } = code.card;
    if (name.length > LONGEST_NAME) return turn.go({ ...at, problem: "cardFieldsWrong" });
    return turn.go({ step: "phone", papers: at.papers, person: { name, idNumber, identitySource: "scanned" } });
  }
  if (input.kind !== "intent") return;
  if (input.intent.kind === "back") turn.go({ step: "consent", papers: at.papers });
  if (input.intent.kind === "typeIdentity") turn.go({ step: "identity", papers: at.papers });
};

/** Typing name and number, for whoever has no card at hand. A card that is shown all the same is taken. */
export const identity: Handler<"identity"> = (turn, at, input) => {
  if (input.kind === "scan") {
    const code = classifyScan(input.text);
    // What was typed so far stays on the screen.
    if (code.kind !== "citizenCard") return turn.go({ ...at, problem: scanProblem(code, "notACard") });
    return card(turn, { step: "card", papers: at.papers }, input);
  }
  if (input.kind !== "intent") return;
  const { intent } = input;
  if (intent.kind === "back") return turn.go({ step: "card", papers: at.papers });
  if (intent.kind !== "enterIdentity") return;
  const name = intent.name.normalize("NFC").trim().replace(/\s+/gu, " ");
  if (!/^\p{L}[\p{L}\p{M}' .-]+$/u.test(name) || name.length > LONGEST_NAME)
    return turn.go({ ...at, problem: "nameWrong" });
  // Nine digits: the old identity card, which has no rule to check. Twelve: the citizen number.
  const isNumberRight = /^\d{9}$/.test(intent.idNumber) || citizenNumberFacts(intent.idNumber).ok;
  if (!isNumberRight) return turn.go({ ...at, problem: "cardNumberWrong" });
  turn.go({ step: "phone", papers: at.papers, person: { name, idNumber: intent.idNumber, identitySource: "typed" } });
};

export const phone: Handler<"phone"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { intent } = input;
  const { papers, person } = at;
  if (intent.kind === "back") return turn.go({ step: "card", papers });
  if (intent.kind === "chooseDigitsInstead") return turn.go({ step: "chosenDigits", papers, person });
  if (intent.kind !== "enterPhone") return;
  const parsed = parsePhoneNumber(intent.phone);
  if (!parsed.ok) return turn.go({ ...at, problem: "phoneWrong" });
  turn.go({ step: "phoneReadBack", papers, person, phone: parsed.value });
};

/** The number is read back before it is used: a wrong digit would send the pickup code to a stranger. */
export const phoneReadBack: Handler<"phoneReadBack"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { papers, person } = at;
  if (input.intent.kind === "back") return turn.go({ step: "phone", papers, person });
  if (input.intent.kind !== "confirmPhone") return;
  goToBag(turn, { papers, person, contact: { phone: at.phone, secondValue: lastFourDigits(at.phone) } });
};

export const chosenDigits: Handler<"chosenDigits"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { papers, person } = at;
  if (input.intent.kind === "back") return turn.go({ step: "phone", papers, person });
  if (input.intent.kind !== "enterChosenDigits") return;
  goToBag(turn, { papers, person, contact: { secondValue: input.intent.digits } });
};

function goToBag(
  turn: Turn,
  known: { readonly papers: Papers; readonly person: Person; readonly contact: Contact },
): void {
  turn.go({ step: "bag", ...known, wantsLow: false });
}
