/** Wall and monotonic time. Everything that waits takes its time from here, so that tests control it. */
export interface Clock {
  /** Wall time, milliseconds since 1970-01-01 UTC. */
  wallMs(): number;
  /** Monotonic time, milliseconds from an arbitrary start. */
  monotonicMs(): number;
  /** Calls back once after `afterMs`; returns a function that cancels. */
  after(afterMs: number, callback: () => void): () => void;
}
