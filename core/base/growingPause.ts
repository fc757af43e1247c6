/** How a pause grows from one failure to the next; both in ms, greater than 0. */
export type GrowingPause = { readonly firstMs: number; readonly mostMs: number };

/**
 * The pause before the next try: doubles with each failure in a row and stays at `mostMs`. The number of tries has no
 * limit, only their rate has.
 * @param failuresInARow 1 after the first failure
 */
export function growingPauseMs(failuresInARow: number, { firstMs, mostMs }: GrowingPause): number {
  const doublings = Math.min(Math.max(failuresInARow - 1, 0), 30);
  return Math.min(firstMs * 2 ** doublings, mostMs);
}
