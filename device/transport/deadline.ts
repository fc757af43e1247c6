import type { Clock } from "#core/interfaces/clock.ts";

/** A timer that comes so much later than it was due says that the program itself was held up, milliseconds. */
const LATE_MS = 15;
/** What lies in the kernel's buffers gets so long to come through before anything is judged, milliseconds. */
const GRACE_MS = 40;
/** A machine that is held up again and again does not put a judgement off for ever. */
const LONGEST_GRACES = 5;

/**
 * A time limit that does not blame a device for the program's own pauses. After a pause of the event loop timers run before
 * arrived bytes are read: a limit that comes late lets them through first. Returns a function that cancels.
 */
export function deadline(clock: Clock, afterMs: number, onPassed: () => void): () => void {
  let cancel = (): void => {};
  const wait = (forMs: number, gracesLeft: number): void => {
    const dueMs = clock.monotonicMs() + forMs;
    cancel = clock.after(forMs, () => {
      const isLate = clock.monotonicMs() - dueMs > LATE_MS;
      if (isLate && gracesLeft > 0) wait(GRACE_MS, gracesLeft - 1);
      else onPassed();
    });
  };
  wait(afterMs, LONGEST_GRACES);
  return () => cancel();
}
