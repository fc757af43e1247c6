import type { Chance, Happening, Plan } from "../contract/plan.ts";
import { drawFaults } from "../faults/faultRates.ts";
import { chanceFrom } from "./chance.ts";

export interface DrawPlanOptions {
  readonly seed: number;
  readonly days: number;
  /** Faults that may happen; none: everything works. */
  readonly faultNames: readonly string[];
  readonly mix: "swarm" | "field";
  /** Draws who comes. */
  readonly drawVisits: (chance: Chance, days: number) => Happening[];
}

/** Everything that is going to happen in a run. The same options give the same plan. */
export function drawPlan({ seed, days, faultNames, mix, drawVisits }: DrawPlanOptions): Plan {
  const chance = chanceFrom(seed);
  const visits = drawVisits(chance.fork(), days);
  const broken = drawFaults(chance.fork(), { days, names: faultNames, mix });
  return { seed, days, happenings: [...visits, ...broken].sort((a, b) => a.atMs - b.atMs) };
}
