import type { Clock } from "#core/interfaces/clock.ts";
import { askStatus, type StatusGroup } from "../protocol/escPos/commands.ts";
import { causeFromAnswer, factsFromAnswers, type PrinterFacts } from "../protocol/escPos/printerState.ts";
import { attendedTimer } from "../transport/attendedTimer.ts";
import type { Link } from "../transport/link.ts";

/** Quiet time before the first question: a picture may have drawn status bytes that nobody asked for. */
const QUIET_MS = 60;
const LONGEST_QUIET_MS = 600;

/**
 * Asks a printer for its state, one group after another, because an answer does not say which question it answers. For
 * the same reason it counts the answers that may still come: after a question that went unanswered for a while a late
 * answer would be taken for that of the next group, and a paper that is out would read as a paper that is there.
 */
export class StatusQuestion {
  readonly #link: Link;
  readonly #clock: Clock;
  /** Answers that may still come: to questions in flight, given up, or drawn inside a picture. */
  #owed = 0;
  #onAnswer: ((byte: number) => void) | undefined;
  #giveUp = (): void => {};
  #lastByteAtMs = Number.NEGATIVE_INFINITY;

  constructor(link: Link, clock: Clock) {
    this.#link = link;
    this.#clock = clock;
  }

  /** The connection ended: nothing that was asked on it is answered any more. */
  forget(): void {
    this.#owed = 0;
    this.#giveUp();
  }

  /** Any byte came in; the line is not quiet. */
  noticeBytes(): void {
    this.#lastByteAtMs = this.#clock.monotonicMs();
  }

  /** A picture carries the bytes of so many questions; printers may answer each of them or none. */
  expectDrawn(questions: number): void {
    this.#owed += questions;
  }

  /** An answer came in; one that nobody waits for is only counted. */
  take(byte: number): void {
    this.#owed = Math.max(0, this.#owed - 1);
    this.#onAnswer?.(byte);
  }

  /**
   * Undefined when the printer did not answer everything.
   * @param timeoutMs longest silence after each question, in time that this program attended
   */
  async ask(timeoutMs: number): Promise<PrinterFacts | undefined> {
    await this.#awaitQuiet();
    if (this.#owed > 0 && !(await this.#settleOwed(timeoutMs))) return undefined;
    const printer = await this.#askGroup(1, timeoutMs);
    if (printer === undefined) return undefined;
    const offlineCause = await this.#askGroup(2, timeoutMs);
    if (offlineCause === undefined) return undefined;
    const roll = await this.#askGroup(4, timeoutMs);
    if (roll === undefined) return undefined;
    const facts = factsFromAnswers(printer, offlineCause, roll);
    if (!facts.hasError) return facts;
    const errorCause = await this.#askGroup(3, timeoutMs);
    return errorCause === undefined ? undefined : { ...facts, cause: causeFromAnswer(errorCause) };
  }

  /**
   * Asks once more and lets every answer pass until none is owed, or until the printer is silent after at least one: what
   * is missing then was never received. False when it says nothing at all.
   */
  async #settleOwed(timeoutMs: number): Promise<boolean> {
    let answers = 0;
    const isComplete = await this.#send(1, timeoutMs, () => {
      answers += 1;
      return this.#owed === 0;
    });
    if (isComplete) return true;
    if (answers > 0) this.#owed = 0;
    return answers > 0;
  }

  async #askGroup(group: StatusGroup, timeoutMs: number): Promise<number | undefined> {
    let answer: number | undefined;
    await this.#send(group, timeoutMs, (byte) => {
      answer = byte;
      return true;
    });
    return answer;
  }

  /** Sends a question and hands over each answer until `isEnough`; false after a silence of `timeoutMs`. */
  #send(group: StatusGroup, timeoutMs: number, isEnough: (byte: number) => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      let cancel = (): void => {};
      const settle = (isDone: boolean): void => {
        if (this.#onAnswer !== take) return;
        this.#onAnswer = undefined;
        cancel();
        resolve(isDone);
      };
      const listen = (): void => {
        cancel();
        cancel = attendedTimer(this.#clock, timeoutMs, () => settle(false));
      };
      const take = (byte: number): void => {
        if (isEnough(byte)) settle(true);
        else listen();
      };
      this.#onAnswer = take;
      this.#giveUp = () => settle(false);
      this.#owed += 1;
      listen();
      void this.#link.write(askStatus(group)).then((written) => {
        if (written !== "sent") settle(false);
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
