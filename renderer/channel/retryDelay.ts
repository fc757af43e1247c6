/** Longest wait between two attempts, milliseconds. */
export const LONGEST_RETRY_MS = 5000;

/**
 * Wait before attempt number `attempt` (0 for the first retry), milliseconds: 100 doubling up to 5,000. Attempts go on
 * for ever; only their rate is limited (invariant I10).
 */
export function retryDelayMs(attempt: number): number {
  return Math.min(LONGEST_RETRY_MS, 100 * 2 ** Math.min(attempt, 10));
}
