/** The signs of the marks row: five tones, and the three that make another letter. */
export const marks = ["sắc", "huyền", "hỏi", "ngã", "nặng", "mũ", "trăng", "móc"] as const;
export type Mark = (typeof marks)[number];

/** Combining characters of Unicode, block 0300. */
const combining: Readonly<Record<Mark, string>> = {
  sắc: "\u0301",
  huyền: "\u0300",
  hỏi: "\u0309",
  ngã: "\u0303",
  nặng: "\u0323",
  mũ: "\u0302",
  trăng: "\u0306",
  móc: "\u031b",
};
const tones = "\u0301\u0300\u0309\u0303\u0323";
const shapes = "\u0302\u0306\u031b";
const mayCarry: Readonly<Record<Mark, RegExp>> = {
  sắc: /[aeiouy]/i,
  huyền: /[aeiouy]/i,
  hỏi: /[aeiouy]/i,
  ngã: /[aeiouy]/i,
  nặng: /[aeiouy]/i,
  mũ: /[aeo]/i,
  trăng: /a/i,
  móc: /[ou]/i,
};

/**
 * Puts the mark on the last vowel of the last word that can carry it. A mark of the same sort is replaced, the same
 * mark once more is taken off. Text without such a vowel comes back unchanged. The result is in normal form C.
 */
export function withMark(text: string, mark: Mark): string {
  const letters = [...text.normalize("NFC")];
  const wordStart = letters.lastIndexOf(" ") + 1;
  for (let place = letters.length - 1; place >= wordStart; place -= 1) {
    const [base = "", ...signs] = (letters[place] ?? "").normalize("NFD");
    if (!mayCarry[mark].test(base)) continue;
    const sign = combining[mark];
    const sort = tones.includes(sign) ? tones : shapes;
    const others = signs.filter((one) => !sort.includes(one));
    letters[place] = (base + others.join("") + (signs.includes(sign) ? "" : sign)).normalize("NFC");
    return letters.join("");
  }
  return text;
}
