import { bagSlip } from "#core/documents/bagSlip.ts";
import { caseSlip } from "#core/documents/caseSlip.ts";
import { collectionSlip } from "#core/documents/collectionSlip.ts";
import type { Paper, PrintDocument } from "#core/documents/layout/paper.ts";
import { type ReceiptContent, receipt } from "#core/documents/receipt.ts";
import { provisionalDueDate } from "#core/domain/dueDate.ts";
import { countsAsReceived } from "#core/domain/reception.ts";
import { sampleCalendar, vietnamMs } from "./sampleCalendars.ts";

export const SAMPLE_TOKEN = `HS1${"7KQ2MZ4XWAB5".repeat(11)}`;
export const SAMPLE_BAG_LABEL = "TUI-0427-001108";
const calendar = sampleCalendar(2026);
const office = { productName: "Hồ sơ 24/7", officeName: "Trung tâm Phục vụ hành chính công", hotline: "1022" };
const procedureName = "Đăng ký thành lập hộ kinh doanh";

/** The receipt of the Saturday night that the look pictures show. */
export function sampleReceiptContent(): ReceiptContent {
  const droppedAtMs = vietnamMs("2026-11-14T21:47");
  const reception = countsAsReceived(calendar, droppedAtMs);
  if (!reception.ok) throw new Error("the sample calendar has no such day");
  const due = provisionalDueDate(calendar, reception.value.atMs, { kind: "workingDays", days: 3 });
  if (!due.ok || !due.value) throw new Error("the sample calendar has no such day");
  return {
    office,
    ticketNumber: "0427001108",
    token: SAMPLE_TOKEN,
    procedureName,
    compartmentNumber: 14,
    count: {
      dossiers: 1,
      papers: [
        { paperId: "giay-de-nghi", originals: 1, certified: 0, photocopies: 0 },
        { paperId: "giay-to-phap-ly", originals: 0, certified: 1, photocopies: 3 },
        { paperId: "van-ban-uy-quyen", originals: 0, certified: 0, photocopies: 0 },
      ],
    },
    paperNames: {
      "giay-de-nghi": "Giấy đề nghị",
      "giay-to-phap-ly": "Giấy tờ pháp lý của chủ hộ và thành viên",
      "van-ban-uy-quyen": "Bản sao văn bản ủy quyền",
    },
    calendar,
    droppedAtMs,
    reception: reception.value,
    due: due.value,
    copy: "original",
  };
}

/** One of each paper, by name. */
export function sampleDocuments(paper: Paper): Record<string, PrintDocument> {
  const { reception: _, due: __, ...noPromise } = sampleReceiptContent();
  const happenedAtMs = vietnamMs("2026-11-14T21:49");
  const collection = {
    office,
    procedureName,
    ticketNumber: "0427001108",
    compartmentNumber: 6,
    calendar,
    collectedAtMs: vietnamMs("2026-11-19T19:05"),
    recipient: "owner",
    isVerified: true,
    copy: "original",
  } as const;
  return {
    receipt: receipt(paper, sampleReceiptContent()),
    reprint: receipt(paper, { ...noPromise, copy: "reprint" }),
    bagSlip: bagSlip(paper, { office, bagLabel: SAMPLE_BAG_LABEL, procedureName, calendar, printedAtMs: happenedAtMs }),
    caseSlip: caseSlip(paper, {
      office,
      caseNumber: "0427-0031",
      scanText: "0427001108",
      ticketNumber: "0427001108",
      compartmentNumber: 14,
      calendar,
      happenedAtMs,
      whatHappened: "Cửa ngăn 14 không mở sau hai lần thử.",
      whatWasKept: "Túi hồ sơ chưa được cất vào máy. Thông tin đã khai còn trong máy đến 07:30 Thứ Hai.",
      howToResume: "Quét mã trên phiếu này rồi cất túi vào ngăn khác; không phải khai lại.",
    }),
    collectionSlip: collectionSlip(paper, collection),
    collectionUnverified: collectionSlip(paper, {
      ...collection,
      dossierCode: "000.00.06.H56-231027-0361",
      recipient: "proxy",
      isVerified: false,
      copy: "reprint",
    }),
  };
}
