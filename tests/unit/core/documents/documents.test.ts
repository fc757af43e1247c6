import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FONT_WEIGHTS, missingGlyphs } from "#core/documents/layout/textStyle.ts";
import { receipt } from "#core/documents/receipt.ts";
import { Catalogue } from "#core/domain/procedure.ts";
import { loadPrintFonts } from "#device/printer/rasterize.ts";
import { sampleDocuments, sampleReceiptContent } from "#tests/support/sampleDocuments.ts";

const paper = { widthDots: 576, fonts: loadPrintFonts() } as const;
const textOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text?.replaceAll("\u00a0", " ")).join(" ");
const documents = sampleDocuments(paper);
const words = (name: string) => textOf(documents[name]?.svg ?? "");

describe("the receipt of a deposit", () => {
  it("prints both clocks, the due date and the rules between them", () => {
    const text = words("receipt");
    for (const part of [
      "PHIẾU GỬI HỒ SƠ",
      "0427 001108",
      "Đã gửi vào ngăn 21:47 Thứ Bảy 14/11/2026",
      "Được tính là tiếp nhận 07:30 Thứ Hai 16/11/2026",
      "Dự kiến trả kết quả Thứ Năm 19/11/2026",
      "Thứ Bảy, Chủ nhật quầy nghỉ.",
      "3 ngày làm việc, không tính ngày tiếp nhận.",
      "Hỏi đáp: 1022",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("says that it is not the official receipt, and bears no official code", () => {
    expect(words("receipt")).toContain("Phiếu này chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả.");
    expect(words("receipt")).not.toMatch(/\d{3}\.\d{2}\.\d{2}/);
  });

  it("lists the papers that are in the bag, and no others", () => {
    expect(words("receipt")).toContain("Giấy đề nghị 1 chính");
    expect(words("receipt")).toContain("1 chứng thực, 3 chụp");
    expect(words("receipt")).not.toContain("ủy quyền");
  });

  it("promises nothing where the calendar or the period is not known", () => {
    expect(words("reprint").match(/Cán bộ sẽ báo sau/g)).toHaveLength(2);
  });

  it("bears no date where the machine's time is not trusted, and says who dates it", () => {
    const { reception: _, due: __, ...rest } = sampleReceiptContent();
    const text = textOf(receipt(paper, { ...rest, droppedAtMs: undefined }).svg);
    expect(text).toContain("Đã gửi vào ngăn Giờ máy chưa xác nhận");
    expect(text).toContain("Cán bộ ghi ngày gửi theo số phiếu này.");
    expect(text).toContain("0427 001108");
    expect(text).not.toMatch(/\d{2}:\d{2}|\d{2}\/\d{2}\/\d{4}/);
  });

  it("is marked when printed again, and only then", () => {
    expect(words("reprint")).toContain("BẢN IN LẠI");
    expect(words("receipt")).not.toContain("BẢN IN LẠI");
  });

  it("survives names that look like markup and names that are very long", () => {
    const name = `A & B <script> ${"rất dài ".repeat(40)}${"x".repeat(100)}`;
    const { svg } = receipt(paper, { ...sampleReceiptContent(), procedureName: name });
    expect(svg).toContain("A &amp; B &lt;script&gt;");
    expect(svg).not.toContain("<script");
  });
});

describe("the catalogue that comes with the product", () => {
  it("can be printed: every Vietnamese name has its glyphs", () => {
    const file = new URL("../../../../config/catalogue/procedures.json", import.meta.url);
    const { procedures } = Catalogue.parse(JSON.parse(readFileSync(file, "utf8")));
    const names = procedures.flatMap(({ name, papers }) => [name.vi, ...papers.map((paper) => paper.name.vi)]);
    for (const weight of FONT_WEIGHTS) expect(missingGlyphs(paper.fonts, names.join(" "), weight)).toEqual([]);
  });
});

describe("the other papers", () => {
  it("tell what they are for", () => {
    expect(words("bagSlip")).toContain("Bỏ phiếu này vào túi");
    expect(words("bagSlip")).toContain("TUI-0427-001108");
    expect(words("caseSlip")).toContain("0427-0031");
    expect(words("caseSlip")).toContain("không phải khai lại");
    expect(words("collectionSlip")).toContain("19:05 Thứ Năm 19/11/2026");
    expect(words("collectionUnverified")).toContain("Cán bộ sẽ kiểm tra lại ngăn.");
    expect(words("collectionSlip")).not.toContain("Cán bộ sẽ kiểm tra lại ngăn.");
  });
});
