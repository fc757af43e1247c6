/** A command as a printer understands it from the bytes. */
export type PrinterCommand =
  | { readonly kind: "initialise" }
  | { readonly kind: "raster"; readonly rowBytes: number; readonly rows: number; readonly data: Uint8Array }
  | { readonly kind: "feed"; readonly lines: number }
  | { readonly kind: "cut" }
  | { readonly kind: "reportChanges"; readonly isOn: boolean }
  /** Most printers answered it the moment it came in; then it only takes its place. */
  | { readonly kind: "question"; readonly group: number }
  /** `1D 49 n`. */
  | { readonly kind: "identity"; readonly code: number }
  /** Something without effect on the paper, or text, which this printer has no letters for. */
  | { readonly kind: "ignored"; readonly bytes: Uint8Array };

/** A command with the number of bytes it took, or undefined while more bytes are needed. */
export interface ParsedCommand {
  readonly command: PrinterCommand;
  readonly length: number;
}

/** Reads the one command at the beginning of `bytes`, which is not empty. */
export function parseCommand(bytes: Uint8Array): ParsedCommand | undefined {
  const [first, second, third] = bytes;
  if (first === 0x1b || first === 0x1c || first === 0x1d || first === 0x10) {
    if (second === undefined) return undefined;
    if (first === 0x1b && second === 0x40) return { command: { kind: "initialise" }, length: 2 };
    if (first === 0x1b && second === 0x64)
      return third === undefined ? undefined : { command: { kind: "feed", lines: third }, length: 3 };
    if (first === 0x1d && second === 0x56) return parseCut(bytes);
    if (first === 0x1d && second === 0x76) return parseRaster(bytes);
    if (first === 0x1d && second === 0x61) {
      return third === undefined ? undefined : { command: { kind: "reportChanges", isOn: third !== 0 }, length: 3 };
    }
    if (first === 0x1d && second === 0x49)
      return third === undefined ? undefined : { command: { kind: "identity", code: third }, length: 3 };
    if (first === 0x1c && second === 0x2e) return ignored(bytes, 2);
    if (first === 0x10 && second === 0x04)
      return third === undefined ? undefined : { command: { kind: "question", group: third }, length: 3 };
  }
  return ignored(bytes, 1);
}

function parseCut(bytes: Uint8Array): ParsedCommand | undefined {
  const kind = bytes[2];
  if (kind === undefined) return undefined;
  const length = kind === 0x41 || kind === 0x42 ? 4 : 3;
  return bytes.length < length ? undefined : { command: { kind: "cut" }, length };
}

function parseRaster(bytes: Uint8Array): ParsedCommand | undefined {
  if (bytes.length < 8) return undefined;
  const [, , , , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = bytes;
  const rowBytes = xLow | (xHigh << 8);
  const rows = yLow | (yHigh << 8);
  const length = 8 + rowBytes * rows;
  if (bytes.length < length) return undefined;
  return { command: { kind: "raster", rowBytes, rows, data: bytes.slice(8, length) }, length };
}

function ignored(bytes: Uint8Array, length: number): ParsedCommand {
  return { command: { kind: "ignored", bytes: bytes.slice(0, length) }, length };
}
