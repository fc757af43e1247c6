import { failed, ok, type Result } from "#core/base/result.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import { type Deframed, Deframer, type FrameRule } from "../protocol/deframer.ts";
import type { Transport } from "../transport/transport.ts";

/** One question to a wire, with everything that tells its answer from other bytes. */
export interface LineQuestion<Reply> {
  readonly bytes: Uint8Array;
  readonly rule: FrameRule;
  readonly accept: (frame: Uint8Array) => Reply | undefined;
  /** Longest wait for the first byte of an answer, milliseconds; what has begun is heard to its end. */
  readonly waitMs: number;
  /** Listens on after the answer, so that a second one is noticed. */
  readonly isSecondAwaited?: boolean;
}

/** What one question came to. */
export type LineAnswer<Reply> =
  | {
      readonly kind: "reply";
      readonly reply: Reply;
      readonly frame: Uint8Array;
      /** Answers that were heard; above 1 only where the second was awaited. */
      readonly answers: number;
      readonly isEchoed: boolean;
    }
  /** `isEchoed`: nothing but the question itself came back. `heardBytes`: bytes that were no answer. */
  | { readonly kind: "noReply"; readonly isEchoed: boolean; readonly heardBytes: number }
  /** The port is gone. */
  | { readonly kind: "lost" };

/** A pause inside or after a frame that ends it: USB adapters hand bytes over in batches of 16 ms. */
const SILENCE_MS = 40;
/** Longest time for one question, whatever babbles on the wire. */
const LONGEST_MS = 1_000;
/** Bytes of one answer that are kept to tell an echo. */
const MOST_HEARD_BYTES = 1_024;
const OPEN_WITHIN_MS = 5_000;

/**
 * A wire with one asker, for as long as somebody looks for boards or learns their wiring. One question at a time; nothing
 * is asked again by itself, and a wire that is lost stays lost.
 */
export class BoardLine {
  readonly #transport: Transport;
  readonly #clock: Clock;
  #take: (bytes: Uint8Array) => void = () => {};
  #end: () => void = () => {};
  #isLost = false;

  private constructor(transport: Transport, clock: Clock) {
    this.#transport = transport;
    this.#clock = clock;
    transport.onBytes((bytes) => this.#take(bytes));
    transport.onClosed(() => {
      this.#isLost = true;
      this.#end();
    });
  }

  /** Fails with the reason for which the port could not be opened. */
  static async open(transport: Transport, clock: Clock): Promise<Result<BoardLine, string>> {
    const line = new BoardLine(transport, clock);
    let cancelLimit = (): void => {};
    const limit = new Promise<string>((resolve) => {
      cancelLimit = clock.after(OPEN_WITHIN_MS, () => resolve("opening took too long"));
    });
    const fault = await Promise.race([transport.open(), limit]);
    cancelLimit();
    if (fault === undefined) return ok(line);
    await transport.close();
    return failed(fault);
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** Asks and listens. Never rejects. */
  async ask<Reply>(question: LineQuestion<Reply>): Promise<LineAnswer<Reply>> {
    const heard = new Heard(question);
    const over = this.#listen(heard, question);
    const written = this.#isLost ? "refused" : await this.#transport.write(question.bytes);
    if (written !== "sent") this.#end();
    await over;
    return this.#isLost || written !== "sent" ? { kind: "lost" } : heard.answer();
  }

  /** Lets time pass between two questions. */
  pause(forMs: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(forMs, resolve));
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  #listen<Reply>(heard: Heard<Reply>, { waitMs, isSecondAwaited = false }: LineQuestion<Reply>): Promise<void> {
    const clock = this.#clock;
    return new Promise((resolve) => {
      let cancelSilence = (): void => {};
      const finish = (): void => {
        cancelFirst();
        cancelLimit();
        cancelSilence();
        this.#take = () => {};
        this.#end = () => {};
        resolve();
      };
      // An echo of the question alone is no beginning of an answer: the wait for that goes on.
      const cancelFirst = clock.after(waitMs, () => heard.hasBegun || finish());
      const cancelLimit = clock.after(LONGEST_MS, finish);
      this.#end = finish;
      this.#take = (bytes) => {
        heard.take(bytes);
        if (heard.isAnswered && !isSecondAwaited) return finish();
        cancelSilence();
        cancelSilence = clock.after(SILENCE_MS, () => {
          heard.expire();
          if (heard.hasBegun) finish();
        });
      };
    });
  }
}

/** What came in since one question left. */
class Heard<Reply> {
  readonly #question: LineQuestion<Reply>;
  readonly #deframer: Deframer;
  readonly #bytes: number[] = [];
  #first: { readonly reply: Reply; readonly frame: Uint8Array } | undefined;
  #answers = 0;

  constructor(question: LineQuestion<Reply>) {
    this.#question = question;
    this.#deframer = new Deframer(question.rule);
  }

  get isAnswered(): boolean {
    return this.#answers > 0;
  }

  /** True once more came than the question itself. */
  get hasBegun(): boolean {
    return this.#bytes.length > (this.#isEchoed ? this.#question.bytes.length : 0);
  }

  take(bytes: Uint8Array): void {
    if (this.#bytes.length < MOST_HEARD_BYTES) this.#bytes.push(...bytes);
    this.#sort(this.#deframer.push(bytes));
  }

  expire(): void {
    this.#sort(this.#deframer.expire());
  }

  answer(): LineAnswer<Reply> {
    const isEchoed = this.#isEchoed;
    if (this.#first !== undefined) return { kind: "reply", ...this.#first, answers: this.#answers, isEchoed };
    const heardBytes = this.#bytes.length - (isEchoed ? this.#question.bytes.length : 0);
    return { kind: "noReply", isEchoed, heardBytes };
  }

  get #isEchoed(): boolean {
    const sent = this.#question.bytes;
    const isAnswerItself = this.#first?.frame.length === sent.length && isSame(this.#first.frame, sent);
    return !isAnswerItself && this.#bytes.length >= sent.length && isSame(this.#bytes, sent);
  }

  #sort({ frames }: Deframed): void {
    for (const frame of frames) {
      const reply = this.#question.accept(frame);
      if (reply === undefined) continue;
      this.#first ??= { reply, frame };
      this.#answers += 1;
    }
  }
}

/** True where `heard` begins with `sent`. */
function isSame(heard: ArrayLike<number>, sent: Uint8Array): boolean {
  return sent.every((byte, index) => heard[index] === byte);
}
