import { describe, expect, test } from "vitest";
import { faultNames } from "#simulation/faults/faultRates.ts";
import { runSeed } from "#simulation/runSeed.ts";

/** What the three runs may take on a machine that has other things to do, milliseconds. */
const LONGEST_MS = 600_000;

describe("a simulated run", () => {
  test(
    "is the same again from the same seed, down to the bytes on its wires and the end of its log",
    async () => {
      const options = { seed: 4_242, days: 0.25, faultNames, mix: "swarm" } as const;
      const first = await runSeed(options);
      const second = await runSeed(options);
      expect(first.figures.events).toBeGreaterThan(50);
      expect(second.story).toEqual(first.story);
      expect(second.fingerprint).toBe(first.fingerprint);
      expect((await runSeed({ ...options, seed: 4_243 })).fingerprint).not.toBe(first.fingerprint);
    },
    LONGEST_MS,
  );
});
