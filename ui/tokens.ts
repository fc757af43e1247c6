/** Values of the design that code needs; everything else is in `tokens.css`. Durations in milliseconds. */
export const motionMs = {
  /** The leaf of a door swings open. */
  leafOpens: 320,
  /** The bag goes in or the result comes out. */
  itemMoves: 900,
  /** The picture rests before the movement repeats. */
  itemRests: 2000,
} as const;

/** Density of the page as drawn: 1080 x 1920 pixels on 268 x 476 mm. */
export const drawnPxPerMm = 4.03;

/** Least size of anything that can be touched, millimetres (52 px at the drawn density is 12.9). */
export const leastTargetMm = 12.7;

/** Least distance between two targets, millimetres. */
export const leastGapMm = 2.54;

/** Bitmap width of 80 mm paper as shown on the screen, in pixels of the drawn page. */
export const paperWidthPx = 322;

/** The four text sizes, by the body size in pixels of the drawn page. */
export const textSizes = [1, 2, 3, 4] as const;
export type TextSize = (typeof textSizes)[number];
