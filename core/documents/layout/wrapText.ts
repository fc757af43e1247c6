import { assert } from "../../base/assert.ts";

/**
 * Breaks a text at spaces (not at no-break spaces) into lines that are not wider than `maxWidth`. A word that is too
 * wide alone is broken between characters. One word is not left alone on the last line where the line above can give one up.
 * `measure` gives the width of a piece of text in the unit of `maxWidth`.
 */
export function wrapText(text: string, maxWidth: number, measure: (piece: string) => number): string[] {
  assert(maxWidth > 0, "a text needs some width");
  const words = text
    .normalize("NFC")
    .split(/[ \t\r\n]+/u)
    .filter((word) => word !== "");
  const pieces = words.flatMap((word) => breakWord(word, maxWidth, measure));
  const lines: string[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line && measure([...line, piece].join(" ")) <= maxWidth) line.push(piece);
    else lines.push([piece]);
  }
  avoidLonelyWord(lines, maxWidth, measure);
  return lines.map((line) => line.join(" "));
}

/** Breaks a text into no more lines than `wrapText` needs, but of about equal width, rather a longer first line: for headings. */
export function wrapBalanced(text: string, maxWidth: number, measure: (piece: string) => number): string[] {
  const lines = wrapText(text, maxWidth, measure);
  const fits = (width: number) => wrapText(text, width, measure).length <= lines.length;
  let [tooNarrow, wideEnough] = [maxWidth / (lines.length + 1), maxWidth];
  if (lines.length < 2) return lines;
  // Ten halvings come within a thousandth of the narrowest width that needs no further line.
  for (let step = 0; step < 10; step += 1) {
    const middle = (tooNarrow + wideEnough) / 2;
    if (fits(middle)) wideEnough = middle;
    else tooNarrow = middle;
  }
  return wrapText(text, Math.min(maxWidth, wideEnough * 1.08), measure);
}

function breakWord(word: string, maxWidth: number, measure: (piece: string) => number): string[] {
  if (measure(word) <= maxWidth) return [word];
  const pieces: string[] = [];
  for (const character of word) {
    const last = pieces.at(-1);
    if (last !== undefined && measure(last + character) <= maxWidth) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

function avoidLonelyWord(lines: string[][], maxWidth: number, measure: (piece: string) => number): void {
  const [last, above] = [lines.at(-1), lines.at(-2)];
  if (!last || !above || above.length < 3 || last.length > 1 || last[0]?.includes("\u00a0")) return;
  const word = above.at(-1);
  if (word === undefined || measure([word, ...last].join(" ")) > maxWidth) return;
  above.pop();
  last.unshift(word);
}
