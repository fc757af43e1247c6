import { byUrgency, type ReadinessLine, type ReadinessReport } from "../domain/readiness.ts";
import { band, dottedRow, paragraph, rule } from "./layout/blocks.ts";
import {
  type Block,
  contentWidthDots,
  gap,
  measureWith,
  type Paper,
  type PrintDocument,
  printDocument,
  textStyle,
} from "./layout/paper.ts";
import { missingGlyphs, type TextStyle } from "./layout/textStyle.ts";
import { letterhead, type Office } from "./letterhead.ts";
import { capitalized, machineWords, REPORT_TITLE, STATE_TITLES, verdictWords } from "./readinessWords.ts";
import { momentWords } from "./vietnameseTime.ts";

/** What stands ready and what does not, as a technician leaves it at the machine. */
export interface ReadinessPaperContent {
  readonly office: Office;
  readonly report: ReadinessReport;
}

/** Shortest dotted line that still leads the eye from what was looked at to what was found. */
const LEAST_DOTTED = 48;

/** The readiness report on receipt paper: what needs somebody comes first. */
export function readinessPaper(paper: Paper, { office, report }: ReadinessPaperContent): PrintDocument {
  const body = textStyle(paper, 26, 500);
  const verdict = textStyle(paper, 34, 700);
  const groups = byUrgency(report.lines).flatMap(({ state, lines }) => [
    gap(18),
    rule(paper),
    gap(12),
    paragraph(paper, `${STATE_TITLES[state]} (${lines.length})`, textStyle(paper, 34, 700)),
    gap(6),
    ...lines.flatMap((line) => lineBlocks(paper, line)),
  ]);
  return printDocument(paper, [
    gap(8),
    letterhead(paper, office),
    gap(24),
    paragraph(paper, REPORT_TITLE.toLocaleUpperCase("vi"), textStyle(paper, 46, 800, 1.2), "centre"),
    gap(4),
    paragraph(paper, machineWords(report), body, "centre"),
    paragraph(paper, momentWords(report, report.atMs), body, "centre"),
    gap(14),
    report.isReady
      ? paragraph(paper, verdictWords(report), verdict, "centre")
      : band(paper, verdictWords(report), verdict),
    ...groups,
    gap(24),
  ]);
}

/** One row like a form's where it fits; otherwise what was found, and what to do, under what was looked at. */
function lineBlocks(paper: Paper, { subject, fact, advice }: ReadinessLine): Block[] {
  const head = textStyle(paper, 28, 700, 1.3);
  const body = textStyle(paper, 26, 500, 1.3);
  const subjectWords = printable(paper, subject.vi, head);
  const factWords = printable(paper, fact.vi, body);
  const rowDots = measureWith(paper, head)(subjectWords) + measureWith(paper, body)(factWords);
  if (advice === undefined && rowDots < contentWidthDots(paper) - LEAST_DOTTED)
    return [dottedRow(paper, subjectWords, factWords, { label: head, value: body }), gap(8)];
  return [
    paragraph(paper, subjectWords, head),
    paragraph(paper, capitalized(factWords), body),
    ...(advice === undefined ? [] : [paragraph(paper, printable(paper, advice.vi, body), body)]),
    gap(12),
  ];
}

/** A board may be called anything: one strange letter must not keep the whole report from the paper. */
function printable({ fonts }: Paper, text: string, { weight }: TextStyle): string {
  const missing = new Set(missingGlyphs(fonts, text, weight));
  return [...text.normalize("NFC")].map((character) => (missing.has(character) ? "?" : character)).join("");
}
