import type { ClosedReason } from "#core/contract/screen.ts";

/** One letter and digit for each reason, for the telephone; `docs/damage.md` explains them. */
const codes: Readonly<Record<ClosedReason, string>> = {
  inUse: "K1",
  fromTheFuture: "K2",
  damaged: "K3",
  missing: "K4",
  migrationFailed: "K5",
  readOnly: "K6",
  diskFull: "K7",
  notUsable: "K8",
  keys: "K9",
};

/** What a caller reads out: which machine, and why it is closed. */
export function faultCode(kioskNumber: number, reason: ClosedReason): string {
  return `${String(kioskNumber).padStart(4, "0")}-${codes[reason]}`;
}
