import type { Cabinet, Door } from "#core/domain/cabinet.ts";

/** Four modules of 384 mm and 24 doors, for the sheet only. */
export const sampleCabinet: Cabinet = {
  plinthMm: 140,
  modules: [
    column(1, [180, 180, 180, 180, 240, 240, 300, 300], "A"),
    { kind: "screen", widthMm: 384, screenTopMm: 610, screenWidthMm: 268, screenHeightMm: 476 },
    column(9, [240, 240, 240, 120, 120, 240, 240, 360], "A"),
    column(17, [180, 180, 180, 180, 120, 120, 240, 600], "B"),
  ],
};

/** The same parts otherwise arranged: hinges on the left, a lower screen, fewer doors. */
export const otherCabinet: Cabinet = {
  plinthMm: 300,
  modules: [
    { kind: "screen", widthMm: 420, screenTopMm: 300, screenWidthMm: 268, screenHeightMm: 476 },
    column(1, [300, 300, 300, 300, 300], "A", "left"),
    column(6, [500, 500, 500], "A", "left"),
  ],
};

function column(first: number, heights: readonly number[], board: string, hinge: "left" | "right" = "right") {
  const doors: Door[] = heights.map((heightMm, index) => ({
    compartmentNumber: first + index,
    heightMm,
    hinge,
    board,
    channel: ((first + index - 1) % 16) + 1,
  }));
  return { kind: "doors" as const, widthMm: 384, doors };
}
