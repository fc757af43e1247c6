import type { BothWords } from "../domain/readiness.ts";
import { machine as en } from "../languages/en/machine.ts";
import { technician as enTechnician } from "../languages/en/technician.ts";
import { machine as vi } from "../languages/vi/machine.ts";
import { technician as viTechnician } from "../languages/vi/technician.ts";
import type { WordsLike } from "../languages/wordsLike.ts";

type ScreenWords = WordsLike<typeof vi & typeof viTechnician>;

/** Words of the technician's screen, so that report and screen say the same. */
export function screenWords(pick: (words: ScreenWords) => string): BothWords {
  return { vi: pick({ ...vi, ...viTechnician }), en: pick({ ...en, ...enTechnician }) };
}

/** What is the same in every language: a name, a number, what an operating system says. */
export function sameWords(text: string): BothWords {
  return { vi: text, en: text };
}

/** Pieces one after another, with `between` in the middle. */
export function joinWords(pieces: readonly BothWords[], between: string): BothWords {
  return { vi: pieces.map(({ vi }) => vi).join(between), en: pieces.map(({ en }) => en).join(between) };
}
