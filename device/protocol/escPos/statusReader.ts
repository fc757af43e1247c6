/** What a printer says by itself or when asked. */
export type StatusMessage =
  /** The answer to `10 04 n`, pattern 0xx1xx10. It does not say which n it answers. */
  | { readonly kind: "answer"; readonly byte: number }
  /** Automatic status: four bytes, the first of pattern 0xx1xx00. */
  | { readonly kind: "automatic"; readonly bytes: readonly [number, number, number, number] };

/**
 * Sorts the bytes that a printer sends; told apart by their fixed bits (ESC/POS `DLE EOT` and `GS a`). Bytes of neither
 * pattern are passed over. Holds at most three bytes.
 */
export class StatusReader {
  #automatic: number[] = [];

  push(bytes: Uint8Array): StatusMessage[] {
    const messages: StatusMessage[] = [];
    for (const byte of bytes) {
      const message = this.#take(byte);
      if (message !== undefined) messages.push(message);
    }
    return messages;
  }

  #take(byte: number): StatusMessage | undefined {
    if ((byte & 0b10010011) === 0b00010010) {
      // The last three automatic bytes never have bit 4 set, so an answer between them ends nothing and begins nothing.
      return { kind: "answer", byte };
    }
    if ((byte & 0b10010011) === 0b00010000) {
      this.#automatic = [byte];
      return undefined;
    }
    if (this.#automatic.length === 0 || (byte & 0b10010000) !== 0) {
      this.#automatic = [];
      return undefined;
    }
    this.#automatic.push(byte);
    const [first, second, third, fourth] = this.#automatic;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) return undefined;
    this.#automatic = [];
    return { kind: "automatic", bytes: [first, second, third, fourth] };
  }
}
