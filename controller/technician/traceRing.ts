import type { TraceLine } from "#core/contract/technician.ts";
import type { TracedFrame } from "#core/interfaces/lockBoard.ts";

/** Frames kept for the technician's screen; lock boards only, so nothing personal is ever in one. */
export const KEPT_FRAMES = 200;

/** The newest frames of all wires, oldest first. */
export class TraceRing {
  readonly #frames: { readonly frame: TracedFrame; readonly atMs: number; line?: TraceLine }[] = [];
  /** Place of the oldest, once all places are taken. */
  #oldest = 0;

  /** `atMs`: wall time. */
  add(frame: TracedFrame, atMs: number): void {
    if (this.#frames.length < KEPT_FRAMES) {
      this.#frames.push({ frame, atMs });
      return;
    }
    this.#frames[this.#oldest] = { frame, atMs };
    this.#oldest = (this.#oldest + 1) % KEPT_FRAMES;
  }

  /** Put into words here, each frame once: hundreds a minute come and go unread. */
  lines(): readonly TraceLine[] {
    const inOrder = [...this.#frames.slice(this.#oldest), ...this.#frames.slice(0, this.#oldest)];
    return inOrder.map((kept) => {
      kept.line ??= lineOf(kept.frame, kept.atMs);
      return kept.line;
    });
  }
}

function lineOf({ wire, direction, bytes, meaning }: TracedFrame, atMs: number): TraceLine {
  return { wire, direction, hex: hexOf(bytes), ...(meaning === undefined ? {} : { meaning }), atMs };
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}
