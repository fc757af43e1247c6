import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from "zxing-wasm/reader";
import { type CodeDecoder, type Found, type Frame, sightingOf } from "./CodeDecoder.ts";

/**
 * Settings measured for this kiosk. `QRCodeModel2` alone: `QRCode` also takes Micro QR, and a damaged code can pass for
 * one. `Plain`: the content as encoded. Denoising reads worn thermal print.
 */
const settings: ReaderOptions = {
  formats: ["QRCodeModel2"],
  maxNumberOfSymbols: 1,
  textMode: "Plain",
  tryDenoise: true,
};

/** Every so many frames without a code, the place of an unreadable one is looked for, for the hint only. */
const SEEK_EVERY_FRAMES = 4;

/** Where the WebAssembly file comes from: shipped beside the page, or its bytes (tests). Never the network. */
export type WasmSource = { readonly url: string } | { readonly bytes: ArrayBuffer };

/** Decodes with zxing-cpp in WebAssembly. Fails where WebAssembly cannot be used. */
export async function createWasmDecoder(source: WasmSource): Promise<CodeDecoder> {
  await prepareZXingModule({
    overrides: "url" in source ? { locateFile: () => source.url } : { wasmBinary: source.bytes },
    fireImmediately: true,
  });
  let frames = 0;
  return {
    name: "zxing-wasm",
    async decode(frame) {
      frames += 1;
      const binarizer = frames % 2 === 0 ? "GlobalHistogram" : "LocalAverage";
      const image = new ImageData(frame.data, frame.width, frame.height);
      const [result] = await readBarcodes(image, { ...settings, binarizer });
      const found = foundIn(frame, result);
      if (found.text !== undefined || frames % SEEK_EVERY_FRAMES !== 0) return found;
      const [seen] = await readBarcodes(image, { ...settings, binarizer, returnErrors: true });
      return { sighting: foundIn(frame, seen).sighting };
    },
  };
}

function foundIn(frame: Frame, result: ReadResult | undefined): Found {
  if (result === undefined) return {};
  const { topLeft, topRight, bottomLeft, bottomRight } = result.position;
  const isRead = result.isValid && result.text !== "";
  const sighting = sightingOf(frame, [topLeft, topRight, bottomLeft, bottomRight], isRead);
  return isRead ? { text: result.text, sighting } : { sighting };
}
