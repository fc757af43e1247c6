/** One measured figure beside what it is held against. */
export interface Figure {
  readonly name: string;
  /** What was measured, from which moment to which. */
  readonly what: string;
  readonly unit: "ms" | "perSecond";
  /** Measured values by their name, such as p50. */
  readonly values: Readonly<Record<string, number>>;
  readonly rounds: number;
  readonly comparisons: readonly Comparison[];
  /** True where every comparison holds. */
  readonly isWithinLimit: boolean;
}

/** A value as a ratio to its limit, or to a peer measured in the same run. */
export interface Comparison {
  /** Name in `values`. */
  readonly value: string;
  readonly against: "limit" | "peer";
  readonly reference: number;
  readonly referenceIs: string;
  readonly ratio: number;
  readonly requiredRatio: { readonly atMost: number } | { readonly atLeast: number } | "none";
}

/** A measured value that may not exceed a limit in the figure's unit. */
export function besideLimit(
  value: string,
  measured: number,
  { limit, referenceIs }: { readonly limit: number; readonly referenceIs: string },
): Comparison {
  return {
    value,
    against: "limit",
    reference: limit,
    referenceIs,
    ratio: rounded(measured / limit),
    requiredRatio: { atMost: 1 },
  };
}

export function isWithin({ ratio, requiredRatio }: Comparison): boolean {
  if (requiredRatio === "none") return true;
  return "atMost" in requiredRatio ? ratio <= requiredRatio.atMost : ratio >= requiredRatio.atLeast;
}

/** Three decimals below 10, else one: more digits would claim more than was measured. */
export function rounded(value: number): number {
  return Number(value.toFixed(Math.abs(value) < 10 ? 3 : 1));
}
