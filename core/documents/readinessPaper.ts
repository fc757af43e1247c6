import type { WorkingCalendar } from "../domain/calendar.ts";
import type { ReadinessLine } from "../domain/readiness.ts";
import { dottedRow, paragraph, rule } from "./layout/blocks.ts";
import { type Block, gap, type Paper, type PrintDocument, printDocument, textStyle } from "./layout/paper.ts";
import { letterhead, type Office } from "./letterhead.ts";
import { momentWords } from "./vietnameseTime.ts";

/** What stands ready and what does not, as a technician leaves it at the machine. */
export interface ReadinessPaperContent {
  readonly office: Office;
  readonly kioskNumber: number;
  readonly softwareVersion: string;
  readonly calendar: Pick<WorkingCalendar, "timeZone">;
  readonly madeAtMs: number;
  readonly lines: readonly ReadinessLine[];
}

const states: Readonly<Record<ReadinessLine["state"], string>> = {
  ok: "Đạt",
  notOk: "Chưa đạt",
  unknown: "Chưa rõ",
  notSupported: "Không lắp",
};

/** The readiness report on receipt paper: what is bad comes first. */
export function readinessPaper(paper: Paper, content: ReadinessPaperContent): PrintDocument {
  const body = textStyle(paper, 26, 500);
  const head = textStyle(paper, 30, 700);
  const bad = content.lines.filter(({ state }) => state === "notOk" || state === "unknown");
  const others = content.lines.filter((line) => !bad.includes(line));
  const about = (line: ReadinessLine): Block[] => [
    dottedRow(paper, line.subject, states[line.state], { label: head, value: head }),
    paragraph(paper, line.fact, body),
    ...(line.advice === undefined ? [] : [paragraph(paper, line.advice, body)]),
    gap(6),
  ];
  return printDocument(paper, [
    gap(8),
    letterhead(paper, content.office),
    gap(24),
    paragraph(paper, "BÁO CÁO SẴN SÀNG", textStyle(paper, 46, 800, 1.2), "centre"),
    paragraph(paper, `Máy ${content.kioskNumber}, bản ${content.softwareVersion}`, body, "centre"),
    paragraph(paper, momentWords(content.calendar, content.madeAtMs), body, "centre"),
    gap(12),
    rule(paper),
    gap(12),
    ...bad.flatMap(about),
    ...others.flatMap(about),
    gap(24),
  ]);
}
