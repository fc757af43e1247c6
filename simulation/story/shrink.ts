import type { Happening, Plan } from "../contract/plan.ts";

const DAY_MS = 86_400_000;

/** A fault is not made shorter than this, milliseconds. */
const SHORTEST_FAULT_MS = 1000;

/** A promise that a run broke, as far as shrinking looks at it. */
export interface Failure {
  readonly checker: string;
  /** Virtual milliseconds since the start. */
  readonly atMs: number;
}

export interface ShrinkOptions<Found extends Failure> {
  /** Lives through a plan; the same plan always comes to the same. */
  readonly run: (plan: Plan) => Promise<Found | undefined>;
  /** Most runs; the smallest plan found until then is the answer. Default 200. */
  readonly mostRuns?: number | undefined;
  readonly onSmaller?: ((plan: Plan, runs: number) => void) | undefined;
}

export interface Shrunk<Found extends Failure> {
  readonly plan: Plan;
  readonly failure: Found;
  readonly runs: number;
}

/**
 * Finds a small plan that still breaks the same promise: first the end is cut off, then happenings are left out by delta
 * debugging (Zeller and Hildebrandt, 2002), then faults are made shorter. Undefined where the plan does not fail.
 */
export async function shrinkPlan<Found extends Failure>(
  plan: Plan,
  options: ShrinkOptions<Found>,
): Promise<Shrunk<Found> | undefined> {
  const failure = await options.run(plan);
  if (failure === undefined) return undefined;
  const shrinking = new Shrinking(plan, failure, options);
  await shrinking.cutEnd();
  await shrinking.leaveOut();
  await shrinking.cutEnd();
  await shrinking.shortenFaults();
  return shrinking.result();
}

class Shrinking<Found extends Failure> {
  readonly #options: ShrinkOptions<Found>;
  readonly #mostRuns: number;
  #plan: Plan;
  #failure: Found;
  #runs = 1;

  constructor(plan: Plan, failure: Found, options: ShrinkOptions<Found>) {
    this.#plan = plan;
    this.#failure = failure;
    this.#options = options;
    this.#mostRuns = options.mostRuns ?? 200;
  }

  result(): Shrunk<Found> {
    return { plan: this.#plan, failure: this.#failure, runs: this.#runs };
  }

  /** What was planned for after the failure did not bring it about; neither did days on which nothing happens. */
  async cutEnd(): Promise<void> {
    const { atMs } = this.#failure;
    const before = this.#plan.happenings.filter((happening) => happening.atMs <= atMs);
    const lastMs = before.at(-1)?.atMs ?? 0;
    const atFailure = Math.max(1, Math.ceil(Math.max(atMs, 1) / DAY_MS));
    const atLast = Math.max(1, Math.ceil((lastMs + 1) / DAY_MS));
    // A failure that shows only at the end of a run comes sooner in a shorter one.
    for (const days of new Set([atLast, atFailure])) {
      if (days > this.#plan.days) continue;
      if (days === this.#plan.days && before.length === this.#plan.happenings.length) continue;
      if (await this.#try({ ...this.#plan, days, happenings: before })) return;
    }
  }

  async leaveOut(): Promise<void> {
    let parts = 2;
    while (this.#plan.happenings.length > 0 && this.#hasRunsLeft()) {
      const { happenings } = this.#plan;
      const size = Math.max(1, Math.ceil(happenings.length / parts));
      if (await this.#leaveOutOne(happenings, size)) parts = Math.max(2, parts - 1);
      else if (size === 1) return;
      else parts = Math.min(happenings.length, parts * 2);
    }
  }

  /** Leaves out one stretch of that length, the first without which the run still fails. */
  async #leaveOutOne(happenings: readonly Happening[], size: number): Promise<boolean> {
    for (let from = 0; from < happenings.length; from += size) {
      const kept = [...happenings.slice(0, from), ...happenings.slice(from + size)];
      if (await this.#try({ ...this.#plan, happenings: kept })) return true;
    }
    return false;
  }

  async shortenFaults(): Promise<void> {
    for (let at = 0; at < this.#plan.happenings.length; at += 1) {
      let isShorter = true;
      while (isShorter && this.#hasRunsLeft()) isShorter = await this.#shorten(at);
    }
  }

  async #shorten(at: number): Promise<boolean> {
    const happening = this.#plan.happenings[at];
    if (happening === undefined || happening.kind !== "fault") return false;
    const forMs = Math.floor(happening.forMs / 2);
    if (forMs < SHORTEST_FAULT_MS) return false;
    return this.#try({ ...this.#plan, happenings: this.#plan.happenings.with(at, { ...happening, forMs }) });
  }

  #hasRunsLeft(): boolean {
    return this.#runs < this.#mostRuns;
  }

  async #try(plan: Plan): Promise<boolean> {
    if (!this.#hasRunsLeft()) return false;
    this.#runs += 1;
    const failure = await this.#options.run(plan);
    if (failure?.checker !== this.#failure.checker) return false;
    this.#plan = plan;
    this.#failure = failure;
    this.#options.onSmaller?.(plan, this.#runs);
    return true;
  }
}
