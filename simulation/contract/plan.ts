/**
 * What is going to happen in a run, drawn from the seed before it begins. Each happening has a seed of its own, so that
 * one can be left out while the others stay as they were: that is how a failing run is shrunk.
 */
export interface Plan {
  readonly seed: number;
  readonly days: number;
  /** In order of time. */
  readonly happenings: readonly Happening[];
}

export interface Happening {
  /** Virtual milliseconds since the start of the run. */
  readonly atMs: number;
  /** `visit`: a person comes to the machine. `fault`: something breaks, and heals after `forMs`. */
  readonly kind: "visit" | "fault";
  /** Which visit or fault: a key of the tables in `simulation/people` and `simulation/faults`. */
  readonly name: string;
  /** A fault's length, virtual milliseconds; 0 for one that is over at once (a power cut, a clock step). */
  readonly forMs: number;
  readonly seed: number;
}

/** Deterministic chance, seeded; nothing else in a run is random. */
export interface Chance {
  /** 0 <= value < 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  oneOf<Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value;
  /** True in `share` of all cases, 0..1. */
  isLikely(share: number): boolean;
  bytes(count: number): Uint8Array;
  /** A source of its own, that does not move this one's later values whatever is drawn from it. */
  fork(): Chance;
}
