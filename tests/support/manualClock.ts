import type { Clock } from "#core/interfaces/clock.ts";

interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly callback: () => void;
}

/** A clock that stands still until a test moves it. Timers run in order of time, promises settle in between. */
export class ManualClock implements Clock {
  #nowMs = 0;
  #order = 0;
  #timers: Timer[] = [];
  #startWallMs: number;

  constructor(startWallMs = Date.UTC(2026, 10, 20, 12)) {
    this.#startWallMs = startWallMs;
  }

  wallMs(): number {
    return Math.floor(this.#startWallMs + this.#nowMs);
  }

  /** Sets the wall clock; what waits is not touched by it. */
  stepWall(byMs: number): void {
    this.#startWallMs += byMs;
  }

  monotonicMs(): number {
    return this.#nowMs;
  }

  after(afterMs: number, callback: () => void): () => void {
    this.#order += 1;
    const timer: Timer = { atMs: this.#nowMs + Math.max(0, afterMs), order: this.#order, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Time until the next timer, milliseconds; undefined when none waits. */
  nextMs(): number | undefined {
    const next = this.#next(Number.POSITIVE_INFINITY);
    return next && Math.max(0, next.atMs - this.#nowMs);
  }

  /** Lets `byMs` pass. */
  async advance(byMs: number): Promise<void> {
    const untilMs = this.#nowMs + byMs;
    await settle();
    for (let timer = this.#next(untilMs); timer !== undefined; timer = this.#next(untilMs)) {
      const due = timer;
      this.#timers = this.#timers.filter((other) => other !== due);
      this.#nowMs = Math.max(this.#nowMs, due.atMs);
      due.callback();
      await settle();
    }
    this.#nowMs = untilMs;
  }

  /** Lets time pass until the promise settles, at most `limitMs`. */
  async until<Value>(promise: Promise<Value>, limitMs = 60_000): Promise<Value> {
    let isSettled = false;
    const settled = promise.finally(() => {
      isSettled = true;
    });
    const endMs = this.#nowMs + limitMs;
    await settle();
    while (!isSettled && this.#nowMs < endMs) await this.advance(5);
    if (!isSettled) throw new Error(`The promise did not settle within ${limitMs} ms of the manual clock.`);
    return settled;
  }

  #next(untilMs: number): Timer | undefined {
    const due = this.#timers.filter((timer) => timer.atMs <= untilMs);
    return due.sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
  }
}

/** Every promise that can settle without time passing has settled afterwards. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
