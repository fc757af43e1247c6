/** The most that a QR code holds as text, and the most bytes that this program takes for one code. */
export const LONGEST_SCAN_BYTES = 4_296;

const CR = 0x0d;
const LF = 0x0a;

/** The bytes as UTF-8 text; undefined where they are no such text, or none at all. A wrong letter is never guessed. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0 || bytes.length > LONGEST_SCAN_BYTES) return undefined;
  try {
    // A byte order mark is part of what was encoded, and stays.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Without one CR, LF or CR LF at the end, which scanners add as the Enter key. */
export function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  if (bytes[end - 1] === LF) end -= 1;
  if (bytes[end - 1] === CR) end -= 1;
  return bytes.subarray(0, end);
}
