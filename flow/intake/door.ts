import type { DraftEvent } from "#core/events/event.ts";
import { chooseCompartment, isUnlockingBlocked } from "../choice.ts";
import type { Handler } from "../handler.ts";
import type { Input } from "../input.ts";
import {
  endsOpening,
  findSensorFaulty,
  followOpening,
  isSensorInDoubt,
  isShutNow,
  requestOpening,
} from "../opening.ts";
import { endsPrint } from "../prints.ts";
import type { AtStep, Deposit, Opening } from "../state.ts";
import type { Turn } from "../turn.ts";
import { openFor } from "./bag.ts";
import { confirmDeposit } from "./confirm.ts";

/** Waiting for the board: the outcome is the next input. */
export const depositOpening: Handler<"depositOpening"> = (turn, at, input) => {
  const { deposit, opening } = at;
  if (!endsOpening(input, opening)) return;
  const { compartmentNumber } = opening;
  // Whether the door opened while the program was down nobody knows: the person is asked, nothing is pulsed by itself.
  if (input.isRecovered && input.outcome === "unresolved") {
    return turn.go({ step: "depositCheck", deposit, opening, why: "restarted" });
  }
  const result = followOpening(turn, input, { opening, wish: { compartmentNumber, reason: "deposit" } });
  if (result.kind === "tryingAgain") return turn.go({ ...at, opening: result.opening });
  if (result.kind === "opened") {
    const open = { step: "depositOpen", deposit, opening, ending: "deposit" } as const;
    const isDoubted = isSensorInDoubt(turn, compartmentNumber);
    turn.go(isDoubted || input.outcome === "alreadyOpen" ? { ...open, canSayShut: true } : open);
    if (!isDoubted && isShutNow(turn, compartmentNumber)) doorShut(turn, open);
    return;
  }
  const tried = [...deposit.tried, compartmentNumber];
  const next = chooseCompartment(turn.world, { wantsLow: deposit.wantsLow, except: tried });
  const { caseKind, caseNumber } = result;
  const atMs = turn.world.isTimeTrusted ? turn.world.nowMs : undefined;
  turn.go({
    step: "depositJammed",
    deposit: { ...deposit, tried },
    failed: compartmentNumber,
    caseKind,
    caseNumber,
    next,
    atMs,
  });
};

/** The door stands open. Shutting it is the confirmation. */
export const depositOpen: Handler<"depositOpen"> = (turn, at, input) => {
  if (input.kind === "restarted") {
    const { deposit, opening } = at;
    const { compartmentNumber } = opening;
    // Shut, or not to be read: only a door that is seen open may still be shut by the person.
    const isSeenOpen =
      turn.world.doorOf(compartmentNumber).door === "open" && !isSensorInDoubt(turn, compartmentNumber);
    if (!isSeenOpen) turn.go({ step: "depositCheck", deposit, opening, why: "restarted" });
    return;
  }
  if (isShutting(input, at.opening)) return doorShut(turn, at);
  if (input.kind !== "intent") return;
  if (input.intent.kind === "cancel") turn.go({ ...at, ending: "cancel" });
  if (input.intent.kind === "reportTrouble") turn.go({ ...at, ending: "trouble" });
  if (input.intent.kind === "back") turn.go({ ...at, ending: "deposit" });
  if (input.intent.kind === "doorIsShut" && at.canSayShut) saidShut(turn, at);
};

/** The sensor says "open", the person says "shut": then the person also says whether the bag is inside. */
function saidShut(turn: Turn, at: AtStep<"depositOpen">): void {
  const { deposit, opening, ending } = at;
  findSensorFaulty(turn, opening.compartmentNumber);
  if (ending === "deposit") return turn.go({ step: "depositCheck", deposit, opening, why: "saidShut" });
  doorShut(turn, at);
}

/** The sensor contradicts, or the program restarted: the person says whether the bag is inside. */
export const depositCheck: Handler<"depositCheck"> = (turn, at, input) => {
  const { deposit, opening } = at;
  const isDoubted = isSensorInDoubt(turn, opening.compartmentNumber);
  const isOpen = !isDoubted && turn.world.doorOf(opening.compartmentNumber).door === "open";
  // It opened after all: shutting it confirms, as always.
  if (isOpen && isAboutDoor(input)) return turn.go({ step: "depositOpen", deposit, opening, ending: "deposit" });
  if (input.kind !== "intent") return;
  switch (input.intent.kind) {
    case "confirmBagInside":
      return confirmDeposit(turn, deposit, opening.compartmentNumber);
    case "openAgain": {
      if (isUnlockingBlocked(turn.world)) return;
      const again = requestOpening(turn, { compartmentNumber: opening.compartmentNumber, reason: "deposit" });
      return turn.go({ step: "depositOpening", deposit, opening: again });
    }
    case "cancel":
      turn.emit(abandoned(turn, { deposit, opening, reason: "cancelled", caseNumber: undefined }));
      return turn.go({ step: "depositStopped" });
    default:
      return;
  }
};

/** The door did not open: another compartment in the same visit, with a case number. */
export const depositJammed: Handler<"depositJammed"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { deposit, next, caseKind, caseNumber, failed } = at;
  if (input.intent.kind === "openCompartment" && next !== undefined) {
    return openFor(turn, { deposit, compartmentNumber: next });
  }
  if (input.intent.kind === "stopWithSlip") {
    const slip = turn.print({ document: "caseSlip", caseNumber, caseKind, compartmentNumber: failed });
    turn.go({ step: "depositStopped", caseNumber, slip });
  }
};

export const depositStopped: Handler<"depositStopped"> = (turn, at, input) => {
  if (at.slip !== undefined && endsPrint(input, at.slip)) {
    return turn.go({ ...at, slip: { ...at.slip, state: input.state } });
  }
  if (input.kind === "intent" && (input.intent.kind === "finish" || input.intent.kind === "back")) turn.goHome();
};

function isAboutDoor(input: Input): boolean {
  return input.kind === "doorChanged" || (input.kind === "intent" && input.intent.kind === "confirmBagInside");
}

function isShutting(input: Input, opening: Opening): boolean {
  return (
    input.kind === "doorChanged" &&
    input.compartmentNumber === opening.compartmentNumber &&
    input.reading.door === "closed"
  );
}

function doorShut(turn: Turn, at: AtStep<"depositOpen">): void {
  const { deposit, opening, ending } = at;
  const { compartmentNumber } = opening;
  if (ending === "cancel") {
    turn.emit(abandoned(turn, { deposit, opening, reason: "cancelled", caseNumber: undefined }));
    return turn.go({ step: "depositStopped" });
  }
  if (ending === "trouble") return offerAnother(turn, deposit, opening);
  // The sensor may contradict; it never proves (I2).
  if (turn.world.doorOf(compartmentNumber).occupancy === "nothing") {
    return turn.go({ step: "depositCheck", deposit, opening, why: "sensorSaysEmpty" });
  }
  confirmDeposit(turn, deposit, compartmentNumber);
}

/** The bag or the door was stuck: staff look at this compartment, the person gets another one. */
function offerAnother(turn: Turn, deposit: Deposit, opening: Opening): void {
  const failed = opening.compartmentNumber;
  const caseNumber = turn.openCase("trouble", { compartmentNumber: failed });
  turn.emit({
    type: "compartmentTakenOutOfService",
    payload: { compartmentNumber: failed, reason: "trouble", caseNumber },
  });
  const tried = [...deposit.tried, failed];
  const next = chooseCompartment(turn.world, { wantsLow: deposit.wantsLow, except: tried });
  const atMs = turn.world.isTimeTrusted ? turn.world.nowMs : undefined;
  turn.go({
    step: "depositJammed",
    deposit: { ...deposit, tried },
    failed,
    caseKind: "trouble",
    caseNumber,
    next,
    atMs,
  });
}

interface Abandonment {
  readonly deposit: Deposit;
  readonly opening: Opening;
  readonly reason: "cancelled" | "timedOut" | "doorLeftOpen" | "trouble";
  readonly caseNumber: number | undefined;
}

function abandoned(turn: Turn, { deposit, opening, reason, caseNumber }: Abandonment): DraftEvent {
  const { papers, person, contact, bagLabel } = deposit;
  return {
    type: "depositAbandoned",
    payload: {
      visitId: turn.visit.visitId,
      procedureId: papers.procedureId,
      counts: [...papers.counts],
      dossierCount: papers.dossierCount,
      bagLabel,
      compartmentNumber: opening.compartmentNumber,
      reason,
      dossierId: turn.id(),
      ...(caseNumber === undefined ? {} : { caseNumber }),
    },
    personal: { name: person.name, idNumber: person.idNumber, secondValue: contact.secondValue, ...phoneOf(contact) },
  };
}

/** The person left with the door open or without an answer: the bag may be inside, so staff must look. */
export function leaveDeposit(turn: Turn, at: AtStep<"depositOpen"> | AtStep<"depositCheck">): void {
  const { deposit, opening } = at;
  const isOpen = at.step === "depositOpen";
  const { compartmentNumber } = opening;
  const caseNumber = turn.openCase(isOpen ? "doorLeftOpen" : "depositUnfinished", { compartmentNumber });
  turn.emit(abandoned(turn, { deposit, opening, reason: isOpen ? "doorLeftOpen" : "timedOut", caseNumber }));
  turn.goHome();
}

/** The phone number as an event's personal part has it. */
export function phoneOf(contact: { readonly phone?: string | undefined }): { phone?: string } {
  return contact.phone === undefined ? {} : { phone: contact.phone };
}
