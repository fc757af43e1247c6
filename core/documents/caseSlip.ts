import type { WorkingCalendar } from "../domain/calendar.ts";
import { type DropTicketNumber, formatDropTicketNumber } from "../domain/dropTicket.ts";
import { dottedRow, paragraph, qrBlock, rule } from "./layout/blocks.ts";
import { type Block, gap, type Paper, type PrintDocument, printDocument, textStyle } from "./layout/paper.ts";
import { letterhead, type Office } from "./letterhead.ts";
import { momentWords, NO_TIME_WORDS } from "./vietnameseTime.ts";

/** What a case slip says, in Vietnamese sentences without personal data. */
export interface CaseSlipContent {
  readonly office: Office;
  /** Number of the case as staff look it up. */
  readonly caseNumber: string;
  /** Text of the QR code that the counter scans to go on; absent: no code. */
  readonly scanText?: string;
  readonly ticketNumber?: DropTicketNumber;
  readonly compartmentNumber?: number;
  readonly calendar: Pick<WorkingCalendar, "timeZone">;
  /** Absent where the machine's time was not trusted. */
  readonly happenedAtMs: number | undefined;
  readonly whatHappened: string;
  /** What was kept and where the papers are now. */
  readonly whatWasKept: string;
  /** The step with which the counter goes on, so that nobody starts again from zero. */
  readonly howToResume: string;
}

/** The slip for a person whose visit could not be finished. */
export function caseSlip(paper: Paper, content: CaseSlipContent): PrintDocument {
  const body = textStyle(paper, 32, 500);
  const heading = textStyle(paper, 32, 700);
  const section = (title: string, words: string): Block[] => [
    paragraph(paper, title, heading),
    paragraph(paper, words, body),
    gap(14),
  ];
  return printDocument(paper, [
    gap(8),
    letterhead(paper, content.office),
    gap(24),
    paragraph(paper, "PHIẾU SỰ CỐ", textStyle(paper, 50, 700, 1.2), "centre"),
    paragraph(paper, content.caseNumber, textStyle(paper, 66, 800, 1.15), "centre"),
    ...(content.scanText === undefined
      ? [gap(16)]
      : [qrBlock(paper, content.scanText, Math.round(paper.widthDots * 0.7))]),
    ...facts(paper, content),
    gap(16),
    rule(paper),
    gap(16),
    ...section("Việc đã xảy ra", content.whatHappened),
    ...section("Giấy tờ và thông tin đã khai", content.whatWasKept),
    ...section("Quầy làm tiếp", content.howToResume),
    rule(paper),
    gap(16),
    paragraph(
      paper,
      `Xin gọi ${content.office.hotline} và đọc số sự cố ${content.caseNumber}, hoặc đưa phiếu này tại quầy.`,
      body,
    ),
    gap(24),
  ]);
}

function facts(paper: Paper, content: CaseSlipContent): Block[] {
  const styles = { label: textStyle(paper, 32, 500), value: textStyle(paper, 32, 700) };
  const { ticketNumber, compartmentNumber, happenedAtMs } = content;
  return [
    dottedRow(
      paper,
      "Lúc",
      happenedAtMs === undefined ? NO_TIME_WORDS : momentWords(content.calendar, happenedAtMs),
      styles,
    ),
    ...(compartmentNumber === undefined ? [] : [dottedRow(paper, "Ngăn", String(compartmentNumber), styles)]),
    ...(ticketNumber === undefined
      ? []
      : [dottedRow(paper, "Phiếu gửi hồ sơ", formatDropTicketNumber(ticketNumber), styles)]),
  ];
}
