import { Binarizer, BinaryBitmap, BitArray, BitMatrix, LuminanceSource, QRCodeReader } from "@zxing/library";
import type { Raster } from "#core/interfaces/printer.ts";

/** The text of the QR code on a paper, read off its dots; none where nothing on it can be read. */
export function codesOnPaper(paper: Raster): readonly string[] {
  try {
    return [new QRCodeReader().decode(new BinaryBitmap(new DotBinarizer(paper))).getText()];
  } catch {
    // The reader says in this way that it found no code.
    return [];
  }
}

/** A paper has two shades: there is nothing to weigh. */
class DotBinarizer extends Binarizer {
  readonly #paper: Raster;

  constructor(paper: Raster) {
    super(new NoLuminance(paper));
    this.#paper = paper;
  }

  override getBlackMatrix(): BitMatrix {
    const { widthDots, heightDots, data } = this.#paper;
    const matrix = new BitMatrix(widthDots, heightDots);
    const rowBytes = Math.ceil(widthDots / 8);
    for (const [index, byte] of data.entries()) {
      if (byte === 0) continue;
      const y = Math.floor(index / rowBytes);
      const x = (index % rowBytes) * 8;
      for (let bit = 0; bit < 8; bit += 1) if (((byte >> (7 - bit)) & 1) === 1) matrix.set(x + bit, y);
    }
    return matrix;
  }

  override getBlackRow(y: number): BitArray {
    return this.getBlackMatrix().getRow(y, new BitArray(this.#paper.widthDots));
  }

  override createBinarizer(): Binarizer {
    return this;
  }
}

class NoLuminance extends LuminanceSource {
  constructor({ widthDots, heightDots }: Raster) {
    super(widthDots, heightDots);
  }

  override getRow(): Uint8ClampedArray {
    return this.getMatrix();
  }

  override getMatrix(): Uint8ClampedArray {
    return new Uint8ClampedArray(0);
  }

  override invert(): LuminanceSource {
    return this;
  }
}
