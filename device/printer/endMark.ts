import type { Clock } from "#core/interfaces/clock.ts";
import { attendedTimer } from "../transport/attendedTimer.ts";

/** After connecting, an automatic status within this time is the answer to the command that asked for it. */
const LEARN_MS = 2_000;

/**
 * Knows the end of a job by the printer's own word. `GS a` is carried out in its turn, behind everything that was sent
 * before, and answered with an automatic status; `DLE EOT` is answered at once, whatever still waits to be printed. A
 * printer that lost its buffer, because it was switched off and on, never gives the mark and answers all questions well.
 * Whether a printer answers `GS a` is seen when it is connected.
 */
export class EndMark {
  readonly #clock: Clock;
  #isKnown = false;
  #isLearning = false;
  #cancelLearning = (): void => {};
  #marks = 0;
  #settle: ((isSeen: boolean) => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True where this printer has been seen to answer. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** Automatic statuses so far; a mark is there when the number has grown. */
  get count(): number {
    return this.#marks;
  }

  /** The command was sent outside of a job: an answer teaches that this printer gives marks. */
  learn(): void {
    this.forget();
    this.#isLearning = true;
    this.#cancelLearning = attendedTimer(this.#clock, LEARN_MS, () => {
      this.#isLearning = false;
    });
  }

  /** The connection ended; whoever waits for a mark waits no more. */
  forget(): void {
    this.#cancelLearning();
    this.#isKnown = false;
    this.#isLearning = false;
    this.#settle?.(false);
  }

  /** An automatic status came in. */
  take(): void {
    this.#marks += 1;
    if (this.#isLearning) this.#isKnown = true;
    this.#settle?.(true);
  }

  /** Resolves once more marks than `count` were seen; false after `timeoutMs`. */
  waitBeyond(count: number, timeoutMs: number): Promise<boolean> {
    if (this.#marks > count) return Promise.resolve(true);
    return new Promise((resolve) => {
      const cancel = attendedTimer(this.#clock, timeoutMs, () => this.#settle?.(false));
      this.#settle = (isSeen) => {
        this.#settle = undefined;
        cancel();
        resolve(isSeen);
      };
    });
  }
}
