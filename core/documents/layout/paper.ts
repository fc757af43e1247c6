import { PRINT_FONT_FAMILY, type PrintFonts, type TextStyle, textWidthDots } from "./textStyle.ts";

/** Dots across the printable width: 72 mm of 80 mm paper, or 48 mm of 58 mm paper, at 8 dots per millimetre. */
export type PaperWidthDots = 576 | 384;

/** What a layout works with: the width, and the fonts to measure with. */
export interface Paper {
  readonly widthDots: PaperWidthDots;
  readonly fonts: PrintFonts;
}

/** A printable paper: SVG in dots, black on white. */
export interface PrintDocument {
  readonly svg: string;
  readonly widthDots: PaperWidthDots;
  readonly heightDots: number;
}

/** A piece of the paper as wide as the paper. Knows its height before it is drawn. */
export interface Block {
  readonly heightDots: number;
  /** SVG with its upper edge at `topDots` of the paper. */
  draw(topDots: number): string;
}

/** White at the left and right edge. */
export function marginDots(paper: Paper): number {
  return paper.widthDots === 576 ? 10 : 6;
}

/** Width between the margins. */
export function contentWidthDots(paper: Paper): number {
  return paper.widthDots - 2 * marginDots(paper);
}

/** A text style of the 80 mm paper, made smaller for the 58 mm paper. */
export function textStyle(paper: Paper, sizeDots: number, weight: TextStyle["weight"], lineEm = 1.36): TextStyle {
  const size = paper.widthDots === 576 ? sizeDots : Math.max(22, Math.round(sizeDots * 0.7));
  return { sizeDots: size, lineDots: Math.round(size * lineEm), weight };
}

/** White between blocks. */
export function gap(heightDots: number): Block {
  return { heightDots, draw: () => "" };
}

/** Puts the blocks under each other on white. */
export function printDocument(paper: Paper, blocks: readonly Block[]): PrintDocument {
  let topDots = 0;
  let drawn = "";
  for (const block of blocks) {
    drawn += block.draw(topDots);
    topDots += block.heightDots;
  }
  const { widthDots } = paper;
  const size = `width="${widthDots}" height="${topDots}" viewBox="0 0 ${widthDots} ${topDots}"`;
  const font = `font-family="${PRINT_FONT_FAMILY}" fill="#000"`;
  const white = `<rect width="${widthDots}" height="${topDots}" fill="#fff"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${white}<g ${font}>${drawn}</g></svg>`;
  return { svg, widthDots, heightDots: topDots };
}

/** One line of text with its baseline at `yDots`. */
export function svgText(
  text: string,
  style: TextStyle,
  place: { xDots: number; yDots: number; anchor?: "start" | "middle" | "end"; fill?: string },
): string {
  const { xDots, yDots, anchor = "start", fill } = place;
  const paint = fill === undefined ? "" : ` fill="${fill}"`;
  const attributes = `font-size="${style.sizeDots}" font-weight="${style.weight}" text-anchor="${anchor}"${paint}`;
  return `<text x="${xDots}" y="${yDots}" ${attributes}>${escapeXml(text.normalize("NFC"))}</text>`;
}

/** Distance from the top of a line to its baseline: capitals (0.74 em) and the marks above them, centred. */
export function baselineDots(style: TextStyle): number {
  return Math.round(style.lineDots / 2 + style.sizeDots * 0.34);
}

/** Measures with a style. */
export function measureWith(paper: Paper, style: TextStyle): (text: string) => number {
  return (text) => textWidthDots(paper.fonts, text, style);
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
