import { describe, expect, test } from "vitest";
import { faultNames } from "#simulation/faults/faultRates.ts";
import { runSeed } from "#simulation/runSeed.ts";
import { fullRunMinutes, isFullRun } from "../support/fullRun.ts";

/** Simulated days that an ordinary run lives through, and those of a full run of twenty minutes. */
const ORDINARY_DAYS = 200;
const FULL_DAYS = 2_000;
/** Days of one run: long enough for a dossier to come and go. */
const DAYS = 4;
/** What the ordinary run may take, milliseconds. */
const ORDINARY_MS = 300_000;

/** A seed that nobody has seen: the process and its time make it. */
function freshSeed(): number {
  return (Date.now() ^ (process.pid << 16)) >>> 0;
}

describe("kiosks that nobody has simulated before", () => {
  test(
    "keep every promise under faults that each run draws anew",
    async () => {
      const wantedDays = isFullRun ? (FULL_DAYS * fullRunMinutes) / 20 : ORDINARY_DAYS;
      const firstSeed = freshSeed();
      for (let day = 0, seed = firstSeed; day < wantedDays; day += DAYS, seed += 1) {
        const { violation, story } = await runSeed({ seed, days: DAYS, faultNames, mix: "swarm" });
        const words = `seed ${seed}, ${DAYS} days: ${violation?.checker}: ${violation?.sentence}`;
        expect(violation, `${words}\n${story.slice(-40).join("\n")}`).toBeUndefined();
      }
    },
    isFullRun ? undefined : ORDINARY_MS * 4,
  );
});
