import type { WorkingCalendar } from "../domain/calendar.ts";
import { paragraph, qrBlock, rule } from "./layout/blocks.ts";
import { gap, type Paper, type PrintDocument, printDocument, textStyle } from "./layout/paper.ts";
import { letterhead, type Office } from "./letterhead.ts";
import { momentWords, NO_TIME_WORDS } from "./vietnameseTime.ts";

/** What a bag slip says. Nothing personal. */
export interface BagSlipContent {
  readonly office: Office;
  /** "TUI-" and 4 to 16 digits, capitals or hyphens. */
  readonly bagLabel: string;
  readonly procedureName: string;
  readonly calendar: Pick<WorkingCalendar, "timeZone">;
  /** Absent where the machine's time was not trusted. */
  readonly printedAtMs: number | undefined;
}

/** The slip that goes into a bag without a label: staff scan its code instead of the bag's. */
export function bagSlip(paper: Paper, content: BagSlipContent): PrintDocument {
  return printDocument(paper, [
    gap(8),
    letterhead(paper, content.office),
    gap(24),
    paragraph(paper, "Bỏ phiếu này vào túi", textStyle(paper, 52, 800, 1.2), "centre"),
    paragraph(paper, "cùng với giấy tờ của hồ sơ", textStyle(paper, 34, 500, 1.3), "centre"),
    qrBlock(paper, content.bagLabel, paper.widthDots),
    paragraph(paper, content.bagLabel, textStyle(paper, 46, 800, 1.2), "centre"),
    gap(20),
    rule(paper),
    gap(16),
    paragraph(paper, content.procedureName, textStyle(paper, 34, 700, 1.3)),
    paragraph(paper, printedWords(content), textStyle(paper, 30, 500)),
    gap(8),
    paragraph(paper, "Phiếu này không phải phiếu gửi hồ sơ.", textStyle(paper, 30, 500)),
    gap(24),
  ]);
}

function printedWords({ calendar, printedAtMs }: BagSlipContent): string {
  return printedAtMs === undefined ? NO_TIME_WORDS : `In lúc ${momentWords(calendar, printedAtMs)}`;
}
