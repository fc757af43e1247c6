import { expect, it } from "vitest";
import { sampleCabinet } from "#renderer/fixtures/cabinet.ts";
import { compartmentPlace, isAtSameHeight } from "#renderer/words/compartmentPlace.ts";

it("says on which side of the screen and how high a compartment is", () => {
  expect(compartmentPlace(sampleCabinet, 14)).toEqual({ side: "right", height: "hand" });
  expect(compartmentPlace(sampleCabinet, 6)).toEqual({ side: "left", height: "hand" });
  expect(compartmentPlace(sampleCabinet, 1)).toEqual({ side: "left", height: "overhead" });
  expect(compartmentPlace(sampleCabinet, 17)?.side).toBe("right");
  expect(compartmentPlace(sampleCabinet, 8)).toEqual({ side: "left", height: "floor" });
});

it("takes the halves of the front where no module holds a screen", () => {
  const door = { heightMm: 900, hinge: "left", board: "A" } as const;
  const column = (compartmentNumber: number) => ({
    kind: "doors" as const,
    widthMm: 400,
    doors: [{ ...door, compartmentNumber, channel: compartmentNumber }],
  });
  const cabinet = { plinthMm: 100, modules: [column(1), column(2)] };
  expect(compartmentPlace(cabinet, 1)?.side).toBe("left");
  expect(compartmentPlace(cabinet, 2)?.side).toBe("right");
});

it("knows nothing of a door that the cabinet does not have", () => {
  expect(compartmentPlace(sampleCabinet, 99)).toBeUndefined();
  expect(isAtSameHeight(sampleCabinet, 14, 99)).toBe(false);
});

it("sees that two doors in different columns are level", () => {
  expect(isAtSameHeight(sampleCabinet, 14, 6)).toBe(true);
  expect(isAtSameHeight(sampleCabinet, 14, 1)).toBe(false);
});
