import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { failed, ok, type Result } from "#core/base/result.ts";
import type { PrintDocument } from "#core/documents/layout/paper.ts";
import {
  type FontWeight,
  missingGlyphs,
  PRINT_FONT_FAMILY,
  type PrintFonts,
} from "#core/documents/layout/textStyle.ts";
import { readTrueType } from "#core/documents/layout/trueType.ts";
import type { Raster } from "#core/interfaces/printer.ts";

/** A character that the print font cannot draw: a gap on the paper that nobody would notice in time. */
export interface RasterProblem {
  readonly kind: "missingGlyph";
  readonly characters: readonly string[];
  /** A sentence for the log. */
  readonly sentence: string;
}

/** Reads the faces of the print font that come with the program, for measuring. Reads five files; keep the result. */
export function loadPrintFonts(): PrintFonts {
  const face = (weight: FontWeight) => readTrueType(readFileSync(fontPath(weight)));
  return { 400: face(400), 500: face(500), 600: face(600), 700: face(700), 800: face(800) };
}

/**
 * Draws a document as a one-bit picture, a dot for a unit of the SVG. Fails, and draws nothing, where a character has
 * no glyph.
 */
export function rasterize(document: PrintDocument, fonts: PrintFonts): Result<Raster, RasterProblem> {
  const missing = missingInDocument(document.svg, fonts);
  if (missing.length > 0) {
    const sentence = `The print font cannot draw ${missing.map((character) => `"${character}"`).join(", ")}; nothing was printed.`;
    return failed({ kind: "missingGlyph", characters: missing, sentence });
  }
  const image = new Resvg(document.svg, {
    fitTo: { mode: "original" },
    background: "#fff",
    font: { loadSystemFonts: false, fontFiles: WEIGHTS.map(fontPath), defaultFontFamily: PRINT_FONT_FAMILY },
  }).render();
  return ok(oneBit(image.pixels, image.width, image.height));
}

const WEIGHTS = [400, 500, 600, 700, 800] as const;

const FACE_NAMES: Readonly<Record<FontWeight, string>> = {
  400: "400Regular",
  500: "500Medium",
  600: "600SemiBold",
  700: "700Bold",
  800: "800ExtraBold",
};

/** TrueType on purpose: WOFF2 files are skipped by the renderer without a word. */
function fontPath(weight: FontWeight): string {
  const name = FACE_NAMES[weight];
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`));
}

/** Every text of our own SVG carries its weight; a text whose weight is not known is held against the lightest face. */
function missingInDocument(svg: string, fonts: PrintFonts): string[] {
  const missing = new Set<string>();
  for (const [, attributes = "", content = ""] of svg.matchAll(/<text\b([^>]*)>([^<]*)<\/text>/g)) {
    const named = Number(/font-weight="(\d+)"/.exec(attributes)?.[1]);
    const weight = WEIGHTS.find((known) => known === named) ?? 400;
    const text = content.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
    for (const character of missingGlyphs(fonts, text, weight)) missing.add(character);
  }
  return [...missing];
}

/**
 * Luminance below which a dot is printed. Above the middle, so that a stroke or a mark that covers two fifths of a dot
 * survives; on thermal paper a dot too many reads better than a broken mark.
 */
const INK_THRESHOLD = 153;

function luminanceAt(rgba: Uint8Array, pixel: number): number {
  return 0.299 * (rgba[pixel] ?? 255) + 0.587 * (rgba[pixel + 1] ?? 255) + 0.114 * (rgba[pixel + 2] ?? 255);
}

function oneBit(rgba: Uint8Array, widthDots: number, heightDots: number): Raster {
  const rowBytes = Math.ceil(widthDots / 8);
  const data = new Uint8Array(rowBytes * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const pixel = 4 * (y * widthDots + x);
      if (luminanceAt(rgba, pixel) >= INK_THRESHOLD) continue;
      const byte = y * rowBytes + (x >> 3);
      data[byte] = (data[byte] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthDots, heightDots, data };
}
