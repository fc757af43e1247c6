import { describe, expect, test } from "vitest";
import { faultNames } from "#simulation/faults/faultRates.ts";
import type { SeedOptions } from "#simulation/runSeed.ts";
import { runSeeds } from "#simulation/runSeeds.ts";
import { fullRunMinutes, isFullRun } from "../support/fullRun.ts";

/** Simulated days that an ordinary run lives through, and those of a full run of twenty minutes. */
const ORDINARY_DAYS = 200;
const FULL_DAYS = 2_000;
/** Days of one run: long enough for a dossier to come and go. */
const DAYS = 4;
/** The cores of the smallest machine that tests run on. */
const WORKERS = 2;
/** What the runs may take, milliseconds, a third of a full run; those that have begun then are finished. */
const BUDGET_MS = isFullRun ? fullRunMinutes * 20_000 : 120_000;
/** What these may take on a machine that has other things to do. */
const LAST_RUNS_MS = 300_000;

/** A seed that nobody has seen: the process and its time make it. */
function freshSeed(): number {
  return (Date.now() ^ (process.pid << 16)) >>> 0;
}

/** One run after the other until there are enough days, or no time is left for more. */
function* freshSeeds(wantedDays: number, untilMs: number): Iterable<SeedOptions> {
  const first = freshSeed();
  for (let run = 0; run * DAYS < wantedDays && performance.now() < untilMs; run += 1)
    yield { seed: (first + run) >>> 0, days: DAYS, faultNames, mix: "swarm" };
}

describe("kiosks that nobody has simulated before", () => {
  test(
    "keep every promise under faults that each run draws anew",
    async () => {
      const wantedDays = isFullRun ? (FULL_DAYS * fullRunMinutes) / 20 : ORDINARY_DAYS;
      const startMs = performance.now();
      const untilMs = startMs + BUDGET_MS;
      let days = 0;
      await runSeeds({
        seeds: freshSeeds(wantedDays, untilMs),
        workers: WORKERS,
        onResult: ({ violation, story }, { seed }) => {
          const words = `seed ${seed}, ${DAYS} days: ${violation?.checker}: ${violation?.sentence}`;
          expect(violation, `${words}\n${story.slice(-40).join("\n")}`).toBeUndefined();
          days += DAYS;
        },
      });
      const endMs = performance.now();
      const minutes = ((endMs - startMs) / 60_000).toFixed(1);
      process.stdout.write(`fresh seeds: ${days} of ${wantedDays} simulated days in ${minutes} minutes\n`);
      // A machine that has other things to do may run out of time before it is there; nothing else may keep it from it.
      expect(days >= wantedDays || endMs >= untilMs).toBe(true);
      expect(days).toBeGreaterThan(0);
    },
    BUDGET_MS + LAST_RUNS_MS,
  );
});
