import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import { capitalized, machineWords, REPORT_TITLE, STATE_TITLES, verdictWords } from "#core/documents/readinessWords.ts";
import { momentWords } from "#core/documents/vietnameseTime.ts";
import { byUrgency, type ReadinessLine, type ReadinessReport, type ReadinessState } from "#core/domain/readiness.ts";

/* All lengths in points: 72 to the inch. */
const MARGIN = 48;
const PADDING = 10;
const SUBJECT_WIDTH = 150;
const FOOTER = 36;
const INK = "#16181a";
const QUIET_INK = "#565b60";
const LINE = "#d8dbde";

/** Ink and ground of each state; every ink reads on its ground and on white. */
const COLOURS: Readonly<Record<ReadinessState, { readonly ink: string; readonly ground: string }>> = {
  notOk: { ink: "#a3211a", ground: "#fbe9e7" },
  unknown: { ink: "#705200", ground: "#fcf3d9" },
  ok: { ink: "#17613a", ground: "#e6f3ea" },
  notSupported: { ink: QUIET_INK, ground: "#f0f1f2" },
};

type Page = PDFKit.PDFDocument;

/** The readiness report on A4 for the office's files, with its Vietnamese type in it; resolves with the file's bytes. */
export function readinessPdf(report: ReadinessReport): Promise<Buffer> {
  const title = `${REPORT_TITLE}, máy ${report.kioskNumber}`;
  const page = new PDFDocument({
    size: "A4",
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOTER },
    bufferPages: true,
    lang: "vi",
    info: { Title: title, CreationDate: new Date(report.atMs) },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    page.on("data", (chunk: Buffer) => chunks.push(chunk));
    page.on("end", () => resolve(Buffer.concat(chunks)));
    page.on("error", reject);
  });
  page.registerFont("body", fontPath("400Regular")).registerFont("bold", fontPath("700Bold"));
  drawHead(page, report);
  for (const group of byUrgency(report.lines)) drawGroup(page, group);
  drawFooters(page, `${title} · ${momentWords(report, report.atMs)}`);
  page.end();
  return done;
}

function drawHead(page: Page, report: ReadinessReport): void {
  page.font("bold").fontSize(24).fillColor(INK).text(REPORT_TITLE).moveDown(0.15);
  page.font("body").fontSize(11).text(report.officeName);
  page.fillColor(QUIET_INK).text(`${machineWords(report)}. ${momentWords(report, report.atMs)}.`);
  const { ink, ground } = COLOURS[report.isReady ? "ok" : "notOk"];
  const top = page.y + 14;
  page.rect(MARGIN, top, widthOf(page), 40).fill(ground);
  page.rect(MARGIN, top, 4, 40).fill(ink);
  page.font("bold").fontSize(15).fillColor(ink);
  page.text(verdictWords(report), MARGIN + 4 + PADDING, top + 10, { width: widthOf(page) - 2 * PADDING });
  page.y = top + 40 + 8;
}

function drawGroup(
  page: Page,
  { state, lines }: { readonly state: ReadinessState; readonly lines: readonly ReadinessLine[] },
): void {
  const [first] = lines;
  // A title never stands alone at the foot of a page.
  if (first !== undefined && !fits(page, 42 + heightOf(page, first))) page.addPage();
  drawGroupTitle(page, state, `${STATE_TITLES[state]} (${lines.length})`);
  for (const line of lines) {
    if (!fits(page, heightOf(page, line))) {
      page.addPage();
      drawGroupTitle(page, state, `${STATE_TITLES[state]} (tiếp)`);
    }
    drawLine(page, line);
  }
}

function drawGroupTitle(page: Page, state: ReadinessState, title: string): void {
  const { ink, ground } = COLOURS[state];
  const top = page.y === MARGIN ? MARGIN : page.y + 12;
  page.rect(MARGIN, top, widthOf(page), 24).fill(ground);
  page.font("bold").fontSize(11).fillColor(ink);
  page.text(title, MARGIN + PADDING, top + 5, { lineBreak: false });
  page.y = top + 24;
}

/** A row of the table: what was looked at, what was found, and below it what to do. */
function drawLine(page: Page, line: ReadinessLine): void {
  const top = page.y;
  const height = heightOf(page, line);
  const left = MARGIN + PADDING + SUBJECT_WIDTH;
  page.font("bold").fontSize(10).fillColor(INK);
  page.text(line.subject.vi, MARGIN + PADDING, top + 6, { width: SUBJECT_WIDTH - PADDING });
  page.font("body").text(capitalized(line.fact.vi), left, top + 6, { width: factWidthOf(page) });
  if (line.advice !== undefined) {
    page.fillColor(QUIET_INK).text(line.advice.vi, left, page.y + 1, { width: factWidthOf(page) });
  }
  page.moveTo(MARGIN, top + height).lineTo(MARGIN + widthOf(page), top + height);
  page.lineWidth(0.5).strokeColor(LINE).stroke();
  page.y = top + height;
}

function heightOf(page: Page, { subject, fact, advice }: ReadinessLine): number {
  const subjectHeight = page
    .font("bold")
    .fontSize(10)
    .heightOfString(subject.vi, { width: SUBJECT_WIDTH - PADDING });
  const width = factWidthOf(page);
  const factHeight = page.font("body").heightOfString(capitalized(fact.vi), { width });
  const adviceHeight = advice === undefined ? 0 : 1 + page.heightOfString(advice.vi, { width });
  return 12 + Math.max(subjectHeight, factHeight + adviceHeight);
}

function drawFooters(page: Page, words: string): void {
  const { start, count } = page.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    page.switchToPage(index);
    const top = page.page.height - MARGIN - 10;
    // Text below the bottom margin would begin a new page.
    page.page.margins.bottom = 0;
    page.font("body").fontSize(9).fillColor(QUIET_INK);
    page.text(words, MARGIN, top, { lineBreak: false });
    page.text(`Trang ${index - start + 1}/${count}`, MARGIN, top, { width: widthOf(page), align: "right" });
  }
}

function fits(page: Page, height: number): boolean {
  return page.y + height <= page.page.height - MARGIN - FOOTER;
}

function widthOf(page: Page): number {
  return page.page.width - 2 * MARGIN;
}

function factWidthOf(page: Page): number {
  return widthOf(page) - SUBJECT_WIDTH - 2 * PADDING;
}

function fontPath(face: "400Regular" | "700Bold"): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`));
}
