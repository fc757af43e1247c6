import type { ProcedureView } from "#core/contract/channel.ts";
import type { PaperCount } from "#core/domain/paperCount.ts";
import { totalCopies } from "#core/domain/paperCount.ts";
import type { Handler } from "../handler.ts";
import type { Papers } from "../state.ts";
import type { World } from "../world.ts";

/** Papers that the catalogue does not name are counted under this id. */
export const OTHER_PAPER = "other";

/** Most papers that one count lists. */
const MOST_PAPERS = 40;

/** Choosing what to hand in: only what suits an unattended drop is offered. */
export const procedure: Handler<"procedure"> = (turn, _at, input) => {
  if (input.kind !== "intent") return;
  const { intent } = input;
  if (intent.kind === "showElsewhere") return turn.go({ step: "elsewhere" });
  if (intent.kind === "back") return turn.goHome();
  if (intent.kind !== "chooseProcedure") return;
  const chosen = procedureOf(turn.world, intent.procedureId);
  if (chosen?.isOffered) turn.go({ step: "papers", papers: suggestedPapers(chosen) });
};

export const elsewhere: Handler<"elsewhere"> = (turn, _at, input) => {
  if (input.kind === "intent" && input.intent.kind === "back") turn.go({ step: "procedure" });
};

/** Counting what is in the bag, prefilled with what the procedure asks for. */
export const papers: Handler<"papers"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { intent } = input;
  const { problem: _, ...rest } = at;
  switch (intent.kind) {
    case "back":
      return turn.go({ step: "procedure" });
    case "setCount":
      return turn.go({ ...rest, papers: withCount(at.papers, intent.count, turn.world) });
    case "setDossierCount":
      return turn.go({ ...rest, papers: { ...at.papers, dossierCount: intent.dossierCount } });
    case "confirmPapers": {
      const total = totalCopies(at.papers.counts);
      const isEmpty = total.originals + total.certified + total.photocopies === 0;
      return turn.go(isEmpty ? { ...at, problem: "countsEmpty" } : { step: "consent", papers: at.papers });
    }
    default:
      return;
  }
};

/** Consent is an active choice (Law 91/2025/QH15): nothing personal is asked before it. */
export const consent: Handler<"consent"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  if (input.intent.kind === "back") turn.go({ step: "papers", papers: at.papers });
  if (input.intent.kind === "giveConsent") turn.go({ step: "card", papers: at.papers });
};

export function procedureOf(world: World, procedureId: string): ProcedureView | undefined {
  return world.catalogue.find((p) => p.procedureId === procedureId);
}

function suggestedPapers(chosen: ProcedureView): Papers {
  const counts = chosen.papers.map(({ paperId, suggested }) => ({ paperId, ...suggested }));
  return { procedureId: chosen.procedureId, counts, dossierCount: 1 };
}

function withCount(before: Papers, count: PaperCount, world: World): Papers {
  const isKnown = procedureOf(world, before.procedureId)?.papers.some((p) => p.paperId === count.paperId);
  if (!isKnown && count.paperId !== OTHER_PAPER) return before;
  return { ...before, counts: setCount(before.counts, count) };
}

/** The counts with one paper's count replaced or added; beyond the most that the log takes none is added. */
export function setCount(counts: readonly PaperCount[], count: PaperCount): PaperCount[] {
  const isListed = counts.some((c) => c.paperId === count.paperId);
  if (isListed) return counts.map((c) => (c.paperId === count.paperId ? count : c));
  return counts.length < MOST_PAPERS ? [...counts, count] : [...counts];
}
