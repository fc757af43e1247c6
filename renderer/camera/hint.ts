/** Where the decoder saw a code: a rectangle in shares of the camera's frame (0 to 1), seen as the camera sees it. */
export interface Sighting {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** True where its text was read, false where only its place is known. */
  readonly isRead: boolean;
}

/** What the person should do with the code. */
export type Hint = "searching" | "nearer" | "farther" | "still" | "read";

/** A code narrower than this share of the frame has too few pixels a module; wider than the other is out of focus. */
const LEAST_SHARE = 0.1;
const LARGEST_SHARE = 0.5;

/** The window drawn on the screen, in shares of the camera's picture (ui/widgets/CameraFrame.css). */
const shownWindow = { left: 0.205, right: 0.205, top: 0.145, bottom: 0.185 };

/** What to do, by what was seen last. */
export function hintOf(sighting: Sighting | undefined): Hint {
  if (sighting === undefined) return "searching";
  if (sighting.isRead) return "read";
  if (sighting.width < LEAST_SHARE) return "nearer";
  return sighting.width > LARGEST_SHARE ? "farther" : "still";
}

/** 0 far, 0.5 right, 1 near; undefined while no code is seen. */
export function nearnessOf(sighting: Sighting | undefined): number | undefined {
  if (sighting === undefined) return undefined;
  // Apparent width doubles when the distance halves, so the scale is logarithmic around the middle of the right band.
  const middle = Math.sqrt(LEAST_SHARE * LARGEST_SHARE);
  return Math.min(1, Math.max(0, 0.5 + Math.log2(sighting.width / middle) / 5));
}

/** The rectangle in shares of the drawn window, mirrored as the picture is; undefined where it lies outside. */
export function foundInWindow(
  sighting: Sighting | undefined,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined {
  if (sighting === undefined) return undefined;
  const acrossShare = 1 - shownWindow.left - shownWindow.right;
  const downShare = 1 - shownWindow.top - shownWindow.bottom;
  const mirroredX = 1 - sighting.x - sighting.width;
  const x = (mirroredX - shownWindow.left) / acrossShare;
  const y = (sighting.y - shownWindow.top) / downShare;
  const found = { x, y, width: sighting.width / acrossShare, height: sighting.height / downShare };
  const isInside = x >= 0 && y >= 0 && x + found.width <= 1 && y + found.height <= 1;
  return isInside ? found : undefined;
}
