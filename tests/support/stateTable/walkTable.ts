import type { Input } from "#flow/input.ts";
import type { StepName, Visit } from "#flow/state.ts";
import { step } from "#flow/step.ts";
import type { World } from "#flow/world.ts";
import { everyStep } from "../everyStep.ts";
import { type InputKey, inputsAt } from "./inputs.ts";
import { situationsAt } from "./situations.ts";

/** One field of the table, as the flow behaves. */
export interface Field {
  readonly step: StepName;
  readonly input: InputKey;
  /** Inputs that were given, over all situations. */
  readonly given: number;
  /** Those that changed the visit, wrote an event or asked for an effect. */
  readonly moved: number;
}

/** Gives every input of every column to every situation of every step. Throws where a step breaks an assertion. */
export function walkTable(steps: readonly StepName[] = everyStep): Field[] {
  return steps.flatMap(walkStep);
}

function walkStep(name: StepName): Field[] {
  const counts = new Map<InputKey, { given: number; moved: number }>();
  for (const kiosk of situationsAt(name)) {
    const world = kiosk.world();
    for (const [key, inputs] of inputsAt(kiosk)) {
      const count = counts.get(key) ?? { given: 0, moved: 0 };
      counts.set(key, count);
      for (const input of inputs) {
        count.given += 1;
        if (moves(kiosk.visit, input, world)) count.moved += 1;
      }
    }
  }
  return [...counts].map(([input, count]) => ({ step: name, input, ...count }));
}

/** True where the input would change anything. That any act of a person takes a warning back is not counted. */
function moves(visit: Visit, input: Input, world: World): boolean {
  const taken = step(visit, input, world);
  const isOfPerson = input.kind === "intent" || input.kind === "scan" || input.kind === "unreadableScan";
  const before = isOfPerson ? { ...visit, endsAtMs: undefined } : visit;
  const isSame = taken.visit === visit || JSON.stringify(taken.visit) === JSON.stringify(before);
  return taken.events.length > 0 || taken.effects.length > 0 || !isSame;
}
