import { LONGEST_SCAN_BYTES } from "../protocol/barcode/decodeText.ts";
import type { FrameRule } from "../protocol/deframer.ts";

/** One line from a scanner, without its end; `bytes` is undefined where it was longer than any code that is taken. */
export interface ScanLine {
  readonly bytes: Uint8Array | undefined;
}

const CR = 0x0d;
const LF = 0x0a;

/**
 * Joins the bytes of a code up to CR or LF: letters such as ồ take three bytes, which arrive in any pieces, so that text
 * is made only of whole lines. Empty lines are passed over. Replies to commands, which come ahead of a code on the same
 * line, are taken away by `replyRule`. Holds at most the longest code.
 */
export class ScanLineReader {
  readonly #replyRule: FrameRule | undefined;
  /** Bytes at the start of a line that may be a reply. */
  #held: number[] = [];
  #bytes: number[] = [];
  #isTooLong = false;

  constructor(replyRule?: FrameRule) {
    this.#replyRule = replyRule;
  }

  /** True while bytes wait for the end of their line. */
  get hasPart(): boolean {
    return this.#bytes.length > 0 || this.#held.length > 0;
  }

  push(bytes: Uint8Array): ScanLine[] {
    const lines: ScanLine[] = [];
    for (const byte of bytes) this.#receive(byte, lines);
    return lines;
  }

  /** Drops a line that began and did not end. */
  forget(): void {
    this.#held = [];
    this.#bytes = [];
    this.#isTooLong = false;
  }

  #receive(byte: number, lines: ScanLine[]): void {
    if (this.#replyRule === undefined || this.#bytes.length > 0) return this.#take(byte, lines);
    this.#held.push(byte);
    const match = this.#replyRule(Uint8Array.from(this.#held), 0);
    if (match.kind === "incomplete") return;
    const [first, ...rest] = this.#held;
    this.#held = [];
    if (match.kind === "frame" || first === undefined) return;
    this.#take(first, lines);
    for (const later of rest) this.#receive(later, lines);
  }

  #take(byte: number, lines: ScanLine[]): void {
    if (byte === CR || byte === LF) this.#end(lines);
    else if (this.#bytes.length >= LONGEST_SCAN_BYTES) this.#isTooLong = true;
    else this.#bytes.push(byte);
  }

  #end(lines: ScanLine[]): void {
    const bytes = Uint8Array.from(this.#bytes);
    const isTooLong = this.#isTooLong;
    this.forget();
    if (bytes.length > 0) lines.push({ bytes: isTooLong ? undefined : bytes });
  }
}
