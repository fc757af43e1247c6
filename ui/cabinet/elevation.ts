import { bodyHeightMm, bodyWidthMm, type Cabinet, type PlacedDoor, placedDoors } from "#core/domain/cabinet.ts";

/** A rectangle of the drawing, millimetres from the upper left corner of the modules. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The column that holds the screen, and the glass in it. */
export interface ScreenPlace {
  readonly column: Rect;
  readonly glass: Rect;
}

/** Where everything of the façade stands, millimetres; y grows downwards and the modules begin at 0, 0. */
export interface Elevation {
  /** What the drawing shows, with room for roof and shadows: the viewBox. */
  readonly frame: Rect;
  readonly roof: Rect;
  readonly body: Rect;
  readonly plinth: Rect;
  /** Y of the floor. */
  readonly floor: number;
  readonly doors: readonly { readonly door: PlacedDoor; readonly rect: Rect }[];
  readonly screens: readonly ScreenPlace[];
}

/** Parts that no configuration names: frame round the modules, roof and shadows, millimetres. */
export const trim = {
  side: 42,
  top: 72,
  roofHeight: 58,
  roofGap: 24,
  roofOverhang: 125,
  roofShadow: 68,
  bodyShadow: 96,
  joint: 3,
} as const;

/** The whole façade, for any configuration. Without a roof (staff) only the body is framed. */
export function elevationOf(cabinet: Cabinet, hasRoof = true): Elevation {
  const width = bodyWidthMm(cabinet);
  const height = bodyHeightMm(cabinet);
  const floor = height + cabinet.plinthMm;
  const skirt = Math.min(64, cabinet.plinthMm * 0.45);
  const body = { x: -trim.side, y: -trim.top, width: width + 2 * trim.side, height: trim.top + height + skirt };
  const roof = {
    x: body.x - trim.roofOverhang,
    y: body.y - trim.roofGap - trim.roofHeight,
    width: body.width + 2 * trim.roofOverhang,
    height: trim.roofHeight,
  };
  const plinth = { x: body.x + 27, y: height + skirt, width: body.width - 54, height: floor - height - skirt };
  return {
    frame: hasRoof
      ? framed(roof, floor)
      : { x: body.x - 4, y: body.y - 4, width: body.width + 8, height: body.height + 8 },
    roof,
    body,
    plinth,
    floor,
    doors: placedDoors(cabinet).map((door) => ({ door, rect: doorRect(door) })),
    screens: screensOf(cabinet, height),
  };
}

/** The door's panel: its place in the module less half a joint all round. */
export function doorRect(door: PlacedDoor): Rect {
  return inset({ x: door.xMm, y: door.yMm, width: door.widthMm, height: door.heightMm }, trim.joint);
}

/** The rectangle with every side moved inwards. */
export function inset(rect: Rect, by: number): Rect {
  return { x: rect.x + by, y: rect.y + by, width: rect.width - 2 * by, height: rect.height - 2 * by };
}

/** Size of the numbers: readable at the drawn width, and never higher than the lowest door allows. Millimetres. */
export function numberSizeMm(elevation: Elevation, drawnWidthPx: number, leastPx = 29): number {
  const lowest = Math.min(...elevation.doors.map((one) => one.rect.height));
  return Math.min((leastPx * elevation.frame.width) / drawnWidthPx, lowest * 0.72);
}

/** Where the glass of the first screen lies in the drawing, as shares of its width and height (for an overlay). */
export function glassShare(elevation: Elevation): Rect | undefined {
  const glass = elevation.screens[0]?.glass;
  if (glass === undefined) return undefined;
  const { frame } = elevation;
  return {
    x: (glass.x - frame.x) / frame.width,
    y: (glass.y - frame.y) / frame.height,
    width: glass.width / frame.width,
    height: glass.height / frame.height,
  };
}

function framed(roof: Rect, floor: number): Rect {
  const edge = 6;
  return {
    x: roof.x - edge,
    y: roof.y - edge,
    width: roof.width + trim.roofShadow + 2 * edge,
    height: floor - roof.y + edge,
  };
}

function screensOf(cabinet: Cabinet, height: number): ScreenPlace[] {
  const places: ScreenPlace[] = [];
  let x = 0;
  for (const module of cabinet.modules) {
    if (module.kind === "screen") {
      const column = inset({ x, y: 0, width: module.widthMm, height }, trim.joint);
      const glassX = x + (module.widthMm - module.screenWidthMm) / 2;
      const glass = { x: glassX, y: module.screenTopMm, width: module.screenWidthMm, height: module.screenHeightMm };
      places.push({ column, glass });
    }
    x += module.widthMm;
  }
  return places;
}
