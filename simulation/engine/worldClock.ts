import type { Clock } from "#core/interfaces/clock.ts";
import type { VirtualTime } from "./virtualTime.ts";

/** The machine's clock: its wall time can be set wrong, its monotonic time cannot. */
export class WorldClock implements Clock {
  /** So much the wall clock is ahead of the truth, milliseconds; negative where it is behind. */
  aheadMs = 0;
  readonly #time: VirtualTime;

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  wallMs(): number {
    return this.#time.wallMs() + this.aheadMs;
  }

  /** What a right clock says. */
  trueWallMs(): number {
    return this.#time.wallMs();
  }

  monotonicMs(): number {
    return this.#time.monotonicMs();
  }

  after(afterMs: number, callback: () => void): () => void {
    return this.#time.after(afterMs, callback);
  }
}
