import type { Clock } from "#core/interfaces/clock.ts";
import type { Scan } from "#core/interfaces/scanner.ts";

/** Scans by where they came from, so that a test can wait for the next one. */
export class ScanWatch {
  readonly #clock: Clock;
  readonly #waiting = new Map<string, (scan: Scan) => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `from`: a scanner's name, or `camera`. */
  note(from: string, scan: Scan): void {
    this.#waiting.get(from)?.(scan);
  }

  /** The next scan from there, or undefined when the time is over. One test at a time waits for one device. */
  next(from: string, withinMs: number): Promise<Scan | undefined> {
    return new Promise((resolve) => {
      const end = (scan: Scan | undefined): void => {
        cancel();
        this.#waiting.delete(from);
        resolve(scan);
      };
      const cancel = this.#clock.after(withinMs, () => end(undefined));
      this.#waiting.set(from, end);
    });
  }
}
