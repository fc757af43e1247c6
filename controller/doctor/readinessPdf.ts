import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import type { ReadinessLine, ReadinessReport, ReadinessState } from "#core/domain/readiness.ts";

const MARGIN_PT = 48;
const STATE_WIDTH_PT = 90;

/** The report's own words. */
export interface ReadinessPdfWords {
  readonly title: string;
  readonly ready: string;
  readonly notReady: string;
  readonly states: Readonly<Record<ReadinessState, string>>;
}

/** In the language of the command line. */
function englishWords(kioskNumber: number): ReadinessPdfWords {
  return {
    title: `Readiness report of kiosk ${kioskNumber}`,
    ready: "Ready for service",
    notReady: "Not ready for service",
    states: { ok: "OK", notOk: "NOT OK", unknown: "unknown", notSupported: "not supported" },
  };
}

export interface ReadinessPdfOptions {
  /** English by default. */
  readonly words?: ReadinessPdfWords;
  /** When it was made, in words; by default in UTC. */
  readonly time?: string;
}

const STATE_COLOURS: Readonly<Record<ReadinessState, string>> = {
  ok: "#1a6b3c",
  notOk: "#b3261e",
  unknown: "#7a5b00",
  notSupported: "#5c5f62",
};

/** Writes the report as an A4 PDF with the print font in it. Rejects with what the disk says. */
export async function writeReadinessPdf(
  path: string,
  report: ReadinessReport,
  { words = englishWords(report.kioskNumber), time = new Date(report.atMs).toISOString() }: ReadinessPdfOptions = {},
): Promise<void> {
  const { title } = words;
  const pdf = new PDFDocument({ size: "A4", margin: MARGIN_PT, info: { Title: title } });
  pdf.registerFont("body", fontPath("400Regular"));
  pdf.registerFont("bold", fontPath("700Bold"));
  const file = createWriteStream(path, { mode: 0o600 });
  const isWritten = once(file, "finish");
  pdf.pipe(file);
  pdf.font("bold").fontSize(18).fillColor("#000").text(title);
  pdf.font("body").fontSize(11).text(report.office);
  pdf.text(time);
  pdf.moveDown();
  pdf
    .font("bold")
    .fontSize(14)
    .text(report.isReady ? words.ready : words.notReady);
  pdf.moveDown();
  for (const line of report.lines) drawLine(pdf, line, words);
  pdf.end();
  await isWritten;
}

function drawLine(
  pdf: PDFKit.PDFDocument,
  { subject, state, fact, advice }: ReadinessLine,
  { states }: ReadinessPdfWords,
): void {
  const lowest = pdf.page.height - MARGIN_PT - 48;
  if (pdf.y > lowest) pdf.addPage();
  const topPt = pdf.y;
  pdf.font("bold").fontSize(10).fillColor(STATE_COLOURS[state]);
  pdf.text(states[state], MARGIN_PT, topPt, { width: STATE_WIDTH_PT });
  const width = pdf.page.width - 2 * MARGIN_PT - STATE_WIDTH_PT;
  pdf.fillColor("#000").text(subject, MARGIN_PT + STATE_WIDTH_PT, topPt, { width, continued: true });
  pdf.font("body").text(`: ${fact}`, { width });
  if (advice !== undefined) pdf.fillColor("#5c5f62").text(advice, MARGIN_PT + STATE_WIDTH_PT, pdf.y, { width });
  pdf.moveDown(0.5);
}

function fontPath(face: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`));
}
