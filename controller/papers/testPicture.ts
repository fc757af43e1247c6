import { assert } from "#core/base/assert.ts";
import { testPage } from "#core/documents/testPage.ts";
import type { Raster } from "#core/interfaces/printer.ts";
import { loadPrintFonts, rasterize } from "#device/printer/rasterize.ts";

export interface TestPictureOptions {
  readonly widthDots: 576 | 384;
  readonly timeZone: string;
  readonly nowMs: number;
}

/** The printer's test page as a picture. */
export function testPicture({ widthDots, timeZone, nowMs }: TestPictureOptions): Raster {
  const fonts = loadPrintFonts();
  const drawn = rasterize(testPage({ widthDots, fonts }, { calendar: { timeZone }, printedAtMs: nowMs }), fonts);
  assert(drawn.ok, drawn.ok ? "" : drawn.error.sentence);
  return drawn.value;
}
