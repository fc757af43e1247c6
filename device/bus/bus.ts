import type { Clock } from "#core/interfaces/clock.ts";
import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import type { BoardDriver, BoardReport } from "../protocol/boardDriver.ts";
import { type Deframed, Deframer, type FrameRule, remembering } from "../protocol/deframer.ts";
import { attendedTimer } from "../transport/attendedTimer.ts";
import { Link, type LinkTimes } from "../transport/link.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { AnswerHistory } from "./answerHistory.ts";
import { type BusJob, BusQueue } from "./busQueue.ts";
import type { BusOutcome, BusRequest } from "./busRequest.ts";
import { type BusTimes, DEFAULT_BUS_TIMES, replyTimeoutMs } from "./busTimes.ts";
import { Flight } from "./flight.ts";
import { wireRule } from "./wireRule.ts";

export interface BusFrame {
  readonly direction: "sent" | "received" | "dropped";
  readonly bytes: Uint8Array;
  readonly atMs: number;
  /** Whose frame it is; absent where nobody knows. */
  readonly driver?: BoardDriver | undefined;
}

export interface BusOptions {
  readonly transport: TransportFactory;
  readonly clock: Clock;
  /** Bits per second, for the time that bytes need; the transport is opened with the same. */
  readonly baudRate: number;
  /** The families on this wire. */
  readonly drivers: readonly BoardDriver[];
  readonly times?: Partial<BusTimes>;
  readonly linkTimes?: Partial<LinkTimes>;
  readonly onOpened: () => void;
  readonly onClosed: (reason: string) => void;
  readonly onFrame: (frame: BusFrame) => void;
  /** A board said something unasked. */
  readonly onReport: (family: BoardFamily, report: BoardReport) => void;
  /** A second answer came to a question that was answered already. */
  readonly onSecondAnswer: (board: string) => void;
}

/** So many missed replies in a row, from whichever board, make the port itself suspect. */
const SUSPECT_AFTER_MISSES = 3;
/** Longest wait for a babbling line to fall silent. */
const LONGEST_BABBLE_MS = 500;

/** One shared wire and the queue that owns it: one request in flight, nothing else writes to it. */
export class Bus {
  readonly #options: BusOptions;
  readonly #times: BusTimes;
  readonly #link: Link;
  readonly #queue: BusQueue;
  /** Families whose boards speak unasked. */
  readonly #reporting: readonly BoardDriver[];
  /** The frames that may come while a board of this family is asked. */
  readonly #rules = new Map<BoardDriver, FrameRule>();
  #deframer: Deframer;
  #inFlight: Flight | undefined;
  readonly #history = new AnswerHistory();
  #isEchoing = false;
  #missesInARow = 0;
  #lastByteAtMs = Number.NEGATIVE_INFINITY;
  #isListening = false;
  #cancelSilence = (): void => {};

  constructor(options: BusOptions) {
    this.#options = options;
    this.#times = { ...DEFAULT_BUS_TIMES, ...options.times };
    this.#reporting = options.drivers.filter((driver) => driver.readReport !== undefined);
    this.#deframer = new Deframer(wireRule(this.#reporting));
    this.#queue = new BusQueue(options.clock, (job) => this.#perform(job));
    this.#link = new Link({
      transport: options.transport,
      clock: options.clock,
      ...(options.linkTimes && { times: options.linkTimes }),
      onBytes: (bytes) => this.#receive(bytes),
      onOpened: () => {
        this.#missesInARow = 0;
        this.#deframer = new Deframer(wireRule(this.#reporting));
        options.onOpened();
      },
      onClosed: (reason) => {
        this.#inFlight?.end(false);
        this.#queue.refuseAll();
        options.onClosed(reason);
      },
    });
  }

  get isOpen(): boolean {
    return this.#link.isOpen;
  }

  start(): void {
    this.#link.start();
  }

  async stop(): Promise<void> {
    this.#isListening = false;
    this.#cancelSilence();
    await this.#link.stop();
  }

  /** Never rejects. While the wire is down the answer is `notSent` at once: nothing waits for it to come back. */
  request<Reply>(request: BusRequest<Reply>): Promise<BusOutcome<Reply>> {
    if (!this.#link.isOpen) return Promise.resolve({ kind: "notSent", reason: "closed" });
    return new Promise((resolve) => {
      const isQueued = this.#queue.add({
        request,
        offer: (frame, { sentAtMs, hasEcho }) => {
          const reply = request.accept(frame);
          if (reply === undefined) return false;
          resolve({ kind: "reply", reply, sentAtMs, latencyMs: this.#nowMs - sentAtMs, hasEcho });
          return true;
        },
        fail: resolve,
      });
      if (!isQueued) resolve({ kind: "notSent", reason: "full" });
    });
  }

  async #perform(job: BusJob): Promise<void> {
    const { request } = job;
    if (this.#reporting.length > 0 && this.#deframer.pending.length > 0) await this.#awaitEndOfFrame();
    if (!this.#link.isOpen) return job.fail({ kind: "notSent", reason: "closed" });
    if (request.useByMs !== undefined && this.#nowMs > request.useByMs)
      return job.fail({ kind: "notSent", reason: "expired" });
    const flight = this.#takeOff(job);
    const written = await this.#write(request.bytes);
    if (written === "refused") {
      this.#inFlight = undefined;
      return job.fail({ kind: "notSent", reason: "closed" });
    }
    const limitMs =
      request.optionalReplyMs ?? replyTimeoutMs(request.bytes.length, this.#options.baudRate, this.#times);
    const cancelLimit = attendedTimer(this.#options.clock, limitMs, () => flight.end(false));
    const isAnswered = written === "sent" && (await flight.ended);
    cancelLimit();
    this.#inFlight = undefined;
    if (!isAnswered) job.fail({ kind: "noReply", sentAtMs: flight.sentAtMs, isDamaged: flight.isDamaged });
    if (request.optionalReplyMs === undefined) this.#judge(request.board, isAnswered);
    await this.#settleLine(isAnswered, request.driver.quietMs);
  }

  /** The waiter stands before the bytes leave; its time starts once they have left. */
  #takeOff(job: BusJob): Flight {
    const { request } = job;
    // Whatever came before this request belongs to none, but a board that speaks unasked may be in the middle of a frame.
    const pending = this.#reporting.length > 0 ? this.#deframer.pending : undefined;
    this.#deframer = new Deframer(this.#ruleFor(request.driver), pending);
    const flight = new Flight(job, this.#nowMs, this.#isEchoing);
    this.#inFlight = flight;
    this.#trace("sent", request.bytes, request.driver);
    return flight;
  }

  #ruleFor(driver: BoardDriver): FrameRule {
    const known = this.#rules.get(driver);
    if (known !== undefined) return known;
    const rule = remembering(wireRule([driver, ...this.#reporting]));
    this.#rules.set(driver, rule);
    return rule;
  }

  async #write(bytes: Uint8Array): Promise<"sent" | "refused" | "failed"> {
    const cancelLimit = attendedTimer(this.#options.clock, this.#times.writeTimeoutMs, () => {
      this.#link.suspect("the bytes did not leave in time");
    });
    const written = await this.#link.write(bytes);
    cancelLimit();
    return written;
  }

  #judge(board: string, isAnswered: boolean): void {
    if (isAnswered) {
      this.#missesInARow = 0;
      this.#link.proveAlive();
      return;
    }
    this.#queue.quarantine(board, this.#times.quarantineMs);
    this.#history.missed(board, this.#nowMs);
    this.#missesInARow += 1;
    // A port whose cable was pulled out can stay open and mute for ever: a new one is the only way to find out.
    if (this.#missesInARow >= SUSPECT_AFTER_MISSES)
      this.#link.suspect(`no board answered ${this.#missesInARow} times in a row`);
  }

  async #settleLine(isAnswered: boolean, quietMs: number): Promise<void> {
    const { clock } = this.#options;
    const untilMs = this.#nowMs + LONGEST_BABBLE_MS;
    if (isAnswered) return quietMs > 0 ? pause(clock, quietMs) : undefined;
    while (this.#nowMs - this.#lastByteAtMs < this.#times.silenceMs && this.#nowMs < untilMs) {
      await pause(clock, this.#times.silenceMs);
    }
  }

  /** A request sent into another board's frame would damage both. */
  async #awaitEndOfFrame(): Promise<void> {
    const { silenceMs } = this.#times;
    while (this.#deframer.pending.length > 0 && this.#nowMs - this.#lastByteAtMs < silenceMs) {
      await pause(this.#options.clock, 1);
    }
  }

  #receive(bytes: Uint8Array): void {
    this.#lastByteAtMs = this.#nowMs;
    const { echo } = this.#inFlight ?? {};
    this.#sort(this.#deframer.push(echo?.push(bytes) ?? bytes));
    if (this.#isHolding) this.#listenForSilence(this.#times.silenceMs);
  }

  /** Bytes came that are no whole frame yet. */
  get #isHolding(): boolean {
    return this.#deframer.pending.length > 0 || this.#inFlight?.echo.isHolding === true;
  }

  /** One timer, however many bytes come one by one: each moves its end. */
  #listenForSilence(forMs: number): void {
    if (this.#isListening) return;
    this.#isListening = true;
    this.#cancelSilence = attendedTimer(this.#options.clock, forMs, () => {
      this.#isListening = false;
      if (!this.#isHolding) return;
      const leftMs = this.#times.silenceMs - (this.#nowMs - this.#lastByteAtMs);
      if (leftMs > 0) return this.#listenForSilence(leftMs);
      const held = this.#inFlight?.echo.expire();
      if (held !== undefined && held.length > 0) this.#sort(this.#deframer.push(held));
      this.#sort(this.#deframer.expire());
    });
  }

  #sort(deframed: Deframed): void {
    if (deframed.dropped.length > 0) {
      this.#trace("dropped", deframed.dropped);
      this.#inFlight?.noteDamage();
    }
    for (const frame of deframed.frames) this.#place(frame);
  }

  #place(frame: Uint8Array): void {
    const flight = this.#inFlight;
    if (flight?.job.offer(frame, flight) === true) {
      this.#trace("received", frame, flight.job.request.driver);
      if (flight.job.request.optionalReplyMs === undefined) this.#isEchoing = flight.hasEcho;
      // A second frame in the same batch must not answer twice.
      this.#inFlight = undefined;
      this.#history.answered(flight.job.request, this.#nowMs);
      flight.end(true);
      return;
    }
    for (const driver of this.#reporting) {
      const report = driver.readReport?.(frame);
      if (report === undefined) continue;
      this.#trace("received", frame, driver);
      return this.#options.onReport(driver.family, report);
    }
    this.#trace("dropped", frame);
    const board = this.#history.findSecondAnswer(frame, this.#nowMs);
    if (board !== undefined) this.#options.onSecondAnswer(board);
  }

  #trace(direction: BusFrame["direction"], bytes: Uint8Array, driver?: BoardDriver): void {
    this.#options.onFrame({ direction, bytes, atMs: this.#nowMs, driver });
  }

  get #nowMs(): number {
    return this.#options.clock.monotonicMs();
  }
}

function pause(clock: Clock, afterMs: number): Promise<void> {
  return new Promise((resolve) => clock.after(afterMs, resolve));
}
