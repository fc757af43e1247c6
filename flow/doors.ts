import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { OpenRequest } from "#core/register/records.ts";
import { compartmentOf, isSensorFaulty, openCases } from "#core/register/register.ts";
import type { Input } from "./input.ts";
import { MAINTENANCE_PULSES } from "./maintenance.ts";
import { findSensorFaulty } from "./opening.ts";
import type { Turn } from "./turn.ts";

/**
 * Writes down what doors did, whatever the visit is about: outcomes of unlocks, doors that were shut again, doors that
 * opened although nobody asked.
 */
export function recordDoor(turn: Turn, input: Input): void {
  if (input.kind === "unlockEnded") recordOutcome(turn, input);
  if (input.kind === "doorChanged") recordChange(turn, input.compartmentNumber, input.reading.door);
  if (input.kind === "doorStoodOpen") recordStanding(turn, input.compartmentNumber, input.stage);
}

/** A door that stays open: whoever stands before it may doubt the sensor; where nobody stands it is a case for staff. */
function recordStanding(turn: Turn, compartmentNumber: CompartmentNumber, stage: StandingStage): void {
  const compartment = compartmentOf(turn.world.register, compartmentNumber);
  if (compartment === undefined || isSensorFaulty(turn.world.register, compartmentNumber)) return;
  const { at } = turn;
  if ("opening" in at && at.opening.compartmentNumber === compartmentNumber) {
    const isOpenStep = at.step === "depositOpen" || at.step === "collectionOpen" || at.step === "loadingOpen";
    if (isOpenStep && stage === "lingering") turn.go({ ...at, canSayShut: true });
    return;
  }
  if (stage === "suspect") findSensorFaulty(turn, compartmentNumber);
  if (stage !== "leftOpen" || compartment.outOfService !== undefined) return;
  const known = openCases(turn.world.register).find(
    (open) => open.kind === "doorLeftOpen" && open.compartmentNumber === compartmentNumber,
  );
  const caseNumber = known?.caseNumber ?? turn.openCase("doorLeftOpen", { compartmentNumber });
  const payload = { compartmentNumber, reason: "doorLeftOpen", caseNumber } as const;
  turn.emit({ type: "compartmentTakenOutOfService", payload });
}

type StandingStage = Extract<Input, { kind: "doorStoodOpen" }>["stage"];

function recordOutcome(turn: Turn, input: Extract<Input, { kind: "unlockEnded" }>): void {
  const { requestId, compartmentNumber, outcome } = input;
  const request = compartmentOf(turn.world.register, compartmentNumber)?.request;
  if (request?.requestId !== requestId || request.outcome !== undefined) return;
  if (outcome === "opened" || outcome === "alreadyOpen") {
    turn.emit({
      type: "compartmentOpened",
      payload: { requestId, compartmentNumber, wasOpenAlready: outcome === "alreadyOpen" },
    });
    // A quick hand shuts the door before the outcome is through: then no later change would tell.
    if (turn.world.doorOf(compartmentNumber).door === "closed") {
      turn.emit({ type: "compartmentClosed", payload: { requestId, compartmentNumber } });
    }
    return;
  }
  turn.emit({ type: "compartmentOpenFailed", payload: { requestId, compartmentNumber, outcome } });
  const { at } = turn;
  const isWaitedFor = "opening" in at && at.opening.requestId === requestId;
  // Whoever asked from outside may send a further pulse to a door that was read shut all the time.
  const mayFollow = request.reason === "maintenance" && outcome === "jammed" && request.pulse < MAINTENANCE_PULSES;
  // Nobody waits for it any more: staff must find out what became of it.
  if (!isWaitedFor && !mayFollow) openCaseFor(turn, compartmentNumber);
}

function openCaseFor(turn: Turn, compartmentNumber: CompartmentNumber): void {
  const caseNumber = turn.openCase("outcomeUnknown", { compartmentNumber });
  const reason = "outcomeUnknown";
  turn.emit({ type: "compartmentTakenOutOfService", payload: { compartmentNumber, reason, caseNumber } });
}

/** True for an unlock whose outcome is not known and whose person still stands here: its door may open late. */
function isPresentDoor({ at }: Turn, request: OpenRequest | undefined): boolean {
  return request?.outcome === "unresolved" && "opening" in at && at.opening.requestId === request.requestId;
}

function recordChange(turn: Turn, compartmentNumber: CompartmentNumber, door: "open" | "closed" | "unknown"): void {
  const compartment = compartmentOf(turn.world.register, compartmentNumber);
  if (compartment === undefined || door === "unknown") return;
  const { request } = compartment;
  const isAwaited = request !== undefined && request.outcome === undefined;
  const isOpened = request?.outcome === "opened" && !request.isClosedAgain;
  if (door === "closed" && request !== undefined && isOpened) {
    turn.emit({ type: "compartmentClosed", payload: { requestId: request.requestId, compartmentNumber } });
  }
  // A sensor that lies says "open" whenever it likes.
  const isDoubted = compartment.faultySensor !== undefined;
  const isUnderWay = isAwaited || isOpened || isDoubted || isPresentDoor(turn, request);
  if (door === "open" && !isUnderWay && compartment.outOfService?.reason !== "doorForced") {
    const caseNumber = turn.openCase("doorForced", { compartmentNumber });
    turn.emit({ type: "doorForced", payload: { compartmentNumber, caseNumber } });
    turn.emit({
      type: "compartmentTakenOutOfService",
      payload: { compartmentNumber, reason: "doorForced", caseNumber },
    });
  }
}
