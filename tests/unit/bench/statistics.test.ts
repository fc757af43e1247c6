import { expect, test } from "vitest";
import { percentile, sum } from "#bench/statistics.ts";

test("a percentile is a value that was measured, by nearest rank, in whatever order they came", () => {
  const measured = [40, 10, 30, 20];
  expect([1, 25, 50, 75, 95, 99, 100].map((percent) => percentile(measured, percent))).toEqual([
    10, 10, 20, 30, 40, 40, 40,
  ]);
  expect(measured).toEqual([40, 10, 30, 20]);
});

test("nothing measured has no percentile", () => {
  expect(() => percentile([], 50)).toThrow("Nothing was measured");
  expect(sum([])).toBe(0);
});
