import type { PrintResult } from "#core/contract/control.ts";
import type { PrintOutcome } from "#core/interfaces/printer.ts";

/** A print's outcome in one word. */
export function paperResult(outcome: PrintOutcome): PrintResult {
  if (outcome.kind !== "printed") return outcome.kind;
  return outcome.isVerified ? "printed" : "unverified";
}
