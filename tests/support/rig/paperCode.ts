import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const wasm = fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));

/** The text of the one QR code on a paper, given as a PNG file. */
export async function codeOnPaper(png: Uint8Array): Promise<string> {
  await prepareZXingModule({
    overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer },
    fireImmediately: true,
  });
  const found = await readBarcodes(png, { formats: ["QRCode"], tryHarder: true });
  const [code] = found;
  if (code === undefined || found.length !== 1) throw new Error(`The paper has ${found.length} readable codes, not 1.`);
  return code.text;
}
