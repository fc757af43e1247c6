import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import type { ReadinessLine } from "#core/domain/readinessFacts.ts";

export interface ReadinessPdfContent {
  readonly officeName: string;
  readonly kioskNumber: number;
  readonly softwareVersion: string;
  /** Wall time as people at the machine read it. */
  readonly madeAt: string;
  readonly lines: readonly ReadinessLine[];
}

const fontPath = (name: "500Medium" | "700Bold"): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`));

const states: Readonly<Record<ReadinessLine["state"], string>> = {
  ok: "Đạt",
  bad: "Chưa đạt",
  unknown: "Chưa rõ",
  notSupported: "Không có",
};

/** The readiness report on A4, Vietnamese type embedded; resolves with the file's bytes. */
export function readinessPdf(content: ReadinessPdfContent): Promise<Buffer> {
  const page = new PDFDocument({ size: "A4", margin: 48, info: { Title: "Báo cáo sẵn sàng" } });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    page.on("data", (chunk: Buffer) => chunks.push(chunk));
    page.on("end", () => resolve(Buffer.concat(chunks)));
    page.on("error", reject);
  });
  page.registerFont("body", fontPath("500Medium")).registerFont("head", fontPath("700Bold"));
  page.font("head").fontSize(20).text("Báo cáo sẵn sàng");
  page
    .font("body")
    .fontSize(10)
    .text(`${content.officeName}. Máy ${content.kioskNumber}, bản ${content.softwareVersion}.`);
  page.text(content.madeAt).moveDown();
  for (const { subject, state, facts, action } of content.lines) {
    page.font("head").fontSize(11).text(`${subject}: ${states[state]}`);
    const words = Object.entries(facts).map(([name, value]) => `${name} ${String(value)}`);
    if (action !== undefined) words.push(`cần: ${action}`);
    if (words.length > 0) page.font("body").fontSize(9).text(words.join(", "));
    page.moveDown(0.4);
  }
  page.end();
  return done;
}
