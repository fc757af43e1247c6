import { PNG } from "pngjs";
import type { Raster } from "#core/interfaces/printer.ts";

const OPAQUE = 0xff;

/** A paper as a PNG, one pixel for each dot, black on white. */
export function paperPng(paper: Raster): Uint8Array {
  const { widthDots, heightDots, data } = paper;
  const rowBytes = Math.ceil(widthDots / 8);
  const png = new PNG({ width: widthDots, height: heightDots });
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const byte = data[y * rowBytes + (x >> 3)] ?? 0;
      const shade = ((byte >> (7 - (x & 7))) & 1) === 1 ? 0 : 0xff;
      png.data.set([shade, shade, shade, OPAQUE], (y * widthDots + x) * 4);
    }
  }
  return PNG.sync.write(png, { colorType: 0 });
}
