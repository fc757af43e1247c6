/** What a printer says by itself or when asked. */
export type StatusMessage =
  /** The answer to `10 04 n`, pattern 0xx1xx10. It does not say which n it answers. */
  | { readonly kind: "answer"; readonly byte: number }
  /** Automatic status: four bytes, the first of pattern 0xx1xx00. */
  | { readonly kind: "automatic"; readonly bytes: readonly [number, number, number, number] }
  /** The answer to `1D 49 n`: `5F`, text, `00`. It does not say which n it answers. */
  | { readonly kind: "identity"; readonly text: string };

const IDENTITY_START = 0x5f;
/** Longest name that is believed; whatever goes on after it was none. */
const LONGEST_IDENTITY = 80;
const FIRST_LETTER = 0x20;

/**
 * Sorts the bytes that a printer sends; told apart by their fixed bits (ESC/POS `DLE EOT`, `GS a`, `GS I`). Bytes of no
 * pattern are passed over. Holds at most 80 bytes.
 */
export class StatusReader {
  #automatic: number[] = [];
  #identity: number[] | undefined;

  push(bytes: Uint8Array): StatusMessage[] {
    const messages: StatusMessage[] = [];
    for (const byte of bytes) {
      const message = this.#take(byte);
      if (message !== undefined) messages.push(message);
    }
    return messages;
  }

  #take(byte: number): StatusMessage | undefined {
    if (this.#identity !== undefined && (byte >= FIRST_LETTER || byte === 0)) return this.#takeLetter(byte);
    if ((byte & 0b10010011) === 0b00010010) {
      // The last three automatic bytes never have bit 4 set and names have no control characters, so an answer between
      // them ends nothing and begins nothing.
      return { kind: "answer", byte };
    }
    this.#identity = undefined;
    if ((byte & 0b10010011) === 0b00010000) {
      this.#automatic = [byte];
      return undefined;
    }
    if (byte === IDENTITY_START) this.#identity = [];
    if (this.#automatic.length === 0 || (byte & 0b10010000) !== 0) {
      this.#automatic = [];
      return undefined;
    }
    return this.#takeAutomatic(byte);
  }

  #takeAutomatic(byte: number): StatusMessage | undefined {
    this.#automatic.push(byte);
    const [first, second, third, fourth] = this.#automatic;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) return undefined;
    this.#automatic = [];
    return { kind: "automatic", bytes: [first, second, third, fourth] };
  }

  #takeLetter(byte: number): StatusMessage | undefined {
    const letters = this.#identity ?? [];
    if (byte !== 0 && letters.length < LONGEST_IDENTITY) {
      letters.push(byte);
      return undefined;
    }
    this.#identity = undefined;
    if (byte !== 0 || letters.length === 0) return undefined;
    return { kind: "identity", text: new TextDecoder("latin1").decode(Uint8Array.from(letters)).trim() };
  }
}
