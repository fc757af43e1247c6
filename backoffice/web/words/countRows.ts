import { z } from "zod";
import type { CatalogueView, EventView } from "#core/contract/staffApi.ts";
import { PaperCount } from "#core/domain/paperCount.ts";

/** One line of the comparison: a paper, or the number of dossiers in the bag. */
export interface CountRow {
  readonly name: string;
  readonly declared: PaperCount | number;
  readonly counted: PaperCount | number | undefined;
  readonly isDifferent: boolean;
}

const Counted = z.object({
  procedureId: z.string().optional(),
  counts: z.array(PaperCount),
  dossierCount: z.number(),
});

/** Declared and counted papers of a dossier, read from its chain; nothing for a dossier of the counter. */
export function countRows(chain: readonly EventView[], catalogue: CatalogueView): readonly CountRow[] {
  const declared = countedIn(chain, ["dossierDeposited", "depositAbandoned"]);
  if (!declared) return [];
  const counted = countedIn(chain, ["dossierTakenOver"]);
  const procedure = catalogue.procedures.find(({ id }) => id === declared.procedureId);
  const rows = declared.counts.map((count): CountRow => {
    const name = procedure?.papers.find(({ id }) => id === count.paperId)?.name ?? count.paperId;
    const seen = counted?.counts.find(({ paperId }) => paperId === count.paperId) ?? (counted && none(count.paperId));
    return { name, declared: count, counted: seen, isDifferent: seen !== undefined && !isSame(count, seen) };
  });
  const bags: CountRow = {
    name: "Số bộ hồ sơ",
    declared: declared.dossierCount,
    counted: counted?.dossierCount,
    isDifferent: counted !== undefined && counted.dossierCount !== declared.dossierCount,
  };
  return [...rows, bags];
}

function countedIn(chain: readonly EventView[], types: readonly string[]): z.infer<typeof Counted> | undefined {
  const event = chain.findLast(({ type }) => types.includes(type));
  return event && Counted.safeParse(event.payload).data;
}

function none(paperId: string): PaperCount {
  return { paperId, originals: 0, certified: 0, photocopies: 0 };
}

function isSame(one: PaperCount, other: PaperCount): boolean {
  return (
    one.originals === other.originals && one.certified === other.certified && one.photocopies === other.photocopies
  );
}
