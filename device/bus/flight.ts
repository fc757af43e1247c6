import type { BusJob } from "./busQueue.ts";
import { EchoFilter } from "./echoFilter.ts";

/** A request on the wire, until it was answered or given up. */
export class Flight {
  readonly job: BusJob;
  readonly sentAtMs: number;
  readonly echo: EchoFilter;
  /** True once it was answered, false when it was given up. */
  readonly ended: Promise<boolean>;
  #isDamaged = false;
  #end: (isAnswered: boolean) => void = () => {};

  constructor(job: BusJob, sentAtMs: number, isEchoing: boolean) {
    const { bytes, accept } = job.request;
    this.job = job;
    this.sentAtMs = sentAtMs;
    // A copy that cannot be the answer is an echo, wherever it comes.
    this.echo = new EchoFilter(bytes, () => isEchoing || accept(bytes) === undefined);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get hasEcho(): boolean {
    return this.echo.hasEcho;
  }

  /** Bytes came that were no frame. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  noteDamage(): void {
    this.#isDamaged = true;
  }

  end(isAnswered: boolean): void {
    this.#end(isAnswered);
  }
}
