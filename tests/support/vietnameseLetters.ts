/** The 134 letters of Vietnamese that carry a mark, small and capital, composed. */
export const VIETNAMESE_MARKED_LETTERS: readonly string[] = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
  .flatMap((vowel) => ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"].map((tone) => (vowel + tone).normalize("NFC")))
  .concat(["ă", "â", "ê", "ô", "ơ", "ư", "đ"])
  .flatMap((letter) => [letter, letter.toUpperCase()]);
