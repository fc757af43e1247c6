import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs } from "#sync/backoff.ts";

const options = { firstMs: 1_000, longestMs: 60_000 };

test("the wait doubles with each failure and stays at its longest", () => {
  const waits = [1, 2, 3, 6, 7, 8, 1_000_000].map((failures) => backoffMs(failures, { ...options, random: 1 }));
  expect(waits).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000]);
});

test("chance spreads the wait between half and the whole, however often it failed", () => {
  const failures = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(failures, fc.double({ min: 0, max: 1, noNaN: true }), (count, random) => {
      const whole = backoffMs(count, { ...options, random: 1 });
      const wait = backoffMs(count, { ...options, random });
      return wait >= whole / 2 && wait <= whole && wait >= 500 && wait <= 60_000;
    }),
  );
});
