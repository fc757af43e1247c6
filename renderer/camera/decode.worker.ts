import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";
import type { CodeDecoder, Found, Frame } from "./CodeDecoder.ts";
import { createWasmDecoder } from "./wasmDecoder.ts";

/** Worker: a frame comes in, what was found in it goes out. Frames are not kept. */
let decoder: Promise<CodeDecoder> | undefined;

self.onmessage = async ({ data: frame }: MessageEvent<Frame>) => {
  decoder ??= createDecoder();
  let found: Found = {};
  try {
    found = await (await decoder).decode(frame);
  } finally {
    self.postMessage(found);
  }
};

async function createDecoder(): Promise<CodeDecoder> {
  try {
    return await createWasmDecoder({ url: wasmUrl });
  } catch {
    // No WebAssembly in this browser, or its policy forbids it: the slower reader still works.
    const { createLibraryDecoder } = await import("./libraryDecoder.ts");
    return createLibraryDecoder();
  }
}
