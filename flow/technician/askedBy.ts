import type { StaffId } from "#core/domain/ids.ts";
import type { AskedBy } from "../state.ts";
import type { Turn } from "../turn.ts";

/** Who asked. */
export function askerOf(by: AskedBy): { readonly staffId: StaffId; readonly staffName: string } {
  return "technician" in by ? by.technician : by.exchange;
}

/** Back to where it was asked. */
export function goBack(turn: Turn, by: AskedBy): void {
  turn.go("technician" in by ? { step: "technicianBench", ...by } : { step: "clerkHome", exchange: by.exchange });
}
