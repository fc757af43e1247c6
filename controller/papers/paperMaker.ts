import { assert } from "#core/base/assert.ts";
import type { Setup } from "#core/contract/channel.ts";
import { bagSlip } from "#core/documents/bagSlip.ts";
import { caseSlip } from "#core/documents/caseSlip.ts";
import type { Paper, PrintDocument } from "#core/documents/layout/paper.ts";
import { readinessPaper } from "#core/documents/readinessPaper.ts";
import { receipt } from "#core/documents/receipt.ts";
import { formatCaseNumber } from "#core/domain/ids.ts";
import type { ReadinessReport } from "#core/domain/readiness.ts";
import type { Raster } from "#core/interfaces/printer.ts";
import type { DossierRecord } from "#core/register/records.ts";
import { loadPrintFonts, rasterize } from "#device/printer/rasterize.ts";
import type { PrintedPaper } from "#flow/effect.ts";
import type { Credentials, PaperMaker } from "../runner/parts.ts";
import { caseWords } from "./caseWords.ts";

/** Name of the service, as on the machine itself. */
const PRODUCT_NAME = "Hồ sơ 24/7";

/** Pictures of papers kept for the screen; older ones are forgotten. */
const KEPT_PICTURES = 4;

export interface PaperMakerParts {
  readonly setup: Setup;
  readonly widthDots: 576 | 384;
  readonly credentials: Pick<Credentials, "personOf">;
  /** Wall milliseconds; undefined where the machine's time is not trusted. */
  readonly nowMs: () => number | undefined;
  /** What stands ready and what does not, as of now. */
  readonly readiness: () => ReadinessReport;
}

/** Draws the papers of a visit and keeps the newest pictures for the screen. */
export interface KeepingPaperMaker extends PaperMaker {
  /** The picture of a print job as it went to the printer, while it is kept. */
  pictureOf(printJobId: string): Raster | undefined;
}

export function createPaperMaker(parts: PaperMakerParts): KeepingPaperMaker {
  const fonts = loadPrintFonts();
  const pictures = new Map<string, Raster>();
  return {
    pictureOf: (printJobId) => pictures.get(printJobId),
    draw: (printJobId, wanted, register) => {
      const dossier = wanted.document === "receipt" ? register.get("dossier", wanted.dossierId) : undefined;
      const drawn = rasterize(
        documentOf(wanted, dossier, { parts, paper: { widthDots: parts.widthDots, fonts } }),
        fonts,
      );
      assert(drawn.ok, drawn.ok ? "" : drawn.error.sentence);
      pictures.set(printJobId, drawn.value);
      const oldest = pictures.size > KEPT_PICTURES ? pictures.keys().next() : undefined;
      if (oldest?.done === false) pictures.delete(oldest.value);
      return drawn.value;
    },
  };
}

interface Drawing {
  readonly parts: PaperMakerParts;
  readonly paper: Paper;
}

function documentOf(wanted: PrintedPaper, dossier: DossierRecord | undefined, drawing: Drawing): PrintDocument {
  const { parts, paper } = drawing;
  const { setup } = parts;
  const office = officeOf(setup);
  const calendar = { timeZone: setup.timeZone };
  switch (wanted.document) {
    case "receipt":
      assert(dossier, "A receipt is printed for a dossier that is not in the register.");
      return receiptOf(dossier, wanted.copy, drawing);
    case "bagSlip": {
      const { label: bagLabel, procedureId } = wanted;
      const procedureName = nameOf(setup, procedureId);
      return bagSlip(paper, { office, bagLabel, procedureName, calendar, printedAtMs: parts.nowMs() });
    }
    case "caseSlip": {
      const { compartmentNumber } = wanted;
      return caseSlip(paper, {
        office,
        caseNumber: formatCaseNumber(wanted.caseNumber),
        compartmentNumber,
        calendar,
        happenedAtMs: parts.nowMs(),
        whatHappened: caseWords(wanted.caseKind, compartmentNumber),
        whatWasKept: "Hồ sơ vẫn ở chỗ ông/bà hoặc trong ngăn. Máy chưa nhận gì thêm.",
        howToResume:
          "Mời đưa phiếu này cho cán bộ một cửa. Cán bộ xem số sự cố và làm tiếp, không phải khai lại từ đầu.",
      });
    }
    case "readinessReport":
      return readinessPaper(paper, { office, report: parts.readiness() });
  }
}

function receiptOf(dossier: DossierRecord, copy: number, { parts, paper }: Drawing): PrintDocument {
  const { setup, credentials } = parts;
  const { ticket, times, procedureId, counts, dossierCount, place } = dossier;
  const token = credentials.personOf(dossier)?.receiptToken;
  assert(ticket && times && procedureId && token, "A receipt is printed for a dossier that was not deposited here.");
  const { receivedRule, dueRule, countsAsReceivedAtMs, dueDate, droppedAtMs } = times;
  const papers = setup.catalogue.find((p) => p.procedureId === procedureId)?.papers ?? [];
  const hasReception = receivedRule !== undefined && countsAsReceivedAtMs !== undefined;
  return receipt(paper, {
    office: officeOf(setup),
    ticketNumber: ticket,
    token,
    procedureName: nameOf(setup, procedureId),
    compartmentNumber: place.kind === "compartment" ? place.compartmentNumber : 0,
    count: { papers: [...counts], dossiers: dossierCount },
    paperNames: Object.fromEntries(papers.map((p) => [p.paperId, p.name.vi])),
    calendar: { timeZone: setup.timeZone },
    droppedAtMs,
    ...(hasReception ? { reception: { atMs: countsAsReceivedAtMs, rule: receivedRule } } : {}),
    ...(dueDate !== undefined && dueRule !== undefined ? { due: { date: dueDate, rule: dueRule } } : {}),
    copy: copy === 1 ? "original" : "reprint",
  });
}

function nameOf(setup: Setup, procedureId: string): string {
  return setup.catalogue.find((p) => p.procedureId === procedureId)?.name.vi ?? procedureId;
}

function officeOf(setup: Setup): Parameters<typeof bagSlip>[1]["office"] {
  const { name, hotline } = setup.office;
  return { productName: PRODUCT_NAME, officeName: name.vi, hotline };
}
