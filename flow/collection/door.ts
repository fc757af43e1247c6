import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import { isUnlockingBlocked } from "../choice.ts";
import type { Handler } from "../handler.ts";
import {
  endsOpening,
  findSensorFaulty,
  followOpening,
  isSensorInDoubt,
  isShutNow,
  requestOpening,
} from "../opening.ts";
import { endsPrint } from "../prints.ts";
import type { AtStep } from "../state.ts";
import type { Turn } from "../turn.ts";
import { openResult } from "./credential.ts";

/** Times that one visit may open the same result's door. */
export const MAX_OPENINGS = 3;

export const collectionOpening: Handler<"collectionOpening"> = (turn, at, input) => {
  const { dossierId, opening, openings } = at;
  if (!endsOpening(input, opening)) return;
  const { compartmentNumber } = opening;
  if (input.isRecovered && input.outcome === "unresolved") {
    return turn.go({ step: "collectionConfirm", dossierId, opening, wasSeen: false, openings });
  }
  const result = followOpening(turn, input, { opening, wish: { compartmentNumber, reason: "collection", dossierId } });
  if (result.kind === "tryingAgain") return turn.go({ ...at, opening: result.opening });
  if (result.kind === "failed") {
    const { caseKind, caseNumber } = result;
    emitAbandoned(turn, at, "doorFailed");
    return turn.go({ step: "collectionFailed", dossierId, compartmentNumber, caseKind, caseNumber });
  }
  const open = { step: "collectionOpen", dossierId, opening, openings } as const;
  if (isSensorInDoubt(turn, compartmentNumber)) return turn.go({ ...open, canSayShut: true });
  if (isShutNow(turn, compartmentNumber)) {
    return turn.go({ step: "collectionConfirm", dossierId, opening, wasSeen: true, openings });
  }
  // Nothing was sent, because the door was read open: if it is shut, the sensor lies.
  turn.go(input.outcome === "alreadyOpen" ? { ...open, wasOpenAlready: true, canSayShut: true } : open);
};

/** The door stands open: take it, shut it. */
export const collectionOpen: Handler<"collectionOpen"> = (turn, at, input) => {
  const { dossierId, opening, openings } = at;
  const isShut =
    (input.kind === "doorChanged" &&
      input.compartmentNumber === opening.compartmentNumber &&
      input.reading.door === "closed") ||
    (input.kind === "restarted" && isShutNow(turn, opening.compartmentNumber));
  const wasSeen = !isSensorInDoubt(turn, opening.compartmentNumber);
  if (isShut) return turn.go({ step: "collectionConfirm", dossierId, opening, wasSeen, openings });
  if (input.kind === "intent" && input.intent.kind === "doorIsShut" && at.canSayShut) saidShut(turn, at);
};

/**
 * The sensor says "open", the person says "shut": the person is believed, and not locked out. A door that was read open
 * before anything was sent may never have opened: it is asked for anew, with a sensor that counts for nothing.
 */
function saidShut(turn: Turn, at: AtStep<"collectionOpen">): void {
  const { dossierId, opening, openings } = at;
  const { compartmentNumber } = opening;
  findSensorFaulty(turn, compartmentNumber);
  if (at.wasOpenAlready && openings < MAX_OPENINGS && !isUnlockingBlocked(turn.world)) {
    const again = requestOpening(turn, { compartmentNumber, reason: "collection", dossierId });
    return turn.go({ step: "collectionOpening", dossierId, opening: again, openings: openings + 1 });
  }
  turn.go({ step: "collectionConfirm", dossierId, opening, wasSeen: false, openings });
}

/** Taken, or opened and nothing taken: the second is an outcome of its own and the result stays uncollected (I5). */
export const collectionConfirm: Handler<"collectionConfirm"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { dossierId, opening, openings } = at;
  switch (input.intent.kind) {
    case "confirmTaken":
      emitCollected(turn, { ...at, compartmentNumber: opening.compartmentNumber }, "person");
      return turn.go({ step: "rating", of: "collection", outcome: "collected" });
    case "confirmNothingTaken":
      emitAbandoned(turn, at, "nothingTaken");
      return turn.go({ step: "rating", of: "collection", outcome: "nothingTaken" });
    case "openAgain": {
      if (openings >= MAX_OPENINGS || isUnlockingBlocked(turn.world)) return;
      const { compartmentNumber } = opening;
      const again = requestOpening(turn, { compartmentNumber, reason: "collection", dossierId });
      return turn.go({ step: "collectionOpening", dossierId, opening: again, openings: openings + 1 });
    }
    default:
      return;
  }
};

export const collectionFailed: Handler<"collectionFailed"> = (turn, at, input) => {
  if (at.slip !== undefined && endsPrint(input, at.slip)) {
    return turn.go({ ...at, slip: { ...at.slip, state: input.state } });
  }
  if (input.kind !== "intent") return;
  const { dossierId, compartmentNumber, caseKind, caseNumber } = at;
  if (input.intent.kind === "stopWithSlip" && at.slip === undefined) {
    const slip = turn.print({ document: "caseSlip", caseNumber, caseKind, compartmentNumber });
    return turn.go({ ...at, slip });
  }
  if (input.intent.kind === "openAgain" && canTryAgain(at)) {
    const dossier = turn.world.register.get("dossier", dossierId);
    return dossier ? openResult(turn, dossier) : undefined;
  }
  if (input.intent.kind === "confirmTaken" && canSayTaken(at)) {
    // The door was read shut all the time, and the result is in the person's hand: the sensor lies.
    findSensorFaulty(turn, compartmentNumber);
    emitCollected(turn, { dossierId, compartmentNumber, wasSeen: false }, "person");
    return turn.go({ step: "rating", of: "collection", outcome: "collected" });
  }
  if (input.intent.kind === "finish" || input.intent.kind === "back") turn.goHome();
};

/** Only a door that got its pulse may have opened after all. */
export function canSayTaken(at: AtStep<"collectionFailed">): boolean {
  return at.caseKind === "doorJammed" || at.caseKind === "outcomeUnknown";
}

/** A silent board may answer again; a jammed door needs staff. */
export function canTryAgain(at: AtStep<"collectionFailed">): boolean {
  return at.caseKind === "boardSilent";
}

/**
 * The person left: with the door still open, or not to be read, nobody knows; shut without an answer it counts as collected on the evidence
 * of credential and door, unless the sensor still sees something. Where nobody saw the door move and nobody answers there
 * is no evidence, and the result stays uncollected (I5).
 */
export function leaveCollection(turn: Turn, at: AtStep<"collectionOpen"> | AtStep<"collectionConfirm">): void {
  const { dossierId, opening } = at;
  const { compartmentNumber } = opening;
  const { door, occupancy } = turn.world.doorOf(compartmentNumber);
  if (at.step === "collectionOpen" && door === "open" && !isSensorInDoubt(turn, compartmentNumber)) {
    turn.openCase("doorLeftOpen", { compartmentNumber, dossierId });
    emitAbandoned(turn, at, "timedOut");
  } else if (at.step === "collectionOpen" || !at.wasSeen) {
    turn.openCase("collectionUnverified", { compartmentNumber, dossierId });
    emitAbandoned(turn, at, "timedOut");
  } else if (occupancy === "something") {
    emitAbandoned(turn, at, "nothingTaken");
  } else {
    emitCollected(turn, { ...at, compartmentNumber }, "nobody");
  }
  turn.goHome();
}

interface Taken {
  readonly dossierId: Id;
  readonly compartmentNumber: CompartmentNumber;
  readonly wasSeen: boolean;
}

function emitCollected(turn: Turn, taken: Taken, confirmedBy: "person" | "nobody"): void {
  const { dossierId, compartmentNumber, wasSeen } = taken;
  if (!wasSeen) turn.openCase("collectionUnverified", { compartmentNumber, dossierId });
  const { visitId } = turn.visit;
  const payload = { visitId, dossierId, compartmentNumber, isVerified: wasSeen, confirmedBy };
  turn.emit({ type: "resultCollected", payload });
}

type AbandonReason = "nothingTaken" | "timedOut" | "doorFailed";

function emitAbandoned(
  turn: Turn,
  at: { readonly dossierId: string; readonly opening: { readonly compartmentNumber: number } },
  reason: AbandonReason,
): void {
  const { dossierId, opening } = at;
  const { visitId } = turn.visit;
  const payload = { visitId, dossierId, compartmentNumber: opening.compartmentNumber, reason };
  turn.emit({ type: "collectionAbandoned", payload });
}
