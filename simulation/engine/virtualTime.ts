import type { Clock } from "#core/interfaces/clock.ts";

interface Timer {
  readonly atMs: number;
  readonly order: number;
  callback: (() => void) | undefined;
}

/** Turns after which the process gets a moment for what is not simulated: a test runner's messages, a signal. */
const TURNS_BETWEEN_BREATHS = 20_000;

/** Kept from before any guard stands: the one real thing that time needs. */
const breathe = setImmediate;

/**
 * Time that runs as fast as the machine can: timers in a heap, so that a day with millions of them takes seconds. Two
 * timers of the same moment come in the order in which they were set.
 */
export class VirtualTime implements Clock {
  #nowMs = 0;
  #order = 0;
  #turns = 0;
  #isHalted = false;
  readonly #heap: Timer[] = [];
  readonly #startsAtMs: number;

  /** `startsAtMs`: wall time at the beginning. */
  constructor(startsAtMs = Date.UTC(2026, 10, 20)) {
    this.#startsAtMs = startsAtMs;
  }

  /** Whole milliseconds, as `Date.now` gives them. */
  wallMs(): number {
    return this.#startsAtMs + Math.floor(this.#nowMs);
  }

  monotonicMs(): number {
    return this.#nowMs;
  }

  after(afterMs: number, callback: () => void): () => void {
    this.#order += 1;
    const timer: Timer = { atMs: this.#nowMs + Math.max(0, afterMs), order: this.#order, callback };
    this.#push(timer);
    return () => {
      timer.callback = undefined;
    };
  }

  /** Ends the present `advance` where it is. */
  halt(): void {
    this.#isHalted = true;
  }

  /** Lets `byMs` pass; promises settle between two timers. Rejects with what a timer's callback throws. */
  advance(byMs: number): Promise<void> {
    const untilMs = this.#nowMs + byMs;
    this.#isHalted = false;
    return new Promise((resolve, reject) => {
      const turn = (): void => {
        try {
          if (this.#isHalted) return resolve();
          const timer = this.#due(untilMs);
          if (timer?.callback === undefined) {
            this.#nowMs = untilMs;
            resolve();
            return;
          }
          this.#nowMs = timer.atMs;
          timer.callback();
        } catch (error) {
          reject(error);
          return;
        }
        this.#settle(turn);
      };
      this.#settle(turn);
    });
  }

  /** Takes the next timer that was not cancelled out of the heap. */
  #due(untilMs: number): Timer | undefined {
    for (let next = this.#heap[0]; next !== undefined && next.atMs <= untilMs; next = this.#heap[0]) {
      this.#pop();
      if (next.callback !== undefined) return next;
    }
    return undefined;
  }

  /**
   * Goes on once every promise that can settle has settled. Node empties the microtasks before it takes the next tick
   * that a microtask asked for, so that this costs a tenth of a turn of the event loop.
   */
  #settle(next: () => void): void {
    this.#turns += 1;
    if (this.#turns % TURNS_BETWEEN_BREATHS === 0) breathe(next);
    else queueMicrotask(() => process.nextTick(next));
  }

  #push(timer: Timer): void {
    this.#heap.push(timer);
    let at = this.#heap.length - 1;
    for (let parent = (at - 1) >> 1; at > 0 && this.#isBefore(at, parent); parent = (at - 1) >> 1) {
      this.#swap(at, parent);
      at = parent;
    }
  }

  #pop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < this.#heap.length && this.#isBefore(left, least)) least = left;
      if (right < this.#heap.length && this.#isBefore(right, least)) least = right;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return false;
    return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return;
    this.#heap[one] = b;
    this.#heap[other] = a;
  }
}
