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

/** Cases of many compartments at once: they end with the last of them. */
const aboutMany: ReadonlySet<CaseKind> = new Set(["evacuated", "restored"]);

/**
 * A compartment is used again, and the cases about its lock are closed. What lies inside is not decided by this: one
 * that nobody has looked into since the log lost its end stays closed for that reason.
 */
export function returnToService(turn: Turn, staffId: StaffId, compartmentNumber: CompartmentNumber): void {
  const { outOfService, unseenSinceRestore } = compartmentOf(turn.world.register, compartmentNumber) ?? {};
  if (outOfService === undefined || (unseenSinceRestore !== undefined && outOfService.reason === "restored")) return;
  if (unseenSinceRestore === undefined) return putInService(turn, staffId, compartmentNumber);
  const payload = { compartmentNumber, reason: "restored", caseNumber: unseenSinceRestore, staffId } as const;
  turn.emit({ type: "compartmentTakenOutOfService", payload });
  closeCases(turn, staffId, compartmentNumber);
}

/**
 * Staff stood before the open compartment and said what is inside: what a restored log did not know is known again, and
 * the cases about the lock end.
 */
export function noteLooked(turn: Turn, staffId: StaffId, compartmentNumber: CompartmentNumber): void {
  const outOfService = compartmentOf(turn.world.register, compartmentNumber)?.outOfService;
  if (outOfService?.reason === "restored") putInService(turn, staffId, compartmentNumber);
  else closeCasesOfDoor(turn, staffId, compartmentNumber);
}

function putInService(turn: Turn, staffId: StaffId, compartmentNumber: CompartmentNumber): void {
  turn.emit({ type: "compartmentReturnedToService", payload: { compartmentNumber, staffId } });
  closeCases(turn, staffId, compartmentNumber);
}

function closeCases(turn: Turn, staffId: StaffId, compartmentNumber: CompartmentNumber): void {
  const { register } = turn.world;
  const ended = compartmentOf(register, compartmentNumber)?.outOfService?.caseNumber;
  const isShared = compartmentsOf(register).some(
    (other) =>
      other.compartmentNumber !== compartmentNumber &&
      [other.outOfService?.caseNumber, other.unseenSinceRestore].includes(ended),
  );
  closeCasesOfDoor(turn, staffId, compartmentNumber);
  const shared = openCases(register).find(({ caseNumber }) => caseNumber === ended);
  if (shared !== undefined && aboutMany.has(shared.kind) && !isShared)
    turn.emit({ type: "caseClosed", payload: { caseNumber: shared.caseNumber, staffId } });
}

/** Staff stood before the door and found it in order: the cases about its lock end. */
function closeCasesOfDoor(turn: Turn, staffId: StaffId, compartmentNumber: CompartmentNumber): void {
  for (const { caseNumber, kind, compartmentNumber: about } of openCases(turn.world.register)) {
    const isOfThisDoor = about === compartmentNumber && aboutLock.has(kind);
    if (isOfThisDoor) turn.emit({ type: "caseClosed", payload: { caseNumber, staffId } });
  }
}
