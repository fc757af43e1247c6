import { assert } from "#core/base/assert.ts";

/** The value that `percent` of the measurements do not exceed (nearest rank). Throws where nothing was measured. */
export function percentile(measurements: readonly number[], percent: number): number {
  assert(measurements.length > 0, "Nothing was measured.");
  const sorted = [...measurements].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  const found = sorted[rank - 1];
  assert(found !== undefined, `${percent} is not a percentage.`);
  return found;
}

export function sum(measurements: readonly number[]): number {
  return measurements.reduce((total, one) => total + one, 0);
}
