import { describe, expect, it } from "vitest";
import { dotsPerModule, qrMatrix, qrPath } from "#core/documents/layout/qrCode.ts";
import { SAMPLE_BAG_LABEL, SAMPLE_TOKEN } from "#tests/support/sampleDocuments.ts";

describe("a printed QR code", () => {
  it("packs a receipt token of 135 characters into 41 modules, as only the alphanumeric mode does", () => {
    expect(qrMatrix(SAMPLE_TOKEN).sizeModules).toBe(41);
    expect(qrMatrix(SAMPLE_TOKEN.toLowerCase()).sizeModules).toBeGreaterThan(41);
    expect(qrMatrix(SAMPLE_BAG_LABEL).sizeModules).toBe(21);
  });

  it("has whole dots for each module, with the quiet zone inside the width", () => {
    expect(dotsPerModule(qrMatrix(SAMPLE_TOKEN), 449)).toBe(9);
    expect(dotsPerModule(qrMatrix(SAMPLE_TOKEN), 196)).toBe(4);
  });

  it("is refused where a module would have fewer than four dots", () => {
    expect(() => dotsPerModule(qrMatrix(SAMPLE_TOKEN), 195)).toThrow(/too long/);
  });

  it("is drawn as whole rectangles that cover exactly the dark modules", () => {
    const matrix = qrMatrix(SAMPLE_BAG_LABEL);
    const path = qrPath(matrix, { leftDots: 10, topDots: 20, moduleDots: 5 });
    let drawn = 0;
    for (const [, width] of path.matchAll(/h(\d+)v5/g)) drawn += Number(width) / 5;
    let dark = 0;
    for (let row = 0; row < 21; row += 1)
      for (let column = 0; column < 21; column += 1) dark += Number(matrix.isDark(row, column));
    expect(drawn).toBe(dark);
    expect(path).not.toMatch(/\d\.\d/);
  });
});
