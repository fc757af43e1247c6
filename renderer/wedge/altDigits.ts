/** More digits than a character's number has. */
const MOST_DIGITS = 6;

/**
 * Characters that a scanner types as Alt and digits of the number pad. On Linux nobody composes them, so the digits are
 * put together here: numbers below 128 mean ASCII in every code page; what a higher number means depends on a code page
 * that nobody knows, so such a character is told as one that cannot be trusted.
 */
export class AltDigits {
  #digits: string | undefined;

  /** Alt went down. */
  begin(): void {
    this.#digits = "";
  }

  /** A key went down, by its place on the keyboard; true where it is a digit of such a character. */
  take(code: string): boolean {
    const digit = /^Numpad(\d)$/.exec(code)?.[1];
    if (this.#digits === undefined || digit === undefined) return false;
    if (this.#digits.length <= MOST_DIGITS) this.#digits += digit;
    return true;
  }

  /** Alt may have gone up unseen, as when another window came to the front. */
  cancel(): void {
    this.#digits = undefined;
  }

  /** Alt went up: the character, U+FFFD for one that cannot be trusted; undefined where no digits were typed. */
  end(): string | undefined {
    const digits = this.#digits;
    this.#digits = undefined;
    if (digits === undefined || digits === "") return undefined;
    const number = Number(digits);
    return number < 0x80 ? String.fromCharCode(number) : "\uFFFD";
  }
}
