/** The signs of the marks row: five tones, and the three that make another letter. */
export const marks = ["sắc", "huyền", "hỏi", "ngã", "nặng", "mũ", "trăng", "móc"] as const;
export type Mark = (typeof marks)[number];

/** Combining characters of Unicode, block 0300. */
const signs: Readonly<Record<Mark, string>> = {
  sắc: "\u0301",
  huyền: "\u0300",
  hỏi: "\u0309",
  ngã: "\u0303",
  nặng: "\u0323",
  mũ: "\u0302",
  trăng: "\u0306",
  móc: "\u031b",
};
const toneSigns = /[\u0301\u0300\u0309\u0303\u0323]/g;
const shapeSigns = /[\u0302\u0306\u031b]/g;
const vowel = /[aeiouy]/i;
const mayCarry: Readonly<Record<string, RegExp>> = { mũ: /[aeo]/i, trăng: /a/i, móc: /[ou]/i };

/**
 * Puts the mark on the last word: a tone on the vowel where Vietnamese writes it, a letter's sign on the last vowel that
 * can carry it (both of "uo" for the horn). The same mark once more takes it off. Text without such a vowel comes back
 * unchanged. The result is in normal form C.
 */
export function withMark(text: string, mark: Mark): string {
  const { before, word } = splitLastWord(text);
  const sign = signs[mark];
  if (!(mark in mayCarry)) {
    const has = word.normalize("NFD").includes(sign);
    return before + retoned(word, has ? "" : sign);
  }
  return before + retoned(reshaped(word, mark), toneOf(word));
}

/** Adds a letter and moves the tone to where the longer word wants it: "hò" and "a", "n", "g" give "hoàng". */
export function withLetter(text: string, letter: string): string {
  if (letter === " ") return `${text} `;
  const { before, word } = splitLastWord(text + letter);
  return before + retoned(word, toneOf(word));
}

function splitLastWord(text: string): { before: string; word: string } {
  const start = text.lastIndexOf(" ") + 1;
  return { before: text.slice(0, start), word: text.slice(start).normalize("NFC") };
}

function toneOf(word: string): string {
  return word.normalize("NFD").match(toneSigns)?.[0] ?? "";
}

function retoned(word: string, tone: string): string {
  const letters = [...word].map((letter) => letter.normalize("NFD").replace(toneSigns, "").normalize("NFC"));
  const place = tonePlace(letters);
  if (place === -1) return word;
  letters[place] = (letters[place] + tone).normalize("NFC");
  return letters.join("");
}

/** Index of the letter that bears the tone; -1 without a vowel. Old style: "hòa", "thúy". */
function tonePlace(letters: readonly string[]): number {
  const bases = letters.map((letter) => letter.normalize("NFD").charAt(0).toLowerCase());
  const vowels = bases.flatMap((base, index) => (vowel.test(base) ? [index] : []));
  const first = vowels[0] ?? -1;
  const isGlide = vowels.length > 1 && first === 1 && /^(qu|gi)/.test(bases.join(""));
  const core = isGlide ? vowels.slice(1) : vowels;
  const shaped = core.filter((index) => (letters[index] ?? "").normalize("NFD").length > 1);
  if (shaped.length > 0) return shaped.at(-1) ?? -1;
  if (core.length >= 3) return core[1] ?? -1;
  const isClosed = (core.at(-1) ?? -1) < letters.length - 1;
  return (core.length === 2 && isClosed ? core[1] : core[0]) ?? -1;
}

function reshaped(word: string, mark: Mark): string {
  const letters = [...word].map((letter) => letter.normalize("NFD"));
  const carries = (index: number) => mayCarry[mark]?.test(letters[index]?.charAt(0) ?? "") === true;
  const place = letters.findLastIndex((_, index) => carries(index));
  if (place === -1) return word;
  const sign = signs[mark];
  const isOff = letters[place]?.includes(sign) === true;
  const isPair = mark === "móc" && /^o/i.test(letters[place] ?? "") && /^u/i.test(letters[place - 1] ?? "");
  for (const index of isPair ? [place - 1, place] : [place]) {
    const bare = (letters[index] ?? "").replace(shapeSigns, "");
    letters[index] = isOff ? bare : bare.charAt(0) + sign + bare.slice(1);
  }
  return letters.join("").normalize("NFC");
}
