import type { TraceLine } from "#core/contract/technician.ts";
import type { TracedFrame } from "#core/interfaces/lockBoard.ts";

/** Frames kept for the technician's screen; lock boards only, so nothing personal is ever in one. */
export const KEPT_FRAMES = 200;

/** The newest frames of all wires, oldest first. */
export class TraceRing {
  readonly #lines: TraceLine[] = [];

  /** `atMs`: wall time. */
  add({ wire, direction, bytes, meaning }: TracedFrame, atMs: number): void {
    this.#lines.push({ wire, direction, hex: hexOf(bytes), ...(meaning === undefined ? {} : { meaning }), atMs });
    if (this.#lines.length > KEPT_FRAMES) this.#lines.shift();
  }

  lines(): readonly TraceLine[] {
    return [...this.#lines];
  }
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}
