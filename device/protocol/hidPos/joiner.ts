import { type AimIdentifier, isResponse } from "../barcode/aimIdentifier.ts";
import { LONGEST_SCAN_BYTES, withoutLineEnd } from "../barcode/decodeText.ts";
import { readHidPosReport } from "./report.ts";

/** A code whose parts have all come, still as bytes. */
export interface HidPosCode {
  readonly aimId: AimIdentifier;
  /** Without the line end that a scanner may add; undefined where the code is longer than any that is taken. */
  readonly bytes: Uint8Array | undefined;
}

/** What one report came to. */
export type HidPosJoined =
  | { readonly kind: "code"; readonly code: HidPosCode }
  | { readonly kind: "partial" }
  /** An answer to a command, or a report of another kind. */
  | { readonly kind: "notACode" };

/** Parts of one code follow each other within milliseconds; after this the rest is not coming. */
export const PART_SILENCE_MS = 500;

/**
 * Joins the parts of a code as bytes: they are cut after 56, in the middle of Vietnamese letters too, so that decoding
 * waits until all are there. A code whose rest does not come is dropped, and so is one that another interrupts.
 */
export class HidPosJoiner {
  #aimId: AimIdentifier | undefined;
  #bytes: number[] = [];
  #isTooLong = false;
  #lastAtMs = 0;

  /** Takes one input report; `nowMs` is monotonic. */
  push(report: Uint8Array, nowMs: number): HidPosJoined {
    const part = readHidPosReport(report);
    if (part === undefined) return { kind: "notACode" };
    if (this.#aimId !== part.aimId || nowMs - this.#lastAtMs >= PART_SILENCE_MS) this.forget();
    this.#aimId = part.aimId;
    this.#lastAtMs = nowMs;
    if (this.#bytes.length + part.data.length > LONGEST_SCAN_BYTES + 2) this.#isTooLong = true;
    else this.#bytes.push(...part.data);
    if (part.hasMore) return { kind: "partial" };
    const bytes = withoutLineEnd(Uint8Array.from(this.#bytes));
    const isTooLong = this.#isTooLong || bytes.length > LONGEST_SCAN_BYTES;
    this.forget();
    if (isResponse(part.aimId)) return { kind: "notACode" };
    return { kind: "code", code: { aimId: part.aimId, bytes: isTooLong ? undefined : bytes } };
  }

  /** Drops what began and did not end. */
  forget(): void {
    this.#aimId = undefined;
    this.#bytes = [];
    this.#isTooLong = false;
  }
}
