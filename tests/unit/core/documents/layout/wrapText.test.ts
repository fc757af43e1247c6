import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrapBalanced, wrapText } from "#core/documents/layout/wrapText.ts";

const length = (piece: string) => piece.length;

describe("breaking a text into lines", () => {
  it("fills lines and leaves no word alone at the end", () => {
    expect(wrapText("Phiếu này chưa phải Giấy tiếp nhận", 29, length)).toEqual([
      "Phiếu này chưa phải Giấy",
      "tiếp nhận",
    ]);
  });

  it("keeps words together that a no-break space joins", () => {
    expect(wrapText("không tính thứ Bảy, Chủ\u00a0nhật", 23, length)).toEqual(["không tính thứ Bảy,", "Chủ\u00a0nhật"]);
  });

  it("breaks a word that is wider than the paper", () => {
    expect(wrapText("abcdefgh ij", 3, length)).toEqual(["abc", "def", "gh", "ij"]);
  });

  it("makes no line for a text without words", () => {
    expect(wrapText(" \n ", 10, length)).toEqual([]);
  });

  it("balances a heading", () => {
    const lines = ["Đăng ký thành lập", "hộ kinh doanh"];
    expect(wrapBalanced("Đăng ký thành lập hộ kinh doanh", 26, length)).toEqual(lines);
  });

  it("never exceeds the width, never loses a letter, and balances without a further line", () => {
    const text = fc.array(fc.string({ unit: fc.constantFrom(..."abcđếư"), minLength: 1, maxLength: 12 }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (words, width) => {
        const lines = wrapText(words.join(" "), width, length);
        const balanced = wrapBalanced(words.join(" "), width, length);
        expect([...lines, ...balanced].every((line) => line.length <= width)).toBe(true);
        expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
        expect(balanced.length).toBeLessThanOrEqual(lines.length);
      }),
    );
  });
});
