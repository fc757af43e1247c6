import { describe, expect, test } from "vitest";
import { faultNames } from "#simulation/faults/faultRates.ts";
import { runSeed } from "#simulation/runSeed.ts";
import { failedSeeds } from "./failedSeeds.ts";

/** What one run may take on a machine that has other things to do, milliseconds. */
const LONGEST_MS = 900_000;

describe("kiosks that once broke a promise", () => {
  test.each(failedSeeds)(
    "keep every promise now: seed $seed, $why",
    async (failed) => {
      const { violation, story } = await runSeed({ faultNames, mix: "swarm", ...failed });
      expect(violation, story.slice(-40).join("\n")).toBeUndefined();
    },
    LONGEST_MS,
  );
});
