import { checkersFor } from "./checkers/checkersFor.ts";
import type { Chance, Happening } from "./contract/plan.ts";
import type { RunResult } from "./contract/run.ts";
import { drawPlan } from "./engine/drawPlan.ts";
import { plainDeposit } from "./engine/firstVisits.ts";
import { simulate } from "./engine/simulate.ts";
import { faults } from "./faults/index.ts";

export interface SeedOptions {
  readonly seed: number;
  readonly days: number;
  readonly faultNames: readonly string[];
  readonly mix: "swarm" | "field";
}

/** Draws a plan from a seed and lives through it. The same options give the same run, byte for byte. */
export function runSeed(options: SeedOptions): Promise<RunResult> {
  const plan = drawPlan({ ...options, drawVisits });
  return simulate({ plan, visits: { plainDeposit }, faults, checkersFor });
}

const DAY_MS = 86_400_000;

function drawVisits(chance: Chance, days: number): Happening[] {
  return Array.from({ length: Math.ceil(days * 12) }, () => ({
    atMs: chance.between(0, Math.floor(days * DAY_MS) - 1),
    kind: "visit" as const,
    name: "plainDeposit",
    forMs: 0,
    seed: chance.between(1, 2 ** 31 - 1),
  }));
}
