import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { CaseNumber, Id, StaffId } from "#core/domain/ids.ts";
import type { CaseKind, OpenReason } from "#core/events/eventParts.ts";
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
}

/** Asks for a door: the request becomes durable with this step, the unlock leaves after it (invariant I1). */
export function requestOpening(turn: Turn, wish: OpenWish, pulse = 1): Opening {
  const requestId = turn.id();
  const useByMs = turn.world.timing.unlockUseByMs;
  const { compartmentNumber, reason, dossierId, staffId } = wish;
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
    },
  });
  turn.do({ kind: "unlock", requestId, compartmentNumber, useByMs });
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
  if (outcome === "jammed" && opening.pulse < MAX_PULSES) {
    return { kind: "tryingAgain", opening: requestOpening(turn, wish, opening.pulse + 1) };
  }
  const caseKind: CaseKind =
    outcome === "jammed" ? "doorJammed" : outcome === "unresolved" ? "outcomeUnknown" : "boardSilent";
  const { compartmentNumber, dossierId } = wish;
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

/** True where the door of this step is read shut now. */
export function isShutNow(turn: Turn, compartmentNumber: CompartmentNumber): boolean {
  return turn.world.doorOf(compartmentNumber).door === "closed";
}
