import { describe, expect, it } from "vitest";
import { type Mark, withLetter, withMark } from "#ui/widgets/markedVowel.ts";

describe("the marks of the keyboard for names", () => {
  it.each([
    ["Nguyen", ["mũ", "ngã"], "Nguyễn"],
    ["Hoang", ["huyền"], "Hoàng"],
    ["Mai", ["sắc"], "Mái"],
    ["Bui", ["huyền"], "Bùi"],
    ["Truong", ["móc"], "Trương"],
    ["Luong", ["móc", "nặng"], "Lượng"],
    ["Quyen", ["mũ", "huyền"], "Quyền"],
    ["Quy", ["sắc"], "Quý"],
    ["Hang", ["trăng", "huyền"], "Hằng"],
    ["Nguyen Van Dung", ["ngã"], "Nguyen Van Dũng"],
  ] as const)("writes %s with %s as %s", (letters, signs: readonly Mark[], name) => {
    expect(signs.reduce(withMark, typed(letters))).toBe(name);
  });

  it("moves the tone when the word grows", () => {
    expect(["a", "n", "g"].reduce(withLetter, withMark("Ho", "huyền"))).toBe("Hoàng");
  });

  it("takes the same mark off again", () => {
    expect(withMark(withMark("Lan", "sắc"), "sắc")).toBe("Lan");
    expect(withMark(withMark("Truong", "móc"), "móc")).toBe("Truong");
  });

  it("leaves text without a fitting vowel as it is", () => {
    expect(withMark("", "sắc")).toBe("");
    expect(withMark("Bcd", "huyền")).toBe("Bcd");
    expect(withMark("Linh", "trăng")).toBe("Linh");
    expect(withMark("Lan ", "sắc")).toBe("Lan ");
  });
});

function typed(letters: string): string {
  return [...letters].reduce(withLetter, "");
}
