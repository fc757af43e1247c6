import type { Clock } from "#core/interfaces/clock.ts";
import type { BusFailure, BusPriority, BusRequest } from "./busRequest.ts";

/** A request with its way back; the type of its reply stays with the caller. */
export interface BusJob {
  readonly request: BusRequest<unknown>;
  /** True when the frame was its reply; the caller has it then. */
  readonly offer: (frame: Uint8Array, flight: { readonly sentAtMs: number; readonly hasEcho: boolean }) => boolean;
  readonly fail: (failure: BusFailure) => void;
}

/** Requests that may wait on one wire: fifteen boards ask once each, with room for unlocks. */
const LONGEST_QUEUE = 64;

/** A routine poll that waited so long has every second turn: doors that stand open must not hide the others, milliseconds. */
const OVERDUE_MS = 200;

interface WaitingJob {
  readonly job: BusJob;
  readonly sinceMs: number;
}

/** Hands jobs out one after another: urgent ones first, routine ones last, and none to a board in quarantine. */
export class BusQueue {
  readonly #clock: Clock;
  readonly #perform: (job: BusJob) => Promise<void>;
  readonly #jobs: WaitingJob[] = [];
  #wasOverdue = false;
  readonly #quarantineEndMs = new Map<string, number>();
  #isBusy = false;
  #cancelWake = (): void => {};

  constructor(clock: Clock, perform: (job: BusJob) => Promise<void>) {
    this.#clock = clock;
    this.#perform = perform;
  }

  /** False when the queue is full. */
  add(job: BusJob): boolean {
    if (this.#jobs.length >= LONGEST_QUEUE) return false;
    this.#jobs.push({ job, sinceMs: this.#clock.monotonicMs() });
    void this.#drain();
    return true;
  }

  /** Leaves a board alone for a while. */
  quarantine(board: string, forMs: number): void {
    this.#quarantineEndMs.set(board, this.#clock.monotonicMs() + forMs);
  }

  /** Refuses everything that waits; nothing is kept for a wire that comes back later. */
  refuseAll(): void {
    this.#cancelWake();
    for (const { job } of this.#jobs.splice(0)) job.fail({ kind: "notSent", reason: "closed" });
  }

  async #drain(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let job = this.#take(); job !== undefined; job = this.#take()) {
      await this.#perform(job);
      // Who asked for something urgent reads the answer and may have the pulse to send: a poll must not slip in between.
      if (job.request.priority() === "urgent") await new Promise<void>((resolve) => this.#clock.after(0, resolve));
    }
    this.#isBusy = false;
    if (this.#jobs.length > 0) this.#wakeLater();
  }

  #take(): BusJob | undefined {
    if (this.#jobs.length === 0) return undefined;
    const isOverdue = ({ sinceMs }: WaitingJob): boolean => this.#clock.monotonicMs() - sinceMs >= OVERDUE_MS;
    const urgent = this.#find("urgent");
    const overdue = this.#wasOverdue ? undefined : this.#find("routine", isOverdue);
    const next = urgent ?? overdue ?? this.#find("watched") ?? this.#find("routine");
    if (next === undefined) return undefined;
    if (next !== urgent) this.#wasOverdue = next === overdue;
    this.#jobs.splice(this.#jobs.indexOf(next), 1);
    return next.job;
  }

  /** The job that waits longest of those whose board may be asked. */
  #find(priority: BusPriority, isWanted: (job: WaitingJob) => boolean = () => true): WaitingJob | undefined {
    return this.#jobs.find((one) => one.job.request.priority() === priority && this.#waitMs(one) <= 0 && isWanted(one));
  }

  #wakeLater(): void {
    const waitMs = Math.min(...this.#jobs.map((job) => this.#waitMs(job)));
    this.#cancelWake();
    this.#cancelWake = this.#clock.after(Math.max(waitMs, 1), () => void this.#drain());
  }

  #waitMs({ job }: WaitingJob): number {
    return (this.#quarantineEndMs.get(job.request.board) ?? Number.NEGATIVE_INFINITY) - this.#clock.monotonicMs();
  }
}
