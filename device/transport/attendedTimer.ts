import type { Clock } from "#core/interfaces/clock.ts";

/** How often an attended timer looks whether the program kept up, milliseconds. */
const LOOK_EVERY_MS = 50;
/** At most so many looks for each that an undisturbed wait takes, so that a machine that is always late waits not for ever. */
const MOST_LOOKS_FACTOR = 10;

/**
 * Calls back after `afterMs` in which this program was attending. A timer that comes late because the program was held up
 * (a blocked loop, a stopped process, a machine without a core to spare) says nothing about a device: its answer may lie
 * in the system's buffer, unread. Such a time does not count, and what lies there is read before the next look.
 * @returns a function that cancels
 */
export function attendedTimer(clock: Clock, afterMs: number, callback: () => void): () => void {
  let leftMs = afterMs;
  let looksLeft = (Math.floor(afterMs / LOOK_EVERY_MS) + 1) * MOST_LOOKS_FACTOR;
  let cancel = (): void => {};
  const wait = (): void => {
    const partMs = Math.min(LOOK_EVERY_MS, leftMs);
    const dueMs = clock.monotonicMs() + partMs;
    cancel = clock.after(partMs, () => {
      looksLeft -= 1;
      const isLate = clock.monotonicMs() - dueMs > LOOK_EVERY_MS;
      if (!isLate) leftMs -= partMs;
      if (leftMs <= 0 || looksLeft <= 0) callback();
      else wait();
    });
  };
  wait();
  return () => cancel();
}
