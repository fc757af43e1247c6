import type { ScreenOf } from "#core/contract/screen.ts";
import type { PaperCount } from "#core/events/payloads.ts";

/** The kinds of paper in the order of form 01. */
export const paperKinds = ["originals", "certified", "photocopies"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** One line of the comparison: a kind of a paper that either side counted. */
export interface ComparedLine {
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly declared: number;
  readonly counted: number;
}

/** Every paper and kind that the citizen declared or the clerk counted, in the order of the declaration. */
export function comparedLines({ declared, counted }: Pick<ScreenOf<"discrepancy">, "declared" | "counted">) {
  const paperIds = new Set([...declared, ...counted].map((count) => count.paperId));
  const lines: ComparedLine[] = [];
  for (const paperId of paperIds) {
    for (const kind of paperKinds) {
      const line = { paperId, kind, declared: of(declared, paperId, kind), counted: of(counted, paperId, kind) };
      if (line.declared > 0 || line.counted > 0) lines.push(line);
    }
  }
  return lines;
}

function of(counts: readonly PaperCount[], paperId: string, kind: PaperKind): number {
  return counts.find((count) => count.paperId === paperId)?.[kind] ?? 0;
}
