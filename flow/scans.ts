import type { Problem } from "#core/contract/screen.ts";
import type { ScannedCode } from "#core/domain/scannedCode.ts";
import type { At, AtStep } from "./state.ts";

const codeSteps = ["card", "identity", "bag", "credential", "lookup", "loading", "secondPerson"] as const;

/** True in the steps in which a code that is held up means something and its problem has a place on the screen. */
export function takesCodes(at: At): at is AtStep<(typeof codeSteps)[number]> {
  // The second person's PIN is typed: from then on no card is waited for.
  if (at.step === "secondPerson" && at.second !== undefined) return false;
  return codeSteps.some((step) => step === at.step);
}

/** The sentence for a code that does not help in a step; `wanted` is the sentence for a code of ours of another kind. */
export function scanProblem(code: ScannedCode, wanted: Problem): Problem {
  switch (code.kind) {
    case "healthCard":
      return ofCard("healthCard", wanted);
    case "oldNationalCovid":
      return ofCard("oldDeclaration", wanted);
    case "citizenNumberOnly":
    case "machineReadableZone":
      return ofCard("oldCard", wanted);
    case "vneid":
      return ofCard("phoneCode", wanted);
    case "bankQr":
      return "bankCode";
    case "webAddress":
      return "webAddress";
    case "tooLong":
    case "noise":
    case "damagedReceipt":
      return "unreadableCode";
    case "faultyCitizenCard":
      return wanted === "notACard" ? "cardFieldsWrong" : wanted;
    case "unknown":
      return "foreignCode";
    default:
      return wanted;
  }
}

/** Which side of which card to show helps only where a card is wanted. */
function ofCard(problem: Problem, wanted: Problem): Problem {
  return wanted === "notACard" ? problem : wanted;
}
