import { describe, expect, test } from "vitest";
import { faultNames } from "#simulation/faults/faultRates.ts";
import { runSeed } from "#simulation/runSeed.ts";

/** What the three runs may take on a machine that has other things to do, milliseconds. */
const LONGEST_MS = 600_000;

describe("a simulated run", () => {
  test(
    "is the same again from the same seed, down to the bytes on its wires and the end of its log",
    async () => {
      // A day in which the technician tests every device: what a test finds is in the log.
      const options = { seed: 1, days: 0.5, faultNames, mix: "swarm" } as const;
      const first = await runSeed(options);
      const second = await runSeed(options);
      expect(first.figures.events).toBeGreaterThan(50);
      expect(second.story).toEqual(first.story);
      expect(second.fingerprint).toBe(first.fingerprint);
      expect(first.story.join()).toContain('{"kind":"disk"}');
      expect((await runSeed({ ...options, seed: 2, days: 0.25 })).fingerprint).not.toBe(first.fingerprint);
    },
    LONGEST_MS,
  );
});
