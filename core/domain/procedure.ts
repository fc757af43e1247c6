import { z } from "zod";
import { failed, ok, type Result } from "../base/result.ts";
import { Period } from "./dueDate.ts";
import { LocalizedText } from "./localizedText.ts";
import { CopyCounts } from "./paperCount.ts";

/** A short name for use in data and events: "dang-ky-ho-kinh-doanh". */
const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case letters and digits with hyphens")
  .max(60);

/** Where a fact was found and how far it is trusted: A text of law, B several sources, C one source, D judgement. */
const Source = z.strictObject({ grade: z.enum(["A", "B", "C", "D"]), text: z.string().min(1).max(300) });

/** A fee is shown only where it was found and the sources agree; otherwise the catalogue says `null`. */
export const Fee = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("free"), source: Source }),
  z.strictObject({
    kind: z.literal("amount"),
    amountVnd: z.number().int().min(1).max(1_000_000_000),
    per: z.enum(["dossier", "page"]),
    source: Source,
  }),
]);
export type Fee = z.infer<typeof Fee>;

/** A paper that belongs to a procedure, with the counts that the screen proposes. */
export const Paper = z.strictObject({ id: Slug, name: LocalizedText, suggested: CopyCounts });
export type Paper = z.infer<typeof Paper>;

/** Why a procedure cannot be handed in at an unattended machine. */
export const NoIntakeReason = z.enum([
  "signsRegister",
  "presenceRequired",
  "originalsCompared",
  "counterChecksFirst",
  "returnOnly",
  "policeCounter",
]);
export type NoIntakeReason = z.infer<typeof NoIntakeReason>;

/** Whether a dossier may be handed in at the machine; if not, why, and in words where to go instead. */
export const Intake = z.discriminatedUnion("suits", [
  z.strictObject({ suits: z.literal(true) }),
  z.strictObject({
    suits: z.literal(false),
    whereToGo: z.strictObject({ reason: NoIntakeReason, words: LocalizedText }),
  }),
]);
export type Intake = z.infer<typeof Intake>;

const YearlyDeadline = z.strictObject({ month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) });

export const Procedure = z.strictObject({
  id: Slug,
  /** Code of the national database, "1.001612"; null where it is not known. */
  code: z
    .string()
    .regex(/^\d\.\d{6}$/, 'a procedure code is written "1.001612"')
    .nullable(),
  name: LocalizedText,
  field: LocalizedText,
  period: Period,
  periodSource: Source.optional(),
  fee: Fee.nullable(),
  papers: z.array(Paper).max(40),
  intake: Intake,
  /** Whether a result may be collected at the machine. `maybe`: the loading clerk decides. */
  return: z.enum(["yes", "maybe", "no"]),
  /** Reports are due before these days of the year. */
  deadlines: z.array(YearlyDeadline).max(12).optional(),
  notes: z.array(LocalizedText).max(10).optional(),
});
export type Procedure = z.infer<typeof Procedure>;

/** What the office offers. `version` names the edition; a dossier keeps the rules of its reception date. */
export const Catalogue = z
  .strictObject({
    version: z.string().min(1).max(40),
    procedures: z.array(Procedure).min(1).max(500),
  })
  .superRefine(checkUnique);
export type Catalogue = z.infer<typeof Catalogue>;

/** What is wrong with a catalogue: one sentence for each wrong value, with its path. */
export interface CatalogueProblem {
  readonly kind: "catalogueInvalid";
  readonly sentences: readonly string[];
}

/** Checks a catalogue read from a file. */
export function parseCatalogue(json: unknown): Result<Catalogue, CatalogueProblem> {
  const parsed = Catalogue.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const sentences = parsed.error.issues.map((issue) => `${issue.path.join(".") || "catalogue"}: ${issue.message}`);
  return failed({ kind: "catalogueInvalid", sentences });
}

/** The procedure with this id, or `undefined` where the catalogue has none. */
export function procedureById(catalogue: Catalogue, id: string): Procedure | undefined {
  return catalogue.procedures.find((procedure) => procedure.id === id);
}

function checkUnique(catalogue: Catalogue, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, procedure] of catalogue.procedures.entries()) {
    const names = procedure.code === null ? [procedure.id] : [procedure.id, procedure.code];
    const paperIds = procedure.papers.map((paper) => paper.id);
    if (names.some((name) => seen.has(name)) || new Set(paperIds).size !== paperIds.length) {
      const message = `${procedure.id}: its id, its code and the ids of its papers must each be used once`;
      context.addIssue({ code: "custom", path: ["procedures", index], message, input: procedure });
    }
    for (const name of names) seen.add(name);
  }
}
