import { describe, expect, it } from "vitest";
import { type Cabinet, placedDoors } from "#core/domain/cabinet.ts";
import { elevationOf, glassShare, numberSizeMm, type Rect } from "#ui/cabinet/elevation.ts";
import { otherCabinet, sampleCabinet } from "#ui/sheet/sampleCabinet.ts";

const cabinets: readonly Cabinet[] = [sampleCabinet, otherCabinet];

describe("the elevation", () => {
  it("draws every door of the configuration once, inside its module", () => {
    for (const cabinet of cabinets) {
      const { doors } = elevationOf(cabinet);
      expect(doors.map((one) => one.door.compartmentNumber)).toEqual(
        placedDoors(cabinet).map((door) => door.compartmentNumber),
      );
      for (const { door, rect } of doors) {
        expect(rect.x).toBe(door.xMm + 3);
        expect(rect.y).toBe(door.yMm + 3);
        expect(rect.width).toBe(door.widthMm - 6);
        expect(rect.height).toBe(door.heightMm - 6);
      }
    }
  });

  it("lets no two doors overlap", () => {
    for (const cabinet of cabinets) {
      const rects = elevationOf(cabinet).doors.map((one) => one.rect);
      const pairs = rects.flatMap((one, index) => rects.slice(index + 1).map((other) => [one, other] as const));
      for (const [one, other] of pairs) expect(overlap(one, other)).toBe(false);
    }
  });

  it("keeps doors, screen, plinth and roof inside the drawing", () => {
    for (const cabinet of cabinets) {
      const { frame, doors, screens, roof, plinth, body } = elevationOf(cabinet);
      const parts = [roof, plinth, body, ...doors.map((one) => one.rect), ...screens.map((one) => one.glass)];
      for (const part of parts) expect(isInside(part, frame)).toBe(true);
    }
  });

  it("stands the cabinet on the floor at the height of its plinth", () => {
    const { floor, plinth } = elevationOf(sampleCabinet);
    expect(floor).toBe(1940);
    expect(plinth.y + plinth.height).toBe(floor);
  });

  it("puts the glass where the configuration puts the screen", () => {
    const [screen] = elevationOf(sampleCabinet).screens;
    expect(screen?.glass).toEqual({ x: 384 + 58, y: 610, width: 268, height: 476 });
    const share = glassShare(elevationOf(sampleCabinet));
    expect(share !== undefined && isInside(share, { x: 0, y: 0, width: 1, height: 1 })).toBe(true);
  });

  it("has no glass where no module holds a screen", () => {
    const modules = sampleCabinet.modules.filter((module) => module.kind === "doors");
    expect(glassShare(elevationOf({ ...sampleCabinet, modules }))).toBeUndefined();
  });

  it("draws numbers at least 28 px high at the drawn width, and lower than the lowest door", () => {
    const elevation = elevationOf(sampleCabinet);
    const size = numberSizeMm(elevation, 950);
    expect((size * 950) / elevation.frame.width).toBeGreaterThanOrEqual(28);
    expect(numberSizeMm(elevation, 100)).toBeLessThan(114);
  });
});

function overlap(one: Rect, other: Rect): boolean {
  const isApart = one.x + one.width <= other.x || other.x + other.width <= one.x;
  return !isApart && one.y + one.height > other.y && other.y + other.height > one.y;
}

function isInside(part: Rect, frame: Rect): boolean {
  const isWide = part.x >= frame.x && part.x + part.width <= frame.x + frame.width;
  return isWide && part.y >= frame.y && part.y + part.height <= frame.y + frame.height;
}
