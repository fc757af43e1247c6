import type { Clock } from "#core/interfaces/clock.ts";
import { askStatus, type StatusGroup } from "../protocol/escPos/commands.ts";
import { factsFromAnswers, type PrinterFacts } from "../protocol/escPos/printerState.ts";
import type { Link } from "../transport/link.ts";

/** Quiet time before the first question: a picture may have drawn status bytes that nobody asked for. */
const QUIET_MS = 60;
const LONGEST_QUIET_MS = 600;

/** Asks a printer for its state, one group after another, because an answer does not say which question it answers. */
export class StatusQuestion {
  readonly #link: Link;
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  #answer: ((byte: number) => void) | undefined;
  #lastByteAtMs = Number.NEGATIVE_INFINITY;

  constructor(link: Link, clock: Clock, timeoutMs: number) {
    this.#link = link;
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
  }

  /** Any byte came in; the line is not quiet. */
  noticeBytes(): void {
    this.#lastByteAtMs = this.#clock.monotonicMs();
  }

  /** An answer came in; without a question in flight it is passed over. */
  take(byte: number): void {
    this.#answer?.(byte);
  }

  /** Undefined when the printer did not answer everything in time. */
  async ask(): Promise<PrinterFacts | undefined> {
    await this.#awaitQuiet();
    const printer = await this.#askGroup(1);
    if (printer === undefined) return undefined;
    const offlineCause = await this.#askGroup(2);
    if (offlineCause === undefined) return undefined;
    const roll = await this.#askGroup(4);
    return roll === undefined ? undefined : factsFromAnswers(printer, offlineCause, roll);
  }

  async #askGroup(group: StatusGroup): Promise<number | undefined> {
    return new Promise((resolve) => {
      const settle = (byte: number | undefined): void => {
        this.#answer = undefined;
        cancel();
        resolve(byte);
      };
      const cancel = this.#clock.after(this.#timeoutMs, () => settle(undefined));
      this.#answer = settle;
      void this.#link.write(askStatus(group)).then((written) => {
        if (written !== "sent" && this.#answer === settle) settle(undefined);
      });
    });
  }

  async #awaitQuiet(): Promise<void> {
    const untilMs = this.#clock.monotonicMs() + LONGEST_QUIET_MS;
    for (;;) {
      const nowMs = this.#clock.monotonicMs();
      const waitMs = this.#lastByteAtMs + QUIET_MS - nowMs;
      if (waitMs <= 0 || nowMs >= untilMs) return;
      await new Promise<void>((resolve) => this.#clock.after(waitMs, resolve));
    }
  }
}
