import { type Figure, makeFigure } from "./figure.ts";
import { percentile } from "./statistics.ts";

export interface LatencyOptions {
  readonly name: string;
  readonly what: string;
  /** Which percentiles may take how long, milliseconds. */
  readonly limits: readonly { readonly percent: 50 | 95 | 99; readonly limitMs: number; readonly beside: string }[];
}

/** Percentiles of waiting times, each beside its limit. */
export function latencyFigure(times: readonly number[], { name, what, limits }: LatencyOptions): Figure {
  const values = { p50: percentile(times, 50), p95: percentile(times, 95), p99: percentile(times, 99) };
  return makeFigure(
    { name, what, unit: "ms", rounds: times.length, values: { ...values, longest: percentile(times, 100) } },
    limits.map(({ percent, limitMs, beside }) => ({
      value: `p${percent}`,
      beside,
      reference: limitMs,
      required: { atMost: 1 },
    })),
  );
}
