import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { gap, type PaperWidthDots, printDocument, svgText } from "#core/documents/layout/paper.ts";
import { FONT_WEIGHTS, missingGlyphs, textWidthDots } from "#core/documents/layout/textStyle.ts";
import type { Raster } from "#core/interfaces/printer.ts";
import { loadPrintFonts, rasterize } from "#device/printer/rasterize.ts";
import { rasterPixels } from "#tests/support/rasterPng.ts";
import { SAMPLE_BAG_LABEL, SAMPLE_TOKEN, sampleDocuments } from "#tests/support/sampleDocuments.ts";
import { VIETNAMESE_MARKED_LETTERS } from "#tests/support/vietnameseLetters.ts";

const fonts = loadPrintFonts();
const wasm = fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

function draw(name: string, widthDots: PaperWidthDots = 576): Raster {
  const document = sampleDocuments({ widthDots, fonts })[name];
  const raster = document && rasterize(document, fonts);
  if (!raster?.ok) throw new Error(raster?.error.sentence ?? `no document ${name}`);
  return raster.value;
}

function textPaper(text: string, sizeDots = 30) {
  const style = { sizeDots, lineDots: 44, weight: 500 } as const;
  return printDocument({ widthDots: 576, fonts }, [
    { heightDots: 60, draw: () => svgText(text, style, { xDots: 20, yDots: 44 }) },
    gap(10),
  ]);
}

function inked(raster: Raster, box: { left: number; top: number; width: number; height: number }): string[] {
  const pixels = rasterPixels(raster);
  const dots: string[] = [];
  for (let y = box.top; y < box.top + box.height; y += 1) {
    for (let x = box.left; x < box.left + box.width; x += 1) {
      if (pixels[y * raster.widthDots + x] === 0) dots.push(`${x - box.left},${y - box.top}`);
    }
  }
  return dots;
}

async function scan(raster: Raster) {
  const grey = rasterPixels(raster);
  const data = new Uint8ClampedArray(grey.length * 4).fill(255);
  for (const [index, value] of grey.entries()) data.fill(value, 4 * index, 4 * index + 3);
  const image = { width: raster.widthDots, height: raster.heightDots, data, colorSpace: "srgb" } as const;
  return readBarcodes(image, { formats: ["QRCodeModel2"], maxNumberOfSymbols: 1, textMode: "Plain" });
}

describe("the print font", () => {
  it("has a glyph for every marked letter of Vietnamese in every weight", () => {
    expect(new Set(VIETNAMESE_MARKED_LETTERS).size).toBe(134);
    const text = `${VIETNAMESE_MARKED_LETTERS.join("")}\u00a0 ,.;:/-–()0123456789`;
    for (const weight of FONT_WEIGHTS) expect(missingGlyphs(fonts, text, weight)).toEqual([]);
  });

  it("is measured as wide as it is drawn, never narrower", () => {
    const text = "Phiếu này chưa phải Giấy tiếp nhận";
    const raster = rasterize(textPaper(text), fonts);
    if (!raster.ok) throw new Error(raster.error.sentence);
    const columns = inked(raster.value, { left: 0, top: 0, width: 576, height: 60 }).map((dot) =>
      Number.parseInt(dot, 10),
    );
    const drawnDots = Math.max(...columns) - 20;
    const measuredDots = textWidthDots(fonts, text, { sizeDots: 30, lineDots: 44, weight: 500 });
    expect(drawnDots).toBeLessThanOrEqual(measuredDots);
    expect(drawnDots).toBeGreaterThan(measuredDots * 0.96);
  });
});

describe("drawing a paper in black and white", () => {
  it("fails and draws nothing where a character has no glyph", () => {
    const result = rasterize(textPaper("Hồ sơ 中文"), fonts);
    expect(result).toMatchObject({ ok: false, error: { kind: "missingGlyph", characters: ["中", "文"] } });
    expect(rasterize(textPaper("<&>"), fonts).ok).toBe(true);
  });

  it("keeps all 134 marked letters apart at the smallest size", () => {
    const shapes = new Set<string>();
    for (let start = 0; start < VIETNAMESE_MARKED_LETTERS.length; start += 12) {
      const row = VIETNAMESE_MARKED_LETTERS.slice(start, start + 12);
      const style = { sizeDots: 22, lineDots: 40, weight: 500 } as const;
      const place = (letter: string, index: number) => svgText(letter, style, { xDots: 10 + index * 44, yDots: 40 });
      const document = printDocument({ widthDots: 576, fonts }, [
        { heightDots: 60, draw: () => row.map(place).join("") },
      ]);
      const raster = rasterize(document, fonts);
      if (!raster.ok) throw new Error(raster.error.sentence);
      for (const index of row.keys()) {
        shapes.add(inked(raster.value, { left: 4 + index * 44, top: 0, width: 44, height: 60 }).join(" "));
      }
    }
    expect(shapes.size).toBe(134);
  });

  it("gives the width of the paper, and rows of whole bytes", () => {
    const raster = draw("receipt");
    expect(raster.widthDots).toBe(576);
    expect(raster.data.length).toBe(72 * raster.heightDots);
  });

  it.each([
    ["receipt", 576, SAMPLE_TOKEN],
    ["reprint", 576, SAMPLE_TOKEN],
    ["receipt", 384, SAMPLE_TOKEN],
    ["bagSlip", 576, SAMPLE_BAG_LABEL],
    ["bagSlip", 384, SAMPLE_BAG_LABEL],
    ["caseSlip", 576, "0427001108"],
  ] as const)(
    "prints a code on the %s of %d dots that reads back exactly, with four white modules around",
    async (name, width, text) => {
      const raster = draw(name, width);
      const [code] = await scan(raster);
      expect(code?.text).toBe(text);
      const { topLeft, bottomRight } = code?.position ?? { topLeft: { x: 0, y: 0 }, bottomRight: { x: 0, y: 0 } };
      const sizeDots = bottomRight.x - topLeft.x;
      const sizeModules = 17 + 4 * Number(code?.version);
      const quietDots = Math.floor((4 * sizeDots) / sizeModules) - 1;
      const [left, top, height] = [topLeft.x - quietDots, topLeft.y - quietDots, sizeDots + 2 * quietDots];
      const around = [
        { left, top, width: height, height: quietDots },
        { left, top: bottomRight.y + 1, width: height, height: quietDots },
        { left, top, width: quietDots, height },
        { left: bottomRight.x + 1, top, width: quietDots, height },
      ];
      for (const box of around) expect(inked(raster, box)).toEqual([]);
    },
  );

  it("leaves nothing outside of the paper", () => {
    for (const name of ["receipt", "caseSlip", "collectionUnverified"]) {
      for (const width of [576, 384] as const) {
        const raster = draw(name, width);
        const edge = { top: 0, width: 4, height: raster.heightDots };
        expect(inked(raster, { left: 0, ...edge })).toEqual([]);
        expect(inked(raster, { left: width - 4, ...edge })).toEqual([]);
      }
    }
  });
});
