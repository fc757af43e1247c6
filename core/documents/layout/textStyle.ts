import type { FontFace } from "./trueType.ts";

/** The family of all printed papers. */
export const PRINT_FONT_FAMILY = "Be Vietnam Pro";

/** Weights that come with the program. Thermal paper swells thin strokes shut or loses them: 500 is the lightest used. */
export const FONT_WEIGHTS = [400, 500, 600, 700, 800] as const;
export type FontWeight = (typeof FONT_WEIGHTS)[number];

/** The faces of the print font, one for each weight. */
export type PrintFonts = Readonly<Record<FontWeight, FontFace>>;

/** Size and weight of a text. Sizes in dots: 8 dots are a millimetre at 203 dpi. */
export interface TextStyle {
  readonly sizeDots: number;
  readonly lineDots: number;
  readonly weight: FontWeight;
}

/** Width of a text in dots. Kerning only narrows it, so that what is measured fits. */
export function textWidthDots(fonts: PrintFonts, text: string, style: TextStyle): number {
  const face = fonts[style.weight];
  let widthEm = 0;
  for (const character of text) widthEm += face.advanceEm(character.codePointAt(0) ?? 0);
  return widthEm * style.sizeDots;
}

/** The characters of a text that a face cannot draw, each once. */
export function missingGlyphs(fonts: PrintFonts, text: string, weight: FontWeight): string[] {
  const characters = new Set(text.normalize("NFC"));
  return [...characters].filter((character) => !fonts[weight].hasGlyph(character.codePointAt(0) ?? 0));
}
