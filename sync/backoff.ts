/** How long to wait after failed rounds. */
export interface BackoffOptions {
  /** Wait after the first failure, milliseconds. */
  readonly firstMs: number;
  /** Longest wait, milliseconds: the rate is limited, the number of attempts never is. */
  readonly longestMs: number;
}

/**
 * Wait before the next attempt, milliseconds: doubles with each failure up to the cap, then a random part between half
 * and the whole of it, so that a fleet does not come back in step. `random` is in 0..1.
 */
export function backoffMs(failures: number, options: BackoffOptions & { readonly random: number }): number {
  const exponent = Math.min(Math.max(failures - 1, 0), 30);
  const fullMs = Math.min(options.firstMs * 2 ** exponent, options.longestMs);
  return Math.round(fullMs * (0.5 + 0.5 * options.random));
}
