/** One line from a scanner. */
export type ScanLine =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unusable"; readonly reason: "notUtf8" | "tooLong" };

/** The most that a QR code holds as text. */
export const LONGEST_SCAN_CHARACTERS = 4_296;
/** UTF-8 needs up to three bytes for a character that counts as one. */
const LONGEST_SCAN_BYTES = LONGEST_SCAN_CHARACTERS * 3;

const CR = 0x0d;
const LF = 0x0a;

/**
 * Joins the bytes of a code up to CR or LF and decodes them as UTF-8 once: letters such as ồ take three bytes, which
 * arrive in any pieces. Empty lines are passed over. Holds at most the longest code.
 */
export class ScanLineReader {
  #bytes: number[] = [];
  #isTooLong = false;

  push(bytes: Uint8Array): ScanLine[] {
    const lines: ScanLine[] = [];
    for (const byte of bytes) {
      if (byte === CR || byte === LF) {
        const line = this.#end();
        if (line !== undefined) lines.push(line);
      } else if (this.#bytes.length >= LONGEST_SCAN_BYTES) this.#isTooLong = true;
      else this.#bytes.push(byte);
    }
    return lines;
  }

  /** Drops a line that began and did not end. */
  forget(): void {
    this.#bytes = [];
    this.#isTooLong = false;
  }

  #end(): ScanLine | undefined {
    const bytes = Uint8Array.from(this.#bytes);
    const isTooLong = this.#isTooLong;
    this.forget();
    if (bytes.length === 0) return undefined;
    if (isTooLong) return { kind: "unusable", reason: "tooLong" };
    const text = decode(bytes);
    if (text === undefined) return { kind: "unusable", reason: "notUtf8" };
    return text.length > LONGEST_SCAN_CHARACTERS ? { kind: "unusable", reason: "tooLong" } : { kind: "text", text };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
