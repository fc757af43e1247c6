import type { Sighting } from "./hint.ts";

/** One picture of the camera: RGBA, four bytes a pixel, as a canvas gives it. */
export interface Frame {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** What a decoder found in a frame. `text` only where it was read and checked; a sighting alone is a hint. */
export interface Found {
  readonly text?: string | undefined;
  readonly sighting?: Sighting | undefined;
}

/** Reads QR codes out of frames, one at a time. */
export interface CodeDecoder {
  readonly name: "zxing-wasm" | "zxing-library";
  decode(frame: Frame): Promise<Found>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The rectangle around a code's corners, in shares of the frame. */
export function sightingOf(frame: Frame, corners: readonly Point[], isRead: boolean): Sighting | undefined {
  if (corners.length < 2) return undefined;
  const xs = corners.map((corner) => corner.x / frame.width);
  const ys = corners.map((corner) => corner.y / frame.height);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y, isRead };
}
