import type { WorkingCalendar } from "../domain/calendar.ts";
import { type DropTicketNumber, formatDropTicketNumber } from "../domain/dropTicket.ts";
import type { DueDate } from "../domain/dueDate.ts";
import { type BagCount, type PaperCount, totalCopies } from "../domain/paperCount.ts";
import type { Reception } from "../domain/reception.ts";
import { band, dottedRow, paragraph, qrBlock, rule } from "./layout/blocks.ts";
import { type Block, gap, type Paper, type PrintDocument, printDocument, textStyle } from "./layout/paper.ts";
import { letterhead, type Office } from "./letterhead.ts";
import { dueRuleWords, receptionRuleWords } from "./ruleWords.ts";
import { dateWords, momentWords, NO_TIME_WORDS } from "./vietnameseTime.ts";

/** What a drop receipt says. Nothing personal: no name, no number of a card or a phone. */
export interface ReceiptContent {
  readonly office: Office;
  readonly ticketNumber: DropTicketNumber;
  /** Opaque signed text of the QR code: "HS1" and 132 characters of A–Z and 2–7. */
  readonly token: string;
  readonly procedureName: string;
  readonly compartmentNumber: number;
  readonly count: BagCount;
  /** Names of the papers by their id; a paper without a name is left out of the list. */
  readonly paperNames: Readonly<Record<string, string>>;
  readonly calendar: Pick<WorkingCalendar, "timeZone">;
  /** Absent where the machine's time was not trusted: staff date the deposit by its ticket. */
  readonly droppedAtMs: number | undefined;
  /** Absent where the calendar does not reach so far: then nothing is promised. */
  readonly reception?: Reception;
  /** Absent where the procedure's time is not stated, or the calendar does not reach so far. */
  readonly due?: DueDate;
  readonly copy: "original" | "reprint";
}

/**
 * The receipt of a deposit (phiếu gửi hồ sơ) with its two clocks: when it was dropped, and when it counts as received.
 * It is not form 01, and says so.
 */
export function receipt(paper: Paper, content: ReceiptContent): PrintDocument {
  return printDocument(paper, [
    gap(8),
    letterhead(paper, content.office),
    gap(24),
    ...headline(paper, content),
    ...countRows(paper, content),
    gap(18),
    rule(paper),
    gap(16),
    ...clocks(paper, content),
    gap(18),
    rule(paper),
    gap(16),
    ...closing(paper, content),
    gap(24),
  ]);
}

function headline(paper: Paper, content: ReceiptContent): Block[] {
  const reprint = content.copy === "reprint" ? [gap(10), band(paper, "BẢN IN LẠI", textStyle(paper, 32, 700))] : [];
  return [
    paragraph(paper, "PHIẾU GỬI HỒ SƠ", textStyle(paper, 50, 700, 1.2), "centre"),
    paragraph(paper, formatDropTicketNumber(content.ticketNumber), textStyle(paper, 70, 800, 1.12), "centre"),
    ...reprint,
    qrBlock(paper, content.token, Math.round(paper.widthDots * 0.78)),
    paragraph(paper, content.procedureName, textStyle(paper, 34, 700, 1.3), "centre"),
    gap(20),
  ];
}

function countRows(paper: Paper, content: ReceiptContent): Block[] {
  const styles = { label: textStyle(paper, 34, 500, 1.4), value: textStyle(paper, 34, 700, 1.4) };
  const small = { label: textStyle(paper, 28, 500, 1.34), value: textStyle(paper, 28, 600, 1.34) };
  const { compartmentNumber, count, paperNames } = content;
  const totals = totalCopies(count.papers);
  const row = (label: string, value: number) => dottedRow(paper, label, String(value), styles);
  const papers = count.papers.flatMap((paperCount) => {
    const [name, words] = [paperNames[paperCount.paperId], copiesWords(paperCount)];
    return name === undefined || words === "" ? [] : [dottedRow(paper, name, words, small)];
  });
  return [
    row("Ngăn", compartmentNumber),
    row("Số bộ hồ sơ", count.dossiers),
    row("Bản chính", totals.originals),
    row("Bản chứng thực", totals.certified),
    row("Bản chụp", totals.photocopies),
    ...(papers.length > 0 ? [gap(14), rule(paper, 2), gap(10), ...papers] : []),
  ];
}

/** "1 chính, 2 chứng thực, 3 chụp"; what is zero is left out. */
function copiesWords(count: PaperCount): string {
  const parts: [number, string][] = [
    [count.originals, "chính"],
    [count.certified, "chứng thực"],
    [count.photocopies, "chụp"],
  ];
  return parts
    .filter(([copies]) => copies > 0)
    .map(([copies, word]) => `${copies} ${word}`)
    .join(", ");
}

function clocks(paper: Paper, { calendar, droppedAtMs, reception, due }: ReceiptContent): Block[] {
  const [label, value] = [textStyle(paper, 32, 500, 1.32), textStyle(paper, 36, 700, 1.32)];
  const fact = (name: string, words: string) => [paragraph(paper, name, label), paragraph(paper, words, value)];
  const later = "Cán bộ sẽ báo sau";
  return [
    ...fact("Đã gửi vào ngăn", droppedAtMs === undefined ? NO_TIME_WORDS : momentWords(calendar, droppedAtMs)),
    gap(12),
    ...fact("Được tính là tiếp nhận", reception ? momentWords(calendar, reception.atMs) : later),
    gap(12),
    ...fact("Dự kiến trả kết quả", due ? dateWords(due.date) : later),
  ];
}

function closing(paper: Paper, { office, droppedAtMs, reception, due }: ReceiptContent): Block[] {
  const body = textStyle(paper, 30, 500, 1.38);
  const hotline = textStyle(paper, 34, 700, 1.38);
  const sentences = [
    ...(reception ? [receptionRuleWords(reception.rule)] : []),
    ...(due ? [dueRuleWords(due.rule)] : []),
    ...(droppedAtMs === undefined ? ["Cán bộ ghi ngày gửi theo số phiếu này."] : []),
    "Phiếu này chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả. Cán bộ kiểm tra xong sẽ báo mã hồ sơ và ngày hẹn chính thức.",
    "Xin giữ phiếu này để nhận kết quả.",
  ];
  return [
    ...sentences.flatMap((sentence) => [paragraph(paper, sentence, body), gap(8)]),
    paragraph(paper, `Hỏi đáp: ${office.hotline}`, hotline),
  ];
}
