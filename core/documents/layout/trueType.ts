import { assert } from "../../base/assert.ts";

/** What a layout needs to know of one font: which characters it can draw, and how wide they are. */
export interface FontFace {
  /** True where the font has a glyph of its own for the character. */
  hasGlyph(codePoint: number): boolean;
  /** Advance width in em, without kerning; characters without a glyph count as one em. */
  advanceEm(codePoint: number): number;
}

/**
 * Reads the tables of a TrueType file that measuring needs: `head`, `hhea`, `hmtx` and `cmap` (OpenType specification
 * 1.9). Throws where the bytes are no such font: fonts come with the program, so that is a defect of the package.
 */
export function readTrueType(bytes: Uint8Array): FontFace {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = tableOffsets(view);
  const unitsPerEm = view.getUint16(table("head") + 18);
  const metricCount = view.getUint16(table("hhea") + 34);
  const metrics = table("hmtx");
  const glyphs = readCharacterMap(view, table("cmap"));
  return {
    hasGlyph: (codePoint) => glyphs.has(codePoint),
    advanceEm(codePoint) {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return 1;
      // Glyphs beyond the last metric share its advance.
      return view.getUint16(metrics + 4 * Math.min(glyph, metricCount - 1)) / unitsPerEm;
    },
  };
}

/** Finds tables by tag in the table directory. */
function tableOffsets(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(record + letter)));
    offsets.set(tag, view.getUint32(record + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    assert(offset !== undefined, `The font has no table ${tag}.`);
    return offset;
  };
}

/** Character to glyph, from the Unicode subtable of format 4 (the first plane, which holds all that is printed). */
function readCharacterMap(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    if (view.getUint16(subtable) === 4) return readFormat4(view, subtable);
  }
  assert(false, "The font has no character map of format 4.");
}

function readFormat4(view: DataView, subtable: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const doubleSegmentCount = view.getUint16(subtable + 6);
  const [ends, starts] = [subtable + 14, subtable + 16 + doubleSegmentCount];
  for (let segment = 0; segment < doubleSegmentCount; segment += 2) {
    const first = view.getUint16(starts + segment);
    const last = view.getUint16(ends + segment);
    const delta = view.getUint16(starts + doubleSegmentCount + segment);
    const rangeAt = starts + 2 * doubleSegmentCount + segment;
    const rangeOffset = view.getUint16(rangeAt);
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint += 1) {
      const listed = rangeOffset === 0 ? codePoint : view.getUint16(rangeAt + rangeOffset + 2 * (codePoint - first));
      const glyph = rangeOffset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(codePoint, glyph);
    }
  }
  return glyphs;
}
