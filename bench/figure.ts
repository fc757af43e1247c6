/** One measured value as a ratio to a limit, or to a peer that was measured in the same run. */
export interface Comparison {
  /** Which of the figure's values. */
  readonly value: string;
  readonly beside: string;
  /** In the figure's unit. */
  readonly reference: number;
  /** Value divided by reference. */
  readonly ratio: number;
  /** What the ratio must be; absent where it is printed for information. */
  readonly required?: { readonly atMost: number } | { readonly atLeast: number };
}

/** One measured figure beside what it is held against. */
export interface Figure {
  readonly name: string;
  /** From which moment to which, or what is counted. */
  readonly what: string;
  readonly unit: "ms" | "perSecond" | "percentOfACore" | "megabytes";
  readonly rounds: number;
  readonly values: Readonly<Record<string, number>>;
  readonly comparisons: readonly Comparison[];
  /** True where every requirement is met. */
  readonly isWithinLimit: boolean;
}

/** A figure that could not be measured, and the sentence that says why. */
export interface MissingFigure {
  readonly name: string;
  readonly problem: string;
}

/** Holds the named values against their references. */
export function makeFigure(
  measured: Omit<Figure, "comparisons" | "isWithinLimit">,
  wanted: readonly Omit<Comparison, "ratio">[],
): Figure {
  const comparisons = wanted.map((wish) => {
    const ratio = rounded((measured.values[wish.value] ?? Number.NaN) / wish.reference);
    return { ...wish, reference: rounded(wish.reference), ratio };
  });
  const values = Object.fromEntries(Object.entries(measured.values).map(([name, value]) => [name, rounded(value)]));
  return { ...measured, values, comparisons, isWithinLimit: comparisons.every(isMet) };
}

function isMet({ ratio, required }: Comparison): boolean {
  if (required === undefined) return true;
  return "atMost" in required ? ratio <= required.atMost : ratio >= required.atLeast;
}

/** Three decimals below 10, else one: more would claim more than was measured. */
function rounded(value: number): number {
  return Number(value.toFixed(Math.abs(value) < 10 ? 3 : 1));
}
