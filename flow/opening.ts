import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { CaseNumber, Id, StaffId } from "#core/domain/ids.ts";
import type { CaseKind, OpenReason } from "#core/events/eventParts.ts";
import { compartmentOf, isSensorFaulty } from "#core/register/register.ts";
import { isUnlockingBlocked } from "./choice.ts";
import type { InputOf } from "./input.ts";
import type { Opening } from "./state.ts";
import type { Turn } from "./turn.ts";

/** Pulses for one door in one step; each after the door was read (invariant I9). */
const MAX_PULSES = 2;

interface OpenWish {
  readonly compartmentNumber: CompartmentNumber;
  readonly reason: OpenReason;
  readonly dossierId?: Id | undefined;
  readonly staffId?: StaffId | undefined;
  readonly approvedBy?: StaffId | undefined;
}

/** Asks for a door: the request becomes durable with this step, the unlock leaves after it (invariant I1). */
export function requestOpening(turn: Turn, wish: OpenWish, pulse = 1): Opening {
  const requestId = turn.id();
  const useByMs = turn.world.timing.unlockUseByMs;
  const { compartmentNumber, reason, dossierId, staffId, approvedBy } = wish;
  turn.emit({
    type: "compartmentOpenRequested",
    payload: {
      requestId,
      compartmentNumber,
      visitId: turn.visit.visitId,
      reason,
      pulse,
      useByMs,
      ...(dossierId === undefined ? {} : { dossierId }),
      ...(staffId === undefined ? {} : { staffId }),
      ...(approvedBy === undefined ? {} : { approvedBy }),
    },
  });
  const sensor = isSensorInDoubt(turn, compartmentNumber) ? { sensor: "faulty" as const } : {};
  turn.do({ kind: "unlock", requestId, compartmentNumber, useByMs, ...sensor });
  return { compartmentNumber, requestId, pulse };
}

/** What an unlock came to for the flow that asked for it. */
export type OpeningResult =
  | { readonly kind: "opened" }
  | { readonly kind: "tryingAgain"; readonly opening: Opening }
  | { readonly kind: "failed"; readonly caseKind: CaseKind; readonly caseNumber: CaseNumber };

/**
 * Decides what follows an unlock's outcome. The outcome itself was logged by `recordDoor` before. A door read shut after
 * a pulse gets one more; everything else that is not open becomes a case and takes the compartment out of service.
 */
export function followOpening(
  turn: Turn,
  input: InputOf<"unlockEnded">,
  { opening, wish }: { readonly opening: Opening; readonly wish: OpenWish },
): OpeningResult {
  const { outcome } = input;
  if (outcome === "opened" || outcome === "alreadyOpen") return { kind: "opened" };
  // The pulse left, and the sensor cannot say what came of it: the person can.
  const wasPulsed = outcome === "unresolved" || outcome === "jammed";
  if (wasPulsed && isSensorInDoubt(turn, opening.compartmentNumber)) return { kind: "opened" };
  if (outcome === "jammed" && opening.pulse < MAX_PULSES && !isUnlockingBlocked(turn.world)) {
    return { kind: "tryingAgain", opening: requestOpening(turn, wish, opening.pulse + 1) };
  }
  const caseKind: CaseKind =
    outcome === "jammed" ? "doorJammed" : outcome === "unresolved" ? "outcomeUnknown" : "boardSilent";
  const { compartmentNumber, dossierId } = wish;
  // A technician who tries a door that is out of service finds out nothing new.
  const known = compartmentOf(turn.world.register, compartmentNumber)?.outOfService?.caseNumber;
  if (wish.reason === "maintenance" && known !== undefined) return { kind: "failed", caseKind, caseNumber: known };
  const caseNumber = turn.openCase(caseKind, { compartmentNumber, ...(dossierId === undefined ? {} : { dossierId }) });
  // A silent board says nothing about its doors: they are left out while it is silent and used again when it answers.
  if (caseKind !== "boardSilent") {
    turn.emit({ type: "compartmentTakenOutOfService", payload: { compartmentNumber, reason: caseKind, caseNumber } });
  }
  return { kind: "failed", caseKind, caseNumber };
}

/** True where the input ends the unlock that this step waits for. */
export function endsOpening(input: { readonly kind: string }, opening: Opening): input is InputOf<"unlockEnded"> {
  return input.kind === "unlockEnded" && (input as InputOf<"unlockEnded">).requestId === opening.requestId;
}

/** True where the door of this step is read shut now. A faulty sensor is not waited for. */
export function isShutNow(turn: Turn, compartmentNumber: CompartmentNumber): boolean {
  return turn.world.doorOf(compartmentNumber).door === "closed" || isSensorInDoubt(turn, compartmentNumber);
}

/** True where the sensor is declared faulty, in this very step or before. */
export function isSensorInDoubt(turn: Turn, compartmentNumber: CompartmentNumber): boolean {
  return turn.declaredFaulty.has(compartmentNumber) || isSensorFaulty(turn.world.register, compartmentNumber);
}

/**
 * The machine concludes that a door's sensor lies: a case for staff, and from now on the person is asked. The compartment
 * stays in service for what is inside; intake leaves it out.
 */
export function findSensorFaulty(turn: Turn, compartmentNumber: CompartmentNumber): CaseNumber | undefined {
  if (isSensorInDoubt(turn, compartmentNumber)) return undefined;
  const caseNumber = turn.openCase("sensorFaulty", { compartmentNumber });
  const payload = { compartmentNumber, isFaulty: true, source: "found", caseNumber } as const;
  turn.emit({ type: "doorSensorDeclared", payload });
  turn.declaredFaulty.add(compartmentNumber);
  return caseNumber;
}
