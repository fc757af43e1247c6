import { PNG } from "pngjs";
import type { Raster } from "#core/interfaces/printer.ts";

/** The paper as grey pixels, one byte a dot, 0 black and 255 white. */
export function rasterPixels({ widthDots, heightDots, data }: Raster): Uint8Array {
  const pixels = new Uint8Array(widthDots * heightDots).fill(255);
  const rowBytes = Math.ceil(widthDots / 8);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const isBlack = ((data[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
      if (isBlack) pixels[y * widthDots + x] = 0;
    }
  }
  return pixels;
}

/** The paper as a PNG file, with the white edge that the printer cannot reach on either side. */
export function rasterPng(raster: Raster, edgeDots = 32): Buffer {
  const png = new PNG({ width: raster.widthDots + 2 * edgeDots, height: raster.heightDots });
  png.data.fill(255);
  for (const [index, grey] of rasterPixels(raster).entries()) {
    const x = (index % raster.widthDots) + edgeDots;
    const at = 4 * (Math.floor(index / raster.widthDots) * png.width + x);
    png.data.fill(grey, at, at + 3);
  }
  return PNG.sync.write(png);
}
