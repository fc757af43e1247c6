import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { StaffId } from "#core/domain/ids.ts";
import type { CaseKind } from "#core/events/eventParts.ts";
import { compartmentOf, compartmentsOf, openCases } from "#core/register/register.ts";
import type { Turn } from "./turn.ts";

/** Cases that end when staff say that the compartment is in order. */
const aboutLock: ReadonlySet<CaseKind> = new Set([
  "doorJammed",
  "outcomeUnknown",
  "doorForced",
  "doorLeftOpen",
  "trouble",
  "boardSilent",
]);

/** A compartment is used again, and the cases about its lock are closed. What lies inside is not decided by this. */
export function returnToService(turn: Turn, staffId: StaffId, compartmentNumber: CompartmentNumber): void {
  const { register } = turn.world;
  const outOfService = compartmentOf(register, compartmentNumber)?.outOfService;
  if (outOfService === undefined) return;
  turn.emit({ type: "compartmentReturnedToService", payload: { compartmentNumber, staffId } });
  // An evacuation is one case of many compartments: it ends with the last of them.
  const isShared = compartmentsOf(register).some(
    (other) =>
      other.compartmentNumber !== compartmentNumber && other.outOfService?.caseNumber === outOfService.caseNumber,
  );
  for (const { caseNumber, kind, compartmentNumber: about } of openCases(register)) {
    const isOfThisDoor = about === compartmentNumber && aboutLock.has(kind);
    const isLastOfAll = kind === "evacuated" && caseNumber === outOfService.caseNumber && !isShared;
    if (isOfThisDoor || isLastOfAll) turn.emit({ type: "caseClosed", payload: { caseNumber, staffId } });
  }
}
