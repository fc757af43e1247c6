import type { PaperCount } from "#core/domain/paperCount.ts";

/** Pieces of paper in a bag: together and by kind. */
export interface PaperTotals {
  readonly count: number;
  readonly originals: number;
  readonly certified: number;
  readonly photocopies: number;
}

/** Adds the counts of all papers. */
export function totalOf(counts: readonly PaperCount[]): PaperTotals {
  const sum = (kind: "originals" | "certified" | "photocopies") =>
    counts.reduce((total, count) => total + count[kind], 0);
  const [originals, certified, photocopies] = [sum("originals"), sum("certified"), sum("photocopies")];
  return { count: originals + certified + photocopies, originals, certified, photocopies };
}
