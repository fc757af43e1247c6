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
  closeCasesOfDoor(turn, staffId, compartmentNumber);
  const evacuated = openCases(register).find(({ caseNumber }) => caseNumber === outOfService.caseNumber);
  if (evacuated?.kind === "evacuated" && !isShared) {
    turn.emit({ type: "caseClosed", payload: { caseNumber: evacuated.caseNumber, staffId } });
  }
}

/** Staff stood before the door and found it in order: the cases about its lock end. */
export function closeCasesOfDoor(turn: Turn, staffId: StaffId, compartmentNumber: CompartmentNumber): void {
  for (const { caseNumber, kind, compartmentNumber: about } of openCases(turn.world.register)) {
    const isOfThisDoor = about === compartmentNumber && aboutLock.has(kind);
    if (isOfThisDoor) turn.emit({ type: "caseClosed", payload: { caseNumber, staffId } });
  }
}
