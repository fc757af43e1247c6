import { expect, it } from "vitest";
import { foundInWindow, hintOf, nearnessOf } from "#renderer/camera/hint.ts";

const at = (width: number, isRead = false) => ({ x: 0.4, y: 0.4, width, height: width, isRead });

it("asks for a code, then nearer, still, farther, and says when it was read", () => {
  expect([undefined, at(0.05), at(0.2), at(0.6), at(0.2, true)].map(hintOf)).toEqual([
    "searching",
    "nearer",
    "still",
    "farther",
    "read",
  ]);
});

it("moves the pointer from far to near as the code grows", () => {
  const places = [0.02, 0.1, 0.22, 0.5, 0.9].map((width) => nearnessOf(at(width)) ?? -1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
  expect(places[2]).toBeCloseTo(0.5, 1);
});

it("draws the found code mirrored, and not at all outside of the window", () => {
  expect(foundInWindow({ x: 0.25, y: 0.4, width: 0.1, height: 0.1, isRead: true })?.x).toBeGreaterThan(0.5);
  expect(foundInWindow({ x: 0, y: 0, width: 0.1, height: 0.1, isRead: true })).toBeUndefined();
});
