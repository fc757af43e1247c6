import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { StaffId } from "#core/domain/ids.ts";
import { mayHoldDossier } from "#core/register/holding.ts";
import { compartmentOf, compartmentsOf } from "#core/register/register.ts";
import type { Handler } from "../handler.ts";
import { endsOpening, isSensorInDoubt, requestOpening } from "../opening.ts";
import type { AskedBy, Evacuation } from "../state.ts";
import type { Turn } from "../turn.ts";
import { askerOf, goBack } from "./askedBy.ts";

/** Opens every door in turn, those with dossiers first: one request, one unlock, one outcome at a time, no broadcast. */
export function beginEvacuation(turn: Turn, by: AskedBy, approvedBy: StaffId): void {
  const { register } = turn.world;
  const caseNumber = turn.openCase("evacuated");
  const { staffId } = askerOf(by);
  const { visitId } = turn.visit;
  turn.emit({ type: "evacuationStarted", payload: { visitId, staffId, approvedBy, caseNumber } });
  const numbers = compartmentsOf(register).map(({ compartmentNumber }) => compartmentNumber);
  const holding = numbers.filter((compartmentNumber) => mayHoldDossier(register, compartmentNumber));
  const waiting = [...holding, ...numbers.filter((compartmentNumber) => !holding.includes(compartmentNumber))];
  openNext(turn, { by, staffId, approvedBy, caseNumber, waiting, opened: [], failed: [], holding });
}

/** The next door that can be asked for; what stands open needs no unlock, what does not answer is passed over. */
function openNext(turn: Turn, evacuation: Evacuation): void {
  let left = evacuation;
  for (const compartmentNumber of evacuation.waiting) {
    left = { ...left, waiting: left.waiting.filter((waiting) => waiting !== compartmentNumber) };
    const isDoubted = isSensorInDoubt(turn, compartmentNumber);
    if (turn.world.doorOf(compartmentNumber).door === "open" && !isDoubted) {
      left = noteOpened(turn, left, compartmentNumber);
    } else if (!turn.world.isBoardOnline(compartmentNumber) || isInMotion(turn, compartmentNumber)) {
      left = { ...left, failed: [...left.failed, compartmentNumber] };
    } else {
      return ask(turn, left, compartmentNumber);
    }
  }
  finish(turn, left);
}

function isInMotion({ world }: Turn, compartmentNumber: CompartmentNumber): boolean {
  const request = compartmentOf(world.register, compartmentNumber)?.request;
  return request !== undefined && request.outcome === undefined;
}

function ask(turn: Turn, evacuation: Evacuation, compartmentNumber: CompartmentNumber): void {
  const { staffId, approvedBy } = evacuation;
  const opening = requestOpening(turn, { compartmentNumber, reason: "evacuation", staffId, approvedBy });
  turn.go({ step: "evacuationOpening", evacuation, opening });
}

/** What lay inside may be anywhere now: nobody gets anything out of it before staff have looked. */
function noteOpened(turn: Turn, evacuation: Evacuation, compartmentNumber: CompartmentNumber): Evacuation {
  const { caseNumber, staffId } = evacuation;
  const payload = { compartmentNumber, reason: "evacuated", caseNumber, staffId } as const;
  turn.emit({ type: "compartmentTakenOutOfService", payload });
  return { ...evacuation, opened: [...evacuation.opened, compartmentNumber] };
}

export const evacuationOpening: Handler<"evacuationOpening"> = (turn, at, input) => {
  const { evacuation, opening } = at;
  if (input.kind === "intent" && input.intent.kind === "stopDoorTest") {
    const failed = [...evacuation.failed, ...evacuation.waiting];
    return turn.go({ ...at, evacuation: { ...evacuation, waiting: [], failed } });
  }
  if (!endsOpening(input, opening)) return;
  const { compartmentNumber } = opening;
  const { outcome } = input;
  // A pulse that may have left counts as an opened door: it is safer to look than to trust.
  const isPerhapsOpen = outcome === "opened" || outcome === "alreadyOpen" || outcome === "unresolved";
  const wasDoubted = outcome === "jammed" && isSensorInDoubt(turn, compartmentNumber);
  const after =
    isPerhapsOpen || wasDoubted
      ? noteOpened(turn, evacuation, compartmentNumber)
      : { ...evacuation, failed: [...evacuation.failed, compartmentNumber] };
  // After a restart nobody knows who stands there: no further door.
  if (input.isRecovered) return turn.go({ ...at, evacuation: after });
  openNext(turn, after);
};

export const evacuationDone: Handler<"evacuationDone"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  if (input.intent.kind === "finish" || input.intent.kind === "back") goBack(turn, at.evacuation.by);
};

function finish(turn: Turn, evacuation: Evacuation): void {
  endEvacuation(turn, evacuation);
  turn.go({ step: "evacuationDone", evacuation });
}

/** The list of what was opened and what was not becomes durable. */
export function endEvacuation(turn: Turn, { caseNumber, opened, failed, waiting }: Evacuation): void {
  const { visitId } = turn.visit;
  const payload = { visitId, caseNumber, opened: [...opened], failed: [...failed, ...waiting] };
  turn.emit({ type: "evacuationEnded", payload });
}
