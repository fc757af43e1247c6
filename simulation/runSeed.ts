import type { RunResult } from "./contract/run.ts";
import { drawPlan } from "./engine/drawPlan.ts";
import { logCheckers } from "./engine/logCheckers.ts";
import { simulate } from "./engine/simulate.ts";
import { faults } from "./faults/index.ts";
import { drawVisits } from "./people/calendar.ts";
import { visits } from "./people/visits.ts";

export interface SeedOptions {
  readonly seed: number;
  readonly days: number;
  readonly faultNames: readonly string[];
  readonly mix: "swarm" | "field";
}

/** Draws a plan from a seed and lives through it. The same options give the same run, byte for byte. */
export function runSeed(options: SeedOptions): Promise<RunResult> {
  const plan = drawPlan({ ...options, drawVisits });
  return simulate({ plan, visits, faults, checkersFor: logCheckers });
}
