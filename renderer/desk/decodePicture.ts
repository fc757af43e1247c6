import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

/** The decoder's own file is served with the page: without this it would be fetched from a public network. */
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

/**
 * Reads the QR code out of a picture on the page's origin, the way a scanner would read the paper itself. Answers
 * `undefined` where the picture holds no code that can be read.
 */
export async function decodePicture(pictureUrl: string): Promise<string | undefined> {
  const answer = await fetch(pictureUrl);
  if (!answer.ok) return undefined;
  const found = await readBarcodes(await answer.blob(), {
    formats: ["QRCodeModel2"],
    maxNumberOfSymbols: 1,
    textMode: "Plain",
    tryDenoise: true,
  });
  const [first] = found;
  return first?.isValid === true ? first.text : undefined;
}
