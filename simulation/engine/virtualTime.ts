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
 * Settles every promise that can settle, now: what Node itself calls between two timers of its own. It works wherever no
 * microtask is running, and costs a third of a way through the queues of the event loop.
 */
const settle = nodeSettle();

function nodeSettle(): () => void {
  // Not in the types, because programs have no use for it.
  const { _tickCallback: settleAll } = process as typeof process & { _tickCallback?: () => void };
  if (settleAll === undefined) throw new Error("This version of Node cannot settle promises between two timers.");
  return settleAll;
}

/**
 * Time that runs as fast as the machine can: timers in a heap, so that a day with millions of them takes seconds. Two
 * timers of the same moment come in the order in which they were set.
 */
export class VirtualTime implements Clock {
  #nowMs = 0;
  #order = 0;
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
      const turns = (): void => {
        try {
          for (let turn = 0; turn < TURNS_BETWEEN_BREATHS; turn += 1) {
            if (!this.#isHalted && this.#ring(untilMs)) {
              settle();
              continue;
            }
            resolve();
            return;
          }
          breathe(turns);
        } catch (error) {
          reject(error);
        }
      };
      breathe(turns);
    });
  }

  /** Goes to the next timer and calls it; false, and the time is `untilMs`, where there is none before that. */
  #ring(untilMs: number): boolean {
    const timer = this.#due(untilMs);
    if (timer?.callback === undefined) {
      this.#nowMs = untilMs;
      return false;
    }
    this.#nowMs = timer.atMs;
    timer.callback();
    return true;
  }

  /** Takes the next timer that was not cancelled out of the heap. */
  #due(untilMs: number): Timer | undefined {
    for (let next = this.#heap[0]; next !== undefined && next.atMs <= untilMs; next = this.#heap[0]) {
      this.#pop();
      if (next.callback !== undefined) return next;
    }
    return undefined;
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || isBefore(parent, timer)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = timer;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      let child = heap[below];
      if (child === undefined) break;
      const right = heap[below + 1];
      if (right !== undefined && isBefore(right, child)) {
        below += 1;
        child = right;
      }
      if (isBefore(last, child)) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = last;
  }
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}
