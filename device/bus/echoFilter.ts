const NOTHING = new Uint8Array(0);

/**
 * Finds the copy of a request that some adapters hand back before the answer, byte by byte as it comes in. Where the very
 * same bytes may be the answer, the wire's history decides: such a copy is an echo only on a wire that is known to echo.
 */
export class EchoFilter {
  readonly #request: Uint8Array;
  readonly #isCopyAnEcho: () => boolean;
  #matched = 0;
  #state: "comparing" | "echo" | "none" = "comparing";

  /** `isCopyAnEcho` is asked once a whole copy of the request came in. */
  constructor(request: Uint8Array, isCopyAnEcho: () => boolean) {
    this.#request = request;
    this.#isCopyAnEcho = isCopyAnEcho;
  }

  get hasEcho(): boolean {
    return this.#state === "echo";
  }

  /** The bytes that are not part of an echo. Those of a copy that has only begun are held back. */
  push(bytes: Uint8Array): Uint8Array {
    if (this.#state !== "comparing") return bytes;
    for (let index = 0; index < bytes.length; index += 1) {
      if (bytes[index] !== this.#request[this.#matched]) return this.#giveUp(bytes, index);
      this.#matched += 1;
      if (this.#matched < this.#request.length) continue;
      if (!this.#isCopyAnEcho()) return this.#giveUp(bytes, index + 1);
      this.#state = "echo";
      return bytes.subarray(index + 1);
    }
    return NOTHING;
  }

  /** True while bytes are held back. */
  get isHolding(): boolean {
    return this.#state === "comparing" && this.#matched > 0;
  }

  /** The line fell silent: what was held back is no echo. */
  expire(): Uint8Array {
    if (!this.isHolding) return NOTHING;
    this.#state = "none";
    return this.#request.subarray(0, this.#matched);
  }

  /** `bytes[0..taken]` matched; they come back with what was held before. */
  #giveUp(bytes: Uint8Array, taken: number): Uint8Array {
    this.#state = "none";
    // Nothing was held before this piece: an answer that begins as its question did.
    if (taken === this.#matched) return bytes;
    const all = new Uint8Array(this.#matched + bytes.length - taken);
    all.set(this.#request.subarray(0, this.#matched));
    all.set(bytes.subarray(taken), this.#matched);
    return all;
  }
}
