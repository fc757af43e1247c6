import { unreachable } from "#core/base/assert.ts";
import type { Screen, ScreenOf, TechnicianDoor } from "#core/contract/screen.ts";
import { pinTriesLeft } from "../choice.ts";
import type { At, AtStep, Evacuation, TechnicianAt } from "../state.ts";
import { askerOf } from "../technician/askedBy.ts";
import type { World } from "../world.ts";

const steps: ReadonlySet<string> = new Set<TechnicianAt["step"]>([
  "technicianEntering",
  "technicianBench",
  "technicianOpening",
  "technicianOpen",
  "technicianAsking",
  "secondPerson",
  "evacuationOpening",
  "evacuationDone",
]);

/** True for the steps of technician mode, and for an evacuation out of an exchange. */
export function isTechnician(at: At): at is TechnicianAt {
  return steps.has(at.step);
}

/** The screens of technician mode. */
export function presentTechnician(at: TechnicianAt, world: World): Screen {
  switch (at.step) {
    case "technicianEntering": {
      const { technician, waitingFor, isOverdue } = at;
      return { name: "technicianEntering", staffName: technician.staffName, waitingFor, isOverdue };
    }
    case "secondPerson":
      return presentSecondPerson(at, world);
    case "evacuationOpening":
      return presentEvacuation(at.evacuation, world, at.opening.compartmentNumber);
    case "evacuationDone":
      return presentEvacuation(at.evacuation, world);
    case "technicianBench":
    case "technicianOpening":
    case "technicianOpen":
    case "technicianAsking":
      return presentBench(at, world);
    default:
      return unreachable(at);
  }
}

type BenchAt =
  | AtStep<"technicianBench">
  | AtStep<"technicianOpening">
  | AtStep<"technicianOpen">
  | AtStep<"technicianAsking">;

function presentBench(at: BenchAt, world: World): ScreenOf<"technician"> {
  const { section, running, lastResult, paper, saving } = at.bench;
  return {
    name: "technician",
    staffName: at.technician.staffName,
    section,
    door: doorOf(at),
    running,
    lastResult,
    canCommission: world.commissioning !== "absent",
    paper: paper?.state,
    saving,
    problem: at.step === "technicianBench" ? at.problem : undefined,
  };
}

function doorOf(at: BenchAt): TechnicianDoor | undefined {
  if (at.step === "technicianBench") return at.bench.door;
  const { compartmentNumber, task, round, rounds } = at.task;
  const door = { compartmentNumber, task, round, rounds };
  switch (at.step) {
    case "technicianOpening":
      return { ...door, phase: "opening" };
    case "technicianOpen":
      return { ...door, phase: "open", outcome: at.outcome };
    case "technicianAsking":
      return { ...door, phase: "asking", asks: at.asks };
  }
}

function presentSecondPerson(at: AtStep<"secondPerson">, world: World): ScreenOf<"secondPerson"> {
  const { by, approval, second, isChecking, problem } = at;
  const { purpose } = approval;
  return {
    name: "secondPerson",
    staffName: askerOf(by).staffName,
    compartmentNumber: approval.purpose === "openOccupied" ? approval.task.compartmentNumber : undefined,
    purpose,
    ask: second === undefined ? "card" : "pin",
    secondName: second && nameOf(world, second.staffId),
    triesLeft: second && pinTriesLeft(world, second.staffId),
    isChecking,
    problem,
  };
}

function presentEvacuation(evacuation: Evacuation, world: World, opening?: number): ScreenOf<"evacuation"> {
  const { by, approvedBy, waiting, opened, failed, holding, caseNumber } = evacuation;
  const rows = (numbers: readonly number[], state: ScreenOf<"evacuation">["doors"][number]["state"]) =>
    numbers.map((compartmentNumber) => ({
      compartmentNumber,
      state,
      holdsDossier: holding.includes(compartmentNumber),
    }));
  return {
    name: "evacuation",
    staffName: askerOf(by).staffName,
    secondName: nameOf(world, approvedBy),
    isDone: opening === undefined,
    doors: [
      ...rows(opening === undefined ? [] : [opening], "opening"),
      ...rows(waiting, "waiting"),
      ...rows(opened, "opened"),
      ...rows(failed, "failed"),
    ].sort((a, b) => a.compartmentNumber - b.compartmentNumber),
    caseNumber,
  };
}

function nameOf(world: World, staffId: string): string {
  return world.staffById(staffId)?.name ?? staffId;
}
