import { describe, expect, it } from "vitest";
import { readinessPdf } from "#controller/papers/readinessPdf.ts";
import { sampleReadiness } from "#tests/support/sampleReadiness.ts";

async function pdfOf(report: ReturnType<typeof sampleReadiness>): Promise<string> {
  return (await readinessPdf(report)).toString("latin1");
}
const pagesOf = (pdf: string): number => pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe("the readiness report as PDF", () => {
  it("brings its Vietnamese type with it, and fits on one page where there is little to say", async () => {
    const pdf = await pdfOf(sampleReadiness({ isReady: true }));
    expect(pdf.startsWith("%PDF-")).toBe(true);
    expect(pagesOf(pdf)).toBe(1);
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(2);
    expect(pdf).toMatch(/BeVietnamPro-Bold/);
  });

  it("takes as many pages as it has lines for, and no empty one", async () => {
    expect(pagesOf(await pdfOf(sampleReadiness({ boards: 20 })))).toBe(2);
    expect(pagesOf(await pdfOf(sampleReadiness({ boards: 60 })))).toBe(4);
  });
});
