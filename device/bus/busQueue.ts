import type { Clock } from "#core/interfaces/clock.ts";
import type { BusFailure, BusRequest } from "./busRequest.ts";

/** A request with its way back; the type of its reply stays with the caller. */
export interface BusJob {
  readonly request: BusRequest<unknown>;
  /** True when the frame was its reply; the caller has it then. */
  readonly offer: (frame: Uint8Array, sentAtMs: number) => boolean;
  readonly fail: (failure: BusFailure) => void;
}

/** Requests that may wait on one wire: fifteen boards ask once each, with room for unlocks. */
const LONGEST_QUEUE = 64;

/** Hands jobs out one after another: urgent before routine, and none to a place in quarantine. */
export class BusQueue {
  readonly #clock: Clock;
  readonly #perform: (job: BusJob) => Promise<void>;
  readonly #jobs: BusJob[] = [];
  readonly #quarantineEndMs = new Map<number, number>();
  #isBusy = false;
  #cancelWake = (): void => {};

  constructor(clock: Clock, perform: (job: BusJob) => Promise<void>) {
    this.#clock = clock;
    this.#perform = perform;
  }

  /** False when the queue is full. */
  add(job: BusJob): boolean {
    if (this.#jobs.length >= LONGEST_QUEUE) return false;
    this.#jobs.push(job);
    void this.#drain();
    return true;
  }

  /** Leaves a place alone for a while. */
  quarantine(place: number, forMs: number): void {
    this.#quarantineEndMs.set(place, this.#clock.monotonicMs() + forMs);
  }

  /** Refuses everything that waits; nothing is kept for a wire that comes back later. */
  refuseAll(): void {
    this.#cancelWake();
    for (const job of this.#jobs.splice(0)) job.fail({ kind: "notSent", reason: "closed" });
  }

  async #drain(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let job = this.#take(); job !== undefined; job = this.#take()) await this.#perform(job);
    this.#isBusy = false;
    if (this.#jobs.length > 0) this.#wakeLater();
  }

  #take(): BusJob | undefined {
    const isReady = (job: BusJob): boolean => this.#waitMs(job) <= 0;
    const urgent = this.#jobs.findIndex((job) => job.request.priority === "urgent" && isReady(job));
    const index = urgent >= 0 ? urgent : this.#jobs.findIndex(isReady);
    return index < 0 ? undefined : this.#jobs.splice(index, 1)[0];
  }

  #wakeLater(): void {
    const waitMs = Math.min(...this.#jobs.map((job) => this.#waitMs(job)));
    this.#cancelWake();
    this.#cancelWake = this.#clock.after(Math.max(waitMs, 1), () => void this.#drain());
  }

  #waitMs(job: BusJob): number {
    return (this.#quarantineEndMs.get(job.request.place) ?? Number.NEGATIVE_INFINITY) - this.#clock.monotonicMs();
  }
}
