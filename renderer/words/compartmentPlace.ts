import {
  type Cabinet,
  type CompartmentNumber,
  doorHeightAboveFloorMm,
  type PlacedDoor,
  placedDoors,
} from "#core/domain/cabinet.ts";

/** Where a compartment is for somebody who stands before the screen. */
export interface CompartmentPlace {
  readonly side: "left" | "right" | "above" | "below";
  readonly height: "overhead" | "eyes" | "hand" | "knee" | "floor";
}

/** Heights of a door's middle above the floor, millimetres, from the top down; standing adults of 1.45 to 1.75 m. */
const heights = [
  { least: 1600, height: "overhead" },
  { least: 1350, height: "eyes" },
  { least: 750, height: "hand" },
  { least: 400, height: "knee" },
] as const;

/** Two doors count as of the same height when their middles differ by no more than this, millimetres. */
const SAME_HEIGHT_MM = 60;

/** The place of a compartment relative to the screen; undefined where the cabinet has no such door. */
export function compartmentPlace(cabinet: Cabinet, compartmentNumber: CompartmentNumber): CompartmentPlace | undefined {
  const door = placedDoors(cabinet).find((one) => one.compartmentNumber === compartmentNumber);
  if (door === undefined) return undefined;
  const aboveFloorMm = doorHeightAboveFloorMm(cabinet, door);
  const height = heights.find((one) => aboveFloorMm >= one.least)?.height ?? "floor";
  return { side: sideOfScreen(cabinet, door), height };
}

/** True where two compartments lie at the same height. */
export function isAtSameHeight(cabinet: Cabinet, one: CompartmentNumber, other: CompartmentNumber): boolean {
  const [first, second] = [one, other].map((wanted) =>
    placedDoors(cabinet).find((door) => door.compartmentNumber === wanted),
  );
  if (first === undefined || second === undefined) return false;
  const differenceMm = doorHeightAboveFloorMm(cabinet, first) - doorHeightAboveFloorMm(cabinet, second);
  return Math.abs(differenceMm) <= SAME_HEIGHT_MM;
}

function sideOfScreen(cabinet: Cabinet, door: PlacedDoor): CompartmentPlace["side"] {
  let xMm = 0;
  for (const module of cabinet.modules) {
    if (module.kind === "screen") {
      if (door.xMm + door.widthMm <= xMm) return "left";
      if (door.xMm >= xMm + module.widthMm) return "right";
      return door.yMm < module.screenTopMm ? "above" : "below";
    }
    xMm += module.widthMm;
  }
  // A cabinet without a screen module: the halves of its own front.
  return door.xMm + door.widthMm / 2 < xMm / 2 ? "left" : "right";
}
