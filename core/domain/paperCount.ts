import { z } from "zod";

const Copies = z.number().int().min(0).max(99);

/** How many of each kind (bản chính, bản chứng thực, bản chụp: the columns of form 01), 0 to 99. */
export const CopyCounts = z.strictObject({ originals: Copies, certified: Copies, photocopies: Copies });
export type CopyCounts = z.infer<typeof CopyCounts>;

/** The copies of one paper of a procedure. */
export const PaperCount = z.strictObject({ paperId: z.string().min(1).max(60), ...CopyCounts.shape });
export type PaperCount = z.infer<typeof PaperCount>;

/** What a bag holds, as somebody stated or counted it. */
export const BagCount = z.strictObject({
  dossiers: z.number().int().min(1).max(99),
  papers: z.array(PaperCount).max(40),
});
export type BagCount = z.infer<typeof BagCount>;

export const COPY_KINDS = ["originals", "certified", "photocopies"] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

/** One number that the citizen stated and the clerk counted differently. */
export type CountDifference =
  | { readonly of: "dossiers"; readonly declared: number; readonly counted: number }
  | {
      readonly of: "paper";
      readonly paperId: string;
      readonly copyKind: CopyKind;
      readonly declared: number;
      readonly counted: number;
    };

/** The copies of all papers together. */
export function totalCopies(papers: readonly PaperCount[]): Record<CopyKind, number> {
  const sum = (kind: CopyKind) => papers.reduce((total, paper) => total + paper[kind], 0);
  return { originals: sum("originals"), certified: sum("certified"), photocopies: sum("photocopies") };
}

/** What differs between the citizen's count and the clerk's, in the order of the papers; empty where they agree. */
export function countDifferences(declared: BagCount, counted: BagCount): CountDifference[] {
  const differences: CountDifference[] = [];
  if (declared.dossiers !== counted.dossiers) {
    differences.push({ of: "dossiers", declared: declared.dossiers, counted: counted.dossiers });
  }
  const paperIds = new Set([...declared.papers, ...counted.papers].map((paper) => paper.paperId));
  for (const paperId of paperIds) {
    const declaredCopies = copiesOf(declared, paperId);
    const countedCopies = copiesOf(counted, paperId);
    for (const copyKind of COPY_KINDS) {
      const difference = { declared: declaredCopies[copyKind], counted: countedCopies[copyKind] };
      if (difference.declared !== difference.counted)
        differences.push({ of: "paper", paperId, copyKind, ...difference });
    }
  }
  return differences;
}

function copiesOf(count: BagCount, paperId: string): Record<CopyKind, number> {
  return totalCopies(count.papers.filter((paper) => paper.paperId === paperId));
}
