import { expect, it } from "vitest";
import { createAppearanceFilter } from "#renderer/camera/appearance.ts";

it("lets a code that stays before the camera through once", () => {
  const isNew = createAppearanceFilter();
  expect([0, 100, 2900, 5800, 8700].map((nowMs) => isNew("A", nowMs))).toEqual([true, false, false, false, false]);
});

it("lets it through again after three seconds out of sight", () => {
  const isNew = createAppearanceFilter();
  isNew("A", 0);
  expect(isNew("A", 2999)).toBe(false);
  expect(isNew("A", 5999)).toBe(true);
});

it("lets another code through at once", () => {
  const isNew = createAppearanceFilter();
  isNew("A", 0);
  expect(isNew("B", 100)).toBe(true);
});
