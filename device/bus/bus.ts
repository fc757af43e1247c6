import type { Clock } from "#core/interfaces/clock.ts";
import { type Deframed, Deframer, type FrameRule } from "../protocol/deframer.ts";
import { Link, type LinkTimes } from "../transport/link.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { type BusJob, BusQueue } from "./busQueue.ts";
import type { BusOutcome, BusRequest } from "./busRequest.ts";

/** Time limits of one wire. */
export interface BusTimes {
  /** Longest wait for a whole reply after the request left, milliseconds. Default 250: a reply takes 15 ms at 9600 baud. */
  readonly replyTimeoutMs: number;
  /** How long an answer that may come or not is listened for. Default 60. */
  readonly optionalReplyMs: number;
  /** A pause inside a frame that ends it. Default 50: USB adapters hand bytes over in batches of 16 ms. */
  readonly silenceMs: number;
  /** Pause between a reply and the next request, so that the line's driver can turn round. Default 5. */
  readonly gapMs: number;
  /** How long a board that did not answer is left alone, so that a late reply cannot pass for the next one. Default 500. */
  readonly quarantineMs: number;
  /** Longest wait for a write to leave. Default 1,000. */
  readonly writeTimeoutMs: number;
}

export interface BusFrame {
  readonly direction: "sent" | "received" | "dropped";
  readonly bytes: Uint8Array;
  readonly atMs: number;
}

export interface BusOptions {
  readonly transport: TransportFactory;
  readonly clock: Clock;
  readonly replyRule: FrameRule;
  readonly times?: Partial<BusTimes>;
  readonly linkTimes?: Partial<LinkTimes>;
  readonly onOpened: () => void;
  readonly onClosed: (reason: string) => void;
  readonly onFrame: (frame: BusFrame) => void;
}

const DEFAULT_TIMES: BusTimes = {
  replyTimeoutMs: 250,
  optionalReplyMs: 60,
  silenceMs: 50,
  gapMs: 5,
  quarantineMs: 500,
  writeTimeoutMs: 1_000,
};

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
  #deframer: Deframer;
  #inFlight:
    | { readonly job: BusJob; readonly sentAtMs: number; readonly end: (isAnswered: boolean) => void }
    | undefined;
  #missesInARow = 0;
  #lastByteAtMs = Number.NEGATIVE_INFINITY;
  #cancelSilence = (): void => {};

  constructor(options: BusOptions) {
    this.#options = options;
    this.#times = { ...DEFAULT_TIMES, ...options.times };
    this.#deframer = new Deframer(options.replyRule);
    this.#queue = new BusQueue(options.clock, (job) => this.#perform(job));
    this.#link = new Link({
      transport: options.transport,
      clock: options.clock,
      ...(options.linkTimes && { times: options.linkTimes }),
      onBytes: (bytes) => this.#receive(bytes),
      onOpened: () => {
        this.#missesInARow = 0;
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
    this.#cancelSilence();
    await this.#link.stop();
  }

  /** Never rejects. While the wire is down the answer is `notSent` at once: nothing waits for it to come back. */
  request<Reply>(request: BusRequest<Reply>): Promise<BusOutcome<Reply>> {
    if (!this.#link.isOpen) return Promise.resolve({ kind: "notSent", reason: "closed" });
    return new Promise((resolve) => {
      const isQueued = this.#queue.add({
        request,
        offer: (frame, sentAtMs) => {
          const reply = request.accept(frame);
          if (reply !== undefined) resolve({ kind: "reply", reply, sentAtMs });
          return reply !== undefined;
        },
        fail: resolve,
      });
      if (!isQueued) resolve({ kind: "notSent", reason: "full" });
    });
  }

  async #perform(job: BusJob): Promise<void> {
    const { request } = job;
    const sentAtMs = this.#options.clock.monotonicMs();
    if (!this.#link.isOpen) return job.fail({ kind: "notSent", reason: "closed" });
    if (request.useByMs !== undefined && sentAtMs > request.useByMs)
      return job.fail({ kind: "notSent", reason: "expired" });
    // Whatever came before this request belongs to none.
    this.#deframer = new Deframer(this.#options.replyRule);
    // The waiter stands before the bytes leave; its time starts once they have left.
    const answered = new Promise<boolean>((end) => {
      this.#inFlight = { job, sentAtMs, end };
    });
    this.#trace("sent", request.bytes);
    const written = await this.#write(request.bytes);
    if (written === "refused") {
      this.#inFlight = undefined;
      return job.fail({ kind: "notSent", reason: "closed" });
    }
    const limitMs = request.isReplyRequired ? this.#times.replyTimeoutMs : this.#times.optionalReplyMs;
    const cancelLimit = this.#options.clock.after(limitMs, () => this.#inFlight?.end(false));
    const isAnswered = written === "sent" && (await answered);
    cancelLimit();
    this.#inFlight = undefined;
    if (!isAnswered) job.fail({ kind: "noReply" });
    if (request.isReplyRequired) this.#judge(request.place, isAnswered);
    await this.#settleLine(isAnswered);
  }

  async #write(bytes: Uint8Array): Promise<"sent" | "refused" | "failed"> {
    const { clock } = this.#options;
    const cancelLimit = clock.after(this.#times.writeTimeoutMs, () => {
      this.#link.suspect("the bytes did not leave in time");
    });
    const written = await this.#link.write(bytes);
    cancelLimit();
    return written;
  }

  #judge(place: number, isAnswered: boolean): void {
    if (isAnswered) {
      this.#missesInARow = 0;
      this.#link.proveAlive();
      return;
    }
    this.#queue.quarantine(place, this.#times.quarantineMs);
    this.#missesInARow += 1;
    // A port whose cable was pulled out can stay open and mute for ever: a new one is the only way to find out.
    if (this.#missesInARow >= SUSPECT_AFTER_MISSES)
      this.#link.suspect(`no board answered ${this.#missesInARow} times in a row`);
  }

  async #settleLine(isAnswered: boolean): Promise<void> {
    const { clock } = this.#options;
    const untilMs = clock.monotonicMs() + LONGEST_BABBLE_MS;
    if (isAnswered) return pause(clock, this.#times.gapMs);
    while (clock.monotonicMs() - this.#lastByteAtMs < this.#times.silenceMs && clock.monotonicMs() < untilMs) {
      await pause(clock, this.#times.silenceMs);
    }
  }

  #receive(bytes: Uint8Array): void {
    this.#lastByteAtMs = this.#options.clock.monotonicMs();
    this.#cancelSilence();
    this.#cancelSilence = this.#options.clock.after(this.#times.silenceMs, () => this.#sort(this.#deframer.expire()));
    this.#sort(this.#deframer.push(bytes));
  }

  #sort(deframed: Deframed): void {
    if (deframed.dropped.length > 0) this.#trace("dropped", deframed.dropped);
    for (const frame of deframed.frames) {
      const flight = this.#inFlight;
      const isReply = flight?.job.offer(frame, flight.sentAtMs) === true;
      this.#trace(isReply ? "received" : "dropped", frame);
      if (!isReply) continue;
      // A second frame in the same batch must not answer twice.
      this.#inFlight = undefined;
      flight.end(true);
    }
  }

  #trace(direction: BusFrame["direction"], bytes: Uint8Array): void {
    this.#options.onFrame({ direction, bytes, atMs: this.#options.clock.monotonicMs() });
  }
}

function pause(clock: Clock, afterMs: number): Promise<void> {
  return new Promise((resolve) => clock.after(afterMs, resolve));
}
