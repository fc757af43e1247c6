import type { Rect } from "#ui/cabinet/elevation.ts";

/** Where a rectangle of the drawing lies over the picture, in shares of it. */
export function placeOf(rect: Rect, frame: Rect) {
  return {
    left: `${((rect.x - frame.x) / frame.width) * 100}%`,
    top: `${((rect.y - frame.y) / frame.height) * 100}%`,
    width: `${(rect.width / frame.width) * 100}%`,
    height: `${(rect.height / frame.height) * 100}%`,
  };
}
