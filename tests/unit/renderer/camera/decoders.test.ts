import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import QRCode from "qrcode";
import { beforeAll, describe, expect, it } from "vitest";
import type { CodeDecoder, Frame } from "#renderer/camera/CodeDecoder.ts";
import { createLibraryDecoder } from "#renderer/camera/libraryDecoder.ts";
import { createWasmDecoder } from "#renderer/camera/wasmDecoder.ts";

const card =
  "079085000011|020000011|Nguyễn Văn Mẫu|02091985|Nam|12 Đường Số 0, Phường 1, Quận 6, TP. Hồ Chí Minh|10042021";
const token = "HS1.AQEAAAGrAAAAAAAAAAAAAAAAAAAAAAAA.q83vEjRWeJq83vEjRWeJq83vEjRWeJo";

let wasm: CodeDecoder;

beforeAll(async () => {
  // The browser's class, of which the decoder needs three fields.
  globalThis.ImageData ??= class {
    readonly colorSpace = "srgb";
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
    constructor(data: Uint8ClampedArray, width: number, height: number) {
      this.data = data;
      this.width = width;
      this.height = height;
    }
  } as unknown as typeof ImageData; // Node has no ImageData; the test needs only its fields.
  const file = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  const bytes = await readFile(file);
  wasm = await createWasmDecoder({ bytes: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
});

describe.each([
  ["the WebAssembly decoder", () => wasm],
  ["the fallback without WebAssembly", createLibraryDecoder],
])("%s", (_name, decoder) => {
  it.each([card, token])("reads %s from a frame and says where it was", async (text) => {
    const found = await decoder().decode(frameOf(text));
    expect(found.text).toBe(text);
    expect(found.sighting?.isRead).toBe(true);
    expect(found.sighting?.x).toBeGreaterThan(0.05);
    expect((found.sighting?.x ?? 1) + (found.sighting?.width ?? 1)).toBeLessThan(0.95);
  });

  it("finds no text in an empty frame", async () => {
    expect((await decoder().decode(frameOf(undefined))).text).toBeUndefined();
  });

  it("gives no text for a code whose middle is destroyed", async () => {
    const frame = frameOf(token);
    for (let y = 200; y < 400; y += 1) frame.data.fill(255, (y * frame.width + 280) * 4, (y * frame.width + 520) * 4);
    expect((await decoder().decode(frame)).text).toBeUndefined();
  });
});

it("reads the same code with either binarizer, frame after frame", async () => {
  for (let frame = 0; frame < 4; frame += 1) expect((await wasm.decode(frameOf(card))).text).toBe(card);
});

/** A grey frame of 800 by 600 with the code in its middle, 5 pixels a module and a margin of 4. */
function frameOf(text: string | undefined): Frame {
  const [width, height, scale] = [800, 600, 5];
  const data = new Uint8ClampedArray(width * height * 4).fill(235);
  if (text === undefined) return { data, width, height };
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const [left, top] = [(width - modules.size * scale) / 2, (height - modules.size * scale) / 2].map(Math.round);
  for (let y = 0; y < modules.size * scale; y += 1) {
    for (let x = 0; x < modules.size * scale; x += 1) {
      if (modules.get(Math.floor(y / scale), Math.floor(x / scale)) === 0) continue;
      const at = (((top ?? 0) + y) * width + (left ?? 0) + x) * 4;
      data.fill(20, at, at + 3);
    }
  }
  return { data, width, height };
}
