import QRCode from "qrcode";
import { assert } from "../../base/assert.ts";

/** The modules of a QR code without its quiet zone. */
export interface QrMatrix {
  /** Modules on a side, 21 to 177. */
  readonly sizeModules: number;
  isDark(row: number, column: number): boolean;
}

/** White modules that the standard asks for on every side (ISO/IEC 18004). */
export const QUIET_ZONE_MODULES = 4;

/** A module of fewer dots smears shut on thermal paper. */
const MIN_DOTS_PER_MODULE = 4;

/** Encodes a text at level M; capitals, digits and a few signs go in the denser alphanumeric mode. */
export function qrMatrix(text: string): QrMatrix {
  const isAlphanumeric = /^[0-9A-Z $%*+\-./:]+$/.test(text);
  const segment = isAlphanumeric
    ? ({ data: text, mode: "alphanumeric" } as const)
    : ({ data: new TextEncoder().encode(text), mode: "byte" } as const);
  const { modules } = QRCode.create([segment], { errorCorrectionLevel: "M" });
  return {
    sizeModules: modules.size,
    isDark: (row, column) => modules.get(row, column) === 1,
  };
}

/** The most dots for a module at which the code with its quiet zone fits; at least 4, or the text is too long. */
export function dotsPerModule(matrix: QrMatrix, maxWidthDots: number): number {
  const dots = Math.floor(maxWidthDots / (matrix.sizeModules + 2 * QUIET_ZONE_MODULES));
  assert(dots >= MIN_DOTS_PER_MODULE, "The text is too long for a QR code that a printer can print legibly.");
  return dots;
}

/** The dark modules as one SVG path on whole units, so that each module is crisp. */
export function qrPath(matrix: QrMatrix, place: { leftDots: number; topDots: number; moduleDots: number }): string {
  const { leftDots, topDots, moduleDots } = place;
  let path = "";
  for (let row = 0; row < matrix.sizeModules; row += 1) {
    for (let column = 0; column < matrix.sizeModules; column += 1) {
      if (!matrix.isDark(row, column)) continue;
      let run = 1;
      while (column + run < matrix.sizeModules && matrix.isDark(row, column + run)) run += 1;
      const width = run * moduleDots;
      path += `M${leftDots + column * moduleDots} ${topDots + row * moduleDots}h${width}v${moduleDots}h-${width}z`;
      column += run - 1;
    }
  }
  return `<path shape-rendering="crispEdges" d="${path}"/>`;
}
