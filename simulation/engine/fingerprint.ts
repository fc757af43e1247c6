/** A running mark of everything that was fed to it: two runs that differ anywhere have different marks. */
export class Fingerprint {
  #a = 0x811c9dc5;
  #b = 0x9747b28c;

  bytes(bytes: Uint8Array): void {
    for (const byte of bytes) this.#feed(byte);
    this.#feed(0x100 + bytes.length);
  }

  text(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.#feed(text.charCodeAt(at));
    this.#feed(0x10000 + text.length);
  }

  number(value: number): void {
    this.#feed(Math.floor(value) | 0);
    this.#feed(Math.floor(value / 2 ** 32) | 0);
  }

  /** 16 hexadecimal digits. */
  get mark(): string {
    return [this.#a, this.#b].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
  }

  #feed(word: number): void {
    this.#a = Math.imul(this.#a ^ word, 0x01000193);
    this.#b = Math.imul(this.#b ^ word ^ (this.#a >>> 15), 0x5bd1e995);
  }
}
