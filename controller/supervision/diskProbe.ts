import { open } from "node:fs/promises";
import type { Clock } from "#core/interfaces/clock.ts";

/**
 * Finds out whether a disk still takes a byte for good: a disk that is full, was mounted read-only after an error, or no
 * longer answers, fails here. One small file is overwritten in place each time.
 */
export class DiskProbe {
  readonly #path: string;
  readonly #clock: Clock;
  #lastGoodAtMs: number;
  #isUnderWay = false;
  #fault: string | undefined;

  constructor(path: string, clock: Clock) {
    this.#path = path;
    this.#clock = clock;
    this.#lastGoodAtMs = clock.monotonicMs();
  }

  /** Since the last byte was taken, milliseconds; counts from the beginning. */
  get unwrittenMs(): number {
    return this.#clock.monotonicMs() - this.#lastGoodAtMs;
  }

  /** Why the last attempt failed. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Tries once more, unless the last attempt still waits for the disk. Never rejects. */
  async write(): Promise<void> {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    try {
      const file = await open(this.#path, "w", 0o600);
      try {
        await file.write("1");
        await file.datasync();
      } finally {
        await file.close();
      }
      this.#lastGoodAtMs = this.#clock.monotonicMs();
      this.#fault = undefined;
    } catch (error) {
      this.#fault = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    } finally {
      this.#isUnderWay = false;
    }
  }
}
