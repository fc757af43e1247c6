import type { Clock } from "#core/interfaces/clock.ts";

/** Unlocks that may wait for their turn on one wire. */
const LONGEST_LINE = 32;

/** Lets one unlock at a time read and pulse on a wire, and keeps pulses apart: locks share a power supply. */
export class PulseTurns {
  readonly #clock: Clock;
  readonly #spacingMs: number;
  #tail: Promise<void> = Promise.resolve();
  #waiting = 0;
  #lastPulseMs = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, spacingMs: number) {
    this.#clock = clock;
    this.#spacingMs = spacingMs;
  }

  /** Resolves when it is this caller's turn, with the function that ends it; undefined when too many wait. */
  async take(): Promise<(() => void) | undefined> {
    if (this.#waiting >= LONGEST_LINE) return undefined;
    this.#waiting += 1;
    const before = this.#tail;
    let release = (): void => {};
    this.#tail = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    const waitMs = this.#lastPulseMs + this.#spacingMs - this.#clock.monotonicMs();
    if (waitMs > 0) await new Promise<void>((resolve) => this.#clock.after(waitMs, resolve));
    this.#waiting -= 1;
    return release;
  }

  /** Milliseconds since the last pulse on this wire; infinite before the first. */
  get sincePulseMs(): number {
    return this.#clock.monotonicMs() - this.#lastPulseMs;
  }

  markPulse(atMs: number): void {
    this.#lastPulseMs = atMs;
  }
}
