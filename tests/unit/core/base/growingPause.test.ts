import { expect, test } from "vitest";
import { growingPauseMs } from "#core/base/growingPause.ts";

test("a pause doubles with each failure in a row and stays at its limit", () => {
  const pauses = [1, 2, 3, 4, 5, 6].map((failures) => growingPauseMs(failures, { firstMs: 500, mostMs: 6_000 }));
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 6_000, 6_000]);
});

test("a pause stays finite after thousands of failures and never falls below the first", () => {
  expect(growingPauseMs(100_000, { firstMs: 500, mostMs: 30_000 })).toBe(30_000);
  expect(growingPauseMs(0, { firstMs: 500, mostMs: 30_000 })).toBe(500);
});
