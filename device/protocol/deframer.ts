import { areSameBytes } from "./sameBytes.ts";

/** What a frame rule says about the bytes from one place on. */
export type FrameMatch =
  | { readonly kind: "frame"; readonly length: number }
  /** A frame may begin here, but more bytes are needed to tell. */
  | { readonly kind: "incomplete" }
  | { readonly kind: "none" };

/** Looks at bytes[start..] only; pure. Must know after `longest` bytes at most. */
export type FrameRule = (bytes: Uint8Array, start: number) => FrameMatch;

/** Different frames that a remembering rule knows: what the boards of one wire say in turn. */
const KEPT_FRAMES = 8;

/** The same rule, which knows the frames again that it saw last: on a lock wire nearly all are repetitions. */
export function remembering(rule: FrameRule): FrameRule {
  const kept: { readonly bytes: Uint8Array; readonly match: FrameMatch }[] = [];
  return (bytes, start) => {
    if (start > 0) return rule(bytes, start);
    for (const known of kept) if (areSameBytes(known.bytes, bytes)) return known.match;
    const match = rule(bytes, start);
    if (match.kind !== "frame" || match.length !== bytes.length) return match;
    if (kept.length === KEPT_FRAMES) kept.shift();
    kept.push({ bytes: new Uint8Array(bytes), match });
    return match;
  };
}

export interface Deframed {
  readonly frames: readonly Uint8Array[];
  /** Bytes that belong to no frame, in order. */
  readonly dropped: Uint8Array;
}

const NOTHING = new Uint8Array(0);
const NONE: Deframed = { frames: [], dropped: NOTHING };

/**
 * Cuts a stream of bytes into frames. Where no good frame begins, exactly one byte is skipped and the search starts again:
 * skipping more would swallow the good frame behind a damaged one. Holds less than one frame between calls.
 */
export class Deframer {
  readonly #rule: FrameRule;
  #pending: Uint8Array;

  /** `pending`: bytes that came before and belong to no frame yet. */
  constructor(rule: FrameRule, pending: Uint8Array = NOTHING) {
    this.#rule = rule;
    this.#pending = pending;
  }

  /** What may be the beginning of a frame. */
  get pending(): Uint8Array {
    return this.#pending;
  }

  push(bytes: Uint8Array): Deframed {
    if (this.#pending.length === 0) return this.#cut(new Uint8Array(bytes), false);
    const all = new Uint8Array(this.#pending.length + bytes.length);
    all.set(this.#pending);
    all.set(bytes, this.#pending.length);
    return this.#cut(all, false);
  }

  /** The line was silent for longer than a frame can pause: what began and did not end is dropped. */
  expire(): Deframed {
    if (this.#pending.length === 0) return NONE;
    return this.#cut(this.#pending, true);
  }

  #cut(all: Uint8Array, isOver: boolean): Deframed {
    const whole = all.length === 0 ? undefined : this.#rule(all, 0);
    if (whole?.kind === "frame" && whole.length === all.length) {
      this.#pending = NOTHING;
      return { frames: [all], dropped: NOTHING };
    }
    const frames: Uint8Array[] = [];
    const dropped: number[] = [];
    let at = 0;
    while (at < all.length) {
      const match = this.#rule(all, at);
      if (match.kind === "incomplete" && !isOver) break;
      if (match.kind === "frame") {
        frames.push(all.slice(at, at + match.length));
        at += match.length;
      } else {
        dropped.push(all[at] ?? 0);
        at += 1;
      }
    }
    this.#pending = all.slice(at);
    return { frames, dropped: Uint8Array.from(dropped) };
  }
}
