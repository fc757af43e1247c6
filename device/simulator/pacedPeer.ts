import type { Clock } from "#core/interfaces/clock.ts";
import type { BytePeer } from "../transport/memoryTransport.ts";

/** A byte on the line: start bit, eight bits, stop bit. */
const BITS_PER_BYTE = 10;

/**
 * The same line at its real speed: each byte takes ten bit times, in both directions, and one byte is over before the next
 * begins. Bytes come out as they would from an adapter that holds nothing back.
 */
export function pacedPeer(peer: BytePeer, clock: Clock, baudRate: number): BytePeer {
  const byteMs = (BITS_PER_BYTE * 1_000) / baudRate;
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const toDevice = new PacedLine(clock, byteMs, (bytes) => {
    for (const listener of listeners) listener(bytes);
  });
  const fromDevice = new PacedLine(clock, byteMs, (bytes) => peer.send(bytes));
  peer.onBytes((bytes) => toDevice.push(bytes));
  return {
    onBytes: (listener) => void listeners.push(listener),
    send: (bytes) => fromDevice.push(bytes),
  };
}

class PacedLine {
  readonly #clock: Clock;
  readonly #byteMs: number;
  readonly #deliver: (bytes: Uint8Array) => void;
  #waiting: { readonly byte: number; readonly dueMs: number }[] = [];
  #freeAtMs = Number.NEGATIVE_INFINITY;
  #isTicking = false;

  constructor(clock: Clock, byteMs: number, deliver: (bytes: Uint8Array) => void) {
    this.#clock = clock;
    this.#byteMs = byteMs;
    this.#deliver = deliver;
  }

  push(bytes: Uint8Array): void {
    this.#freeAtMs = Math.max(this.#freeAtMs, this.#clock.monotonicMs());
    for (const byte of bytes) {
      this.#freeAtMs += this.#byteMs;
      this.#waiting.push({ byte, dueMs: this.#freeAtMs });
    }
    this.#tick();
  }

  #tick(): void {
    const [next] = this.#waiting;
    if (next === undefined || this.#isTicking) return;
    this.#isTicking = true;
    this.#clock.after(Math.max(0, next.dueMs - this.#clock.monotonicMs()), () => {
      this.#isTicking = false;
      const nowMs = this.#clock.monotonicMs();
      // The one that was waited for is due, whatever rounding says.
      const due = this.#waiting.filter((one) => one === next || one.dueMs <= nowMs);
      this.#waiting = this.#waiting.slice(due.length);
      this.#deliver(Uint8Array.from(due, ({ byte }) => byte));
      this.#tick();
    });
  }
}
