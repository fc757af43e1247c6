import { closeFrame } from "../protocol/modbus/frames.ts";
import type { BytePeer } from "../transport/memoryTransport.ts";

/** What can be wrong with the simulated input board. */
export interface InputBoardFaults {
  /** Answers nothing. */
  readonly isSilent: boolean;
  /** Answers with a wrong check. */
  readonly isGarbled: boolean;
  /** Answers with the address of another board. */
  readonly hasWrongAddress: boolean;
}

export interface InputBoardOptions {
  /** The board's end of the cable. */
  readonly peer: BytePeer;
  readonly address: number;
  /** How many inputs it has; a question for more is answered with an exception. Default 8. */
  readonly inputs?: number;
}

/** A board with dry contacts that answers Modbus RTU function 02, byte for byte; contacts are counted from 1. */
export class SimulatedInputBoard {
  readonly #closed = new Set<number>();
  readonly #options: InputBoardOptions;
  #faults: InputBoardFaults = { isSilent: false, isGarbled: false, hasWrongAddress: false };
  #heard: number[] = [];

  constructor(options: InputBoardOptions) {
    this.#options = options;
    options.peer.onBytes((bytes) => {
      this.#heard.push(...bytes);
      this.#answer();
    });
  }

  closeContact(channel: number): void {
    this.#closed.add(channel);
  }

  openContact(channel: number): void {
    this.#closed.delete(channel);
  }

  break(faults: Partial<InputBoardFaults>): void {
    this.#faults = { ...this.#faults, ...faults };
  }

  /** Requests are eight bytes long; where none begins one byte is skipped. */
  #answer(): void {
    while (this.#heard.length >= 8) {
      const request = this.#heard.slice(0, 8);
      const [address, fn, placeHigh, placeLow, , count = 0] = request;
      const isWhole = closeFrame(request.slice(0, 6)).every((byte, at) => byte === request[at]);
      this.#heard.splice(0, isWhole ? 8 : 1);
      const isAsked = isWhole && address === this.#options.address && fn === 2 && placeHigh === 0 && placeLow === 0;
      if (isAsked && !this.#faults.isSilent) this.#send(count);
    }
  }

  #send(count: number): void {
    const { peer, address: own, inputs = 8 } = this.#options;
    const address = this.#faults.hasWrongAddress ? own + 1 : own;
    const data = Array.from({ length: Math.ceil(count / 8) }, (_, byte) => this.#bits(byte));
    const frame = count > inputs ? closeFrame([address, 0x82, 2]) : closeFrame([address, 2, data.length, ...data]);
    if (this.#faults.isGarbled) frame[frame.length - 1] = (frame[frame.length - 1] ?? 0) ^ 0xff;
    peer.send(frame);
  }

  #bits(byte: number): number {
    let bits = 0;
    for (let bit = 0; bit < 8; bit += 1) if (this.#closed.has(byte * 8 + bit + 1)) bits |= 1 << bit;
    return bits;
  }
}
