import { describe, expect, it } from "vitest";
import type { PaperWidthDots } from "#core/documents/layout/paper.ts";
import { readinessPaper } from "#core/documents/readinessPaper.ts";
import { loadPrintFonts, rasterize } from "#device/printer/rasterize.ts";
import { sampleReadiness } from "#tests/support/sampleReadiness.ts";

const fonts = loadPrintFonts();
const office = { productName: "Hồ sơ 24/7", officeName: "Phường Thử Nghiệm", hotline: "1022" };

function wordsOf(report: ReturnType<typeof sampleReadiness>, widthDots: PaperWidthDots = 576): string {
  const { svg } = readinessPaper({ widthDots, fonts }, { office, report });
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text?.replaceAll("\u00a0", " ")).join(" ");
}

describe("the readiness report on receipt paper", () => {
  it("says first what needs somebody, and what to do about it", () => {
    const words = wordsOf(sampleReadiness());
    const places = [
      "Chưa sẵn sàng phục vụ",
      "Chưa đạt (4)",
      "Máy in Hết giấy Lắp cuộn giấy mới.",
      "Chưa rõ (2)",
      "Đạt (10)",
    ];
    const found = places.map((place) => words.indexOf(place));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(words).toContain("Máy 7, phần mềm 0.1.0 08:05 Thứ Sáu 20/11/2026");
  });

  it("says that a machine without trouble is ready", () => {
    const words = wordsOf(sampleReadiness({ isReady: true }));
    expect(words).toContain("Sẵn sàng phục vụ");
    expect(words).not.toContain("Chưa đạt");
  });

  it.each([576, 384] as const)("can be printed on paper of %i dots, whatever a board is called", (widthDots) => {
    const report = sampleReadiness();
    const odd = { state: "ok", fact: { vi: "仓 Ω", en: "x" }, subject: { vi: "Bo khóa 仓", en: "x" } } as const;
    const drawn = readinessPaper(
      { widthDots, fonts },
      { office, report: { ...report, lines: [...report.lines, odd] } },
    );
    expect(rasterize(drawn, fonts)).toMatchObject({ ok: true });
    expect(wordsOf({ ...report, lines: [odd] }, widthDots)).toContain("Bo khóa ?");
  });
});
