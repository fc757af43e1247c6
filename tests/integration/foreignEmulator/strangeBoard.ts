import { closeSync, constants, createReadStream, openSync, writeSync } from "node:fs";

/**
 * A lock board as somebody else would emulate it from the CU16 protocol sheet alone; it shares no code with the product.
 * It knows two requests, `02 ADDR 30 03 SUM` (status) and `02 ADDR 31 03 SUM` (unlock), does not answer an unlock, lets
 * every byte of a reply leave by itself, and puts noise before it.
 */
export class StrangeBoard {
  /** Channels (1-based) whose doors stand open. */
  readonly open = new Set<number>();
  readonly pulses: number[] = [];
  readonly #file: number;
  #waiting: number[] = [];

  constructor(path: string) {
    this.#file = openSync(path, constants.O_RDWR | constants.O_NOCTTY);
    const stream = createReadStream("", { fd: this.#file, autoClose: false, highWaterMark: 64 });
    stream.on("data", (bytes) => this.#take([...Buffer.from(bytes)]));
    // Closing a pseudo-terminal under a reader ends the reader with an error that says nothing.
    stream.on("error", () => {});
  }

  close(): void {
    closeSync(this.#file);
  }

  #take(bytes: readonly number[]): void {
    this.#waiting.push(...bytes);
    while (this.#waiting.length >= 5) {
      const [start, address = 0, command = 0, end, sum = 0] = this.#waiting;
      const isFrame = start === 0x02 && end === 0x03 && ((0x02 + address + command + 0x03) & 0xff) === sum;
      this.#waiting.splice(0, isFrame ? 5 : 1);
      if (isFrame && address >> 4 === 0) this.#answer(command, address & 0x0f);
    }
  }

  #answer(command: number, lock: number): void {
    if (command === 0x31) {
      this.pulses.push(lock + 1);
      this.open.add(lock + 1);
    }
    if (command === 0x30) this.#sendStatus();
  }

  /** `02 ADDR 35 HOOK HOOK INFRARED INFRARED 03 SUM`, low byte first; a hook bit of 1 means shut. */
  #sendStatus(): void {
    let hooks = 0xffff;
    for (const channel of this.open) hooks &= ~(1 << (channel - 1));
    const reply = [0x02, 0x00, 0x35, hooks & 0xff, (hooks >> 8) & 0xff, 0x00, 0x00, 0x03];
    const sum = reply.reduce((total, byte) => total + byte, 0) & 0xff;
    for (const byte of [0x00, 0xff, 0x02, ...reply, sum]) writeSync(this.#file, Buffer.of(byte));
  }
}
