import type { WorkingCalendar } from "../domain/calendar.ts";
import { type DropTicketNumber, formatDropTicketNumber } from "../domain/dropTicket.ts";
import { band, dottedRow, paragraph, rule } from "./layout/blocks.ts";
import { type Block, gap, type Paper, type PrintDocument, printDocument, textStyle } from "./layout/paper.ts";
import { letterhead, type Office } from "./letterhead.ts";
import { momentWords } from "./vietnameseTime.ts";

/** Who collected, by kind only: the slip names nobody. */
export type Recipient = "owner" | "proxy" | "postalOfficer" | "other";

/** What a collection slip says. Nothing personal. */
export interface CollectionSlipContent {
  readonly office: Office;
  readonly procedureName: string;
  /** Absent for results of dossiers handed in at the counter. */
  readonly ticketNumber?: DropTicketNumber;
  /** The official code, where it is known. */
  readonly dossierCode?: string;
  readonly compartmentNumber: number;
  readonly recipient: Recipient;
  readonly calendar: Pick<WorkingCalendar, "timeZone">;
  readonly collectedAtMs: number;
  /** False where the door's sensor is declared faulty: the clerk checks the compartment. */
  readonly isVerified: boolean;
  readonly copy: "original" | "reprint";
}

/** The slip of a collection (phiếu trả kết quả). */
export function collectionSlip(paper: Paper, content: CollectionSlipContent): PrintDocument {
  const body = textStyle(paper, 30, 500, 1.38);
  const unverified = content.isVerified
    ? []
    : [paragraph(paper, "Máy chưa xác nhận được cửa ngăn đã mở và đóng. Cán bộ sẽ kiểm tra lại ngăn.", body), gap(8)];
  return printDocument(paper, [
    gap(8),
    letterhead(paper, content.office),
    gap(24),
    paragraph(paper, "PHIẾU TRẢ KẾT QUẢ", textStyle(paper, 50, 700, 1.2), "centre"),
    ...(content.copy === "reprint" ? [gap(10), band(paper, "BẢN IN LẠI", textStyle(paper, 32, 700))] : []),
    gap(20),
    paragraph(paper, content.procedureName, textStyle(paper, 34, 700, 1.3), "centre"),
    gap(20),
    ...facts(paper, content),
    gap(18),
    rule(paper),
    gap(16),
    paragraph(paper, "Đã lấy kết quả lúc", textStyle(paper, 32, 500, 1.32)),
    paragraph(paper, momentWords(content.calendar, content.collectedAtMs), textStyle(paper, 36, 700, 1.32)),
    gap(18),
    rule(paper),
    gap(16),
    ...unverified,
    paragraph(paper, "Xin xem lại kết quả. Nếu có sai sót, mời báo cho quầy hoặc gọi số dưới đây.", body),
    gap(8),
    paragraph(paper, `Hỏi đáp: ${content.office.hotline}`, textStyle(paper, 34, 700, 1.38)),
    gap(24),
  ]);
}

function facts(paper: Paper, content: CollectionSlipContent): Block[] {
  const styles = { label: textStyle(paper, 32, 500, 1.44), value: textStyle(paper, 32, 700, 1.44) };
  const { ticketNumber, dossierCode } = content;
  return [
    ...(ticketNumber === undefined
      ? []
      : [dottedRow(paper, "Phiếu gửi hồ sơ", formatDropTicketNumber(ticketNumber), styles)]),
    ...(dossierCode === undefined ? [] : [dottedRow(paper, "Mã hồ sơ", dossierCode, styles)]),
    dottedRow(paper, "Ngăn", String(content.compartmentNumber), styles),
    dottedRow(paper, "Người nhận", RECIPIENT_WORDS[content.recipient], styles),
  ];
}

const RECIPIENT_WORDS: Readonly<Record<Recipient, string>> = {
  owner: "Chủ hồ sơ",
  proxy: "Người được ủy quyền",
  postalOfficer: "Cán bộ bưu điện",
  other: "Người khác",
};
