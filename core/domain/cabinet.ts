import { z } from "zod";

/** The number on the door's label, as people read it. 1 to 999. */
export const CompartmentNumber = z.number().int().min(1).max(999);
export type CompartmentNumber = z.infer<typeof CompartmentNumber>;

/** One door of the cabinet, with its place in the elevation and on the wire. */
export const Door = z.strictObject({
  compartmentNumber: CompartmentNumber,
  /** Height of the door in millimetres, 40 to 2000. */
  heightMm: z.number().int().min(40).max(2000),
  /** Side on which the leaf is hinged, seen from the front. */
  hinge: z.enum(["left", "right"]),
  /** Name of the lock board (see `boards` of the configuration). */
  board: z.string().min(1).max(40),
  /** Lock channel on that board, 1-based as printed on the board. */
  channel: z.number().int().min(1).max(64),
});
export type Door = z.infer<typeof Door>;

/** A vertical module of the cabinet: a column of doors, or the column that holds the screen. */
export const CabinetModule = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("doors"),
    widthMm: z.number().int().min(100).max(2000),
    doors: z.array(Door).min(1).max(40),
  }),
  z.strictObject({
    kind: z.literal("screen"),
    widthMm: z.number().int().min(100).max(2000),
    /** Distance from the module's top edge to the screen's top edge, millimetres. */
    screenTopMm: z.number().int().min(0).max(2500),
    screenWidthMm: z.number().int().min(50).max(1500),
    screenHeightMm: z.number().int().min(50).max(1500),
  }),
]);
export type CabinetModule = z.infer<typeof CabinetModule>;

/** The cabinet's elevation in millimetres: modules from left to right, doors from top to bottom. */
export const Cabinet = z.strictObject({
  /** Height of the plinth under the modules. */
  plinthMm: z.number().int().min(0).max(800),
  modules: z.array(CabinetModule).min(1).max(24),
});
export type Cabinet = z.infer<typeof Cabinet>;

/** A door with the rectangle it fills, millimetres from the cabinet's upper left corner. */
export interface PlacedDoor extends Door {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
}

/** The height of the tallest module without the plinth, millimetres. */
export function bodyHeightMm(cabinet: Cabinet): number {
  return Math.max(
    ...cabinet.modules.map((m) =>
      m.kind === "doors" ? sum(m.doors.map((d) => d.heightMm)) : m.screenTopMm + m.screenHeightMm,
    ),
  );
}

/** The width of all modules together, millimetres. */
export function bodyWidthMm(cabinet: Cabinet): number {
  return sum(cabinet.modules.map((m) => m.widthMm));
}

/** All doors with their places, in order of modules and from top to bottom. */
export function placedDoors(cabinet: Cabinet): PlacedDoor[] {
  const placed: PlacedDoor[] = [];
  let xMm = 0;
  for (const module of cabinet.modules) {
    let yMm = 0;
    if (module.kind === "doors") {
      for (const door of module.doors) {
        placed.push({ ...door, xMm, yMm, widthMm: module.widthMm });
        yMm += door.heightMm;
      }
    }
    xMm += module.widthMm;
  }
  return placed;
}

/**
 * Height of a door's middle above the floor, millimetres. Comfortable reach for a standing or a seated person is
 * 380 to 1,220 mm (unobstructed forward reach of EN 301 549 and the ADA).
 */
export function doorHeightAboveFloorMm(cabinet: Cabinet, door: PlacedDoor): number {
  return cabinet.plinthMm + bodyHeightMm(cabinet) - door.yMm - door.heightMm / 2;
}

/** True where a seated person reaches the door: its middle lies 380 to 1,220 mm above the floor. */
export function isWithinSeatedReach(cabinet: Cabinet, door: PlacedDoor): boolean {
  const heightMm = doorHeightAboveFloorMm(cabinet, door);
  return heightMm >= 380 && heightMm <= 1220;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
