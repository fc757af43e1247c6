import type { WriteOutcome } from "./transport.ts";

/** The states and listeners that every transport shares: unopened → open → closed, each at most once. */
export class TransportLife {
  #state: "unopened" | "open" | "closed" = "unopened";
  readonly #byteListeners: ((bytes: Uint8Array) => void)[] = [];
  readonly #closeListeners: ((reason: string) => void)[] = [];
  readonly #pendingWrites = new Set<(outcome: WriteOutcome) => void>();

  get isOpen(): boolean {
    return this.#state === "open";
  }

  get isClosed(): boolean {
    return this.#state === "closed";
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.#byteListeners.push(listener);
  }

  onClosed(listener: (reason: string) => void): void {
    this.#closeListeners.push(listener);
  }

  /** False when it was closed before opening finished: then the device must be released again. */
  markOpen(): boolean {
    if (this.#state !== "unopened") return false;
    this.#state = "open";
    return true;
  }

  receive(bytes: Uint8Array): void {
    if (this.#state !== "open") return;
    for (const listener of this.#byteListeners) listener(bytes);
  }

  /** Settles with what `start` reports, or with `failed` if the transport closes first. */
  settleWrite(start: (settle: (outcome: WriteOutcome) => void) => void): Promise<WriteOutcome> {
    return new Promise((resolve) => {
      const settle = (outcome: WriteOutcome): void => {
        this.#pendingWrites.delete(settle);
        resolve(outcome);
      };
      this.#pendingWrites.add(settle);
      start(settle);
    });
  }

  /** The first call counts: a lost serial port reports its end twice. */
  markClosed(reason: string): void {
    const wasOpen = this.#state === "open";
    this.#state = "closed";
    for (const settle of [...this.#pendingWrites]) settle("failed");
    if (wasOpen) for (const listener of this.#closeListeners) listener(reason);
  }
}
