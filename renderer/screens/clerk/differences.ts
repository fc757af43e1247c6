import type { ScreenOf } from "#core/contract/screen.ts";
import { COPY_KINDS, type CopyKind, type PaperCount } from "#core/domain/paperCount.ts";

/** One line of the comparison: a kind of a paper that either side counted. */
export interface ComparedLine {
  readonly paperId: string;
  readonly kind: CopyKind;
  readonly declared: number;
  readonly counted: number;
}

/** Every paper and kind that the citizen declared or the clerk counted, in the order of the declaration. */
export function comparedLines({ declared, counted }: Pick<ScreenOf<"discrepancy">, "declared" | "counted">) {
  const paperIds = new Set([...declared, ...counted].map((count) => count.paperId));
  const lines: ComparedLine[] = [];
  for (const paperId of paperIds) {
    for (const kind of COPY_KINDS) {
      const line = { paperId, kind, declared: of(declared, paperId, kind), counted: of(counted, paperId, kind) };
      if (line.declared > 0 || line.counted > 0) lines.push(line);
    }
  }
  return lines;
}

function of(counts: readonly PaperCount[], paperId: string, kind: CopyKind): number {
  return counts.find((count) => count.paperId === paperId)?.[kind] ?? 0;
}
