import {
  type Binarizer,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  InvertedLuminanceSource,
  type LuminanceSource,
  QRCodeReader,
  RGBLuminanceSource,
} from "@zxing/library";
import { type CodeDecoder, type Found, type Frame, sightingOf } from "./CodeDecoder.ts";

const hints = new Map([[DecodeHintType.TRY_HARDER, true]]);

/**
 * The fallback for a browser without WebAssembly: it misses some flawless codes, so moving the code helps. Hybrid first,
 * then the global histogram, then white on black.
 */
export function createLibraryDecoder(): CodeDecoder {
  const reader = new QRCodeReader();
  return {
    name: "zxing-library",
    async decode(frame) {
      const light = luminanceOf(frame);
      const attempts: Binarizer[] = [
        new HybridBinarizer(light),
        new GlobalHistogramBinarizer(light),
        new HybridBinarizer(new InvertedLuminanceSource(light)),
      ];
      for (const binarizer of attempts) {
        const found = read(reader, binarizer, frame);
        if (found.text !== undefined) return found;
      }
      return {};
    },
  };
}

function read(reader: QRCodeReader, binarizer: Binarizer, frame: Frame): Found {
  try {
    const result = reader.decode(new BinaryBitmap(binarizer), hints);
    const corners = result.getResultPoints().map((point) => ({ x: point.getX(), y: point.getY() }));
    const text = result.getText();
    return text === "" ? {} : { text, sighting: sightingOf(frame, corners, true) };
  } catch {
    // The library throws for "no code here"; there is nothing else to learn from it.
    return {};
  }
}

function luminanceOf({ data, width, height }: Frame): LuminanceSource {
  const light = new Uint8ClampedArray(width * height);
  for (let pixel = 0; pixel < light.length; pixel += 1) {
    const at = pixel * 4;
    // Green counts twice: the usual quick weights of the library.
    light[pixel] = ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 4;
  }
  return new RGBLuminanceSource(light, width, height);
}
