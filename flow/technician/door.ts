import type { TechnicianDoor } from "#core/contract/screen.ts";
import { mayHoldDossier } from "#core/register/holding.ts";
import { compartmentOf } from "#core/register/register.ts";
import { isUnlockingBlocked } from "../choice.ts";
import { isShutting } from "../clerk/byStaff.ts";
import type { Handler } from "../handler.ts";
import { endsOpening, followOpening, isSensorInDoubt, isShutNow, requestOpening } from "../opening.ts";
import { noteLooked } from "../returnToService.ts";
import type { AtStep, Bench, DoorTask, Technician } from "../state.ts";
import type { Turn } from "../turn.ts";

interface AtWork {
  readonly technician: Technician;
  readonly bench: Bench;
}

/** Asks for the door of a task's present round. */
export function openForTask(turn: Turn, { technician, bench }: AtWork, task: DoorTask): void {
  const opening = requestOpening(turn, wishOf(turn, technician, task));
  const { door: _, ...rest } = bench;
  turn.go({ step: "technicianOpening", technician, bench: rest, task, opening });
}

function wishOf(turn: Turn, { staffId }: Technician, { compartmentNumber, approvedBy }: DoorTask) {
  const contents = compartmentOf(turn.world.register, compartmentNumber)?.contents;
  const dossierId = contents && "dossierId" in contents ? contents.dossierId : undefined;
  return { compartmentNumber, reason: "maintenance", staffId, approvedBy, dossierId } as const;
}

/** Waiting for the board. */
export const technicianOpening: Handler<"technicianOpening"> = (turn, at, input) => {
  const { technician, bench, task, opening } = at;
  if (input.kind === "intent" && input.intent.kind === "showSection") {
    return turn.go({ ...at, bench: { ...bench, section: input.intent.section } });
  }
  if (!endsOpening(input, opening)) return;
  const { outcome } = input;
  const result = followOpening(turn, input, { opening, wish: wishOf(turn, technician, task) });
  if (result.kind === "tryingAgain") return turn.go({ ...at, opening: result.opening });
  if (result.kind === "failed") {
    endCycle(turn, technician, task, 1);
    return backToBench(turn, at, { ...doorOf(task), phase: "failed", outcome, caseNumber: result.caseNumber });
  }
  const open = { step: "technicianOpen", technician, bench, task, opening, outcome } as const;
  turn.go(open);
  const { compartmentNumber } = task;
  if (!isSensorInDoubt(turn, compartmentNumber) && isShutNow(turn, compartmentNumber)) doorShut(turn, open);
};

/** The door stands open until it is shut by hand. */
export const technicianOpen: Handler<"technicianOpen"> = (turn, at, input) => {
  const { technician, bench, task } = at;
  const { compartmentNumber } = task;
  if (isShutting(input, compartmentNumber)) return doorShut(turn, at);
  if (input.kind !== "intent") return;
  switch (input.intent.kind) {
    case "showSection":
      return turn.go({ ...at, bench: { ...bench, section: input.intent.section } });
    case "doorIsShut":
      if (!isSensorInDoubt(turn, compartmentNumber)) {
        const { staffId } = technician;
        const payload = { compartmentNumber, isFaulty: true, source: "technician", staffId } as const;
        turn.emit({ type: "doorSensorDeclared", payload });
        turn.declaredFaulty.add(compartmentNumber);
      }
      return doorShut(turn, at);
    case "stopDoorTest":
      return turn.go({ ...at, task: { ...task, rounds: task.round } });
    default:
      return;
  }
};

function doorShut(turn: Turn, at: AtStep<"technicianOpen">): void {
  const { technician, bench } = at;
  const task = { ...at.task, opened: at.task.opened + 1 };
  // An alarm that came up meanwhile, or a board that fell silent, ends the test.
  const mayGoOn = !isUnlockingBlocked(turn.world) && turn.world.isBoardOnline(task.compartmentNumber);
  if (task.round < task.rounds && mayGoOn)
    return openForTask(turn, { technician, bench }, { ...task, round: task.round + 1 });
  endCycle(turn, technician, task);
  const contents = compartmentOf(turn.world.register, task.compartmentNumber)?.contents.kind;
  const holds = contents === "deposit" || contents === "result";
  // A bag of which nobody knows whether it is there: that is for a clerk to settle.
  const isUnsettled = !holds && mayHoldDossier(turn.world.register, task.compartmentNumber);
  if (isUnsettled) return backToBench(turn, at, { ...doorOf(task), phase: "done", outcome: at.outcome });
  turn.go({ step: "technicianAsking", technician, bench, task, asks: holds ? "isDossierInside" : "isEmpty" });
}

/** What is inside, in the words of who looked. */
export const technicianAsking: Handler<"technicianAsking"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { technician, bench, task, asks } = at;
  const { compartmentNumber } = task;
  const done: TechnicianDoor = { ...doorOf(task), phase: "done" };
  switch (input.intent.kind) {
    case "showSection":
      return turn.go({ ...at, bench: { ...bench, section: input.intent.section } });
    case "confirmEmpty":
      if (asks !== "isEmpty") return;
      turn.emit({ type: "compartmentSeenEmpty", payload: { compartmentNumber, staffId: technician.staffId } });
      noteLooked(turn, technician.staffId, compartmentNumber);
      return backToBench(turn, at, done);
    case "reportMissing": {
      const contents = compartmentOf(turn.world.register, compartmentNumber)?.contents;
      if (asks !== "isDossierInside" || contents === undefined || !("dossierId" in contents)) return;
      const { dossierId } = contents;
      const caseNumber = turn.openCase("dossierNotFound", { compartmentNumber, dossierId });
      return backToBench(turn, at, { ...done, caseNumber });
    }
    case "confirmBagInside":
      if (asks !== "isDossierInside") return;
      noteLooked(turn, technician.staffId, compartmentNumber);
      return backToBench(turn, at, done);
    case "skipCompartment":
      return backToBench(turn, at, done);
    default:
      return;
  }
};

/** The counts of a cycle test become durable, however it ended. A door that was opened once is no test. */
export function endCycle(turn: Turn, { staffId }: Technician, task: DoorTask, failed = 0): void {
  const { compartmentNumber, opened, rounds } = task;
  if (task.task !== "cycle" || opened + failed === 0) return;
  turn.emit({ type: "doorCycled", payload: { compartmentNumber, staffId, rounds, opened, failed } });
}

function doorOf({ compartmentNumber, task, round, rounds }: DoorTask): Omit<TechnicianDoor, "phase"> {
  return { compartmentNumber, task, round, rounds };
}

function backToBench(turn: Turn, { technician, bench }: AtWork, door: TechnicianDoor): void {
  turn.go({ step: "technicianBench", technician, bench: { ...bench, door } });
}
