import type { Clock } from "#core/interfaces/clock.ts";
import type { Transport, TransportFactory, WriteOutcome } from "./transport.ts";

/** Time limits of a link. */
export interface LinkTimes {
  /** Longest wait for a device to open, milliseconds. Default 5,000. */
  readonly openTimeoutMs: number;
  /** First pause before opening again; doubles up to the longest. Default 250. */
  readonly firstPauseMs: number;
  /** Default 4,000, so that a device that comes back is in service within ten seconds. */
  readonly longestPauseMs: number;
}

export interface LinkOptions {
  readonly transport: TransportFactory;
  readonly clock: Clock;
  readonly times?: Partial<LinkTimes>;
  readonly onBytes: (bytes: Uint8Array) => void;
  readonly onOpened?: () => void;
  readonly onClosed?: (reason: string) => void;
}

const DEFAULT_TIMES: LinkTimes = { openTimeoutMs: 5_000, firstPauseMs: 250, longestPauseMs: 4_000 };

/**
 * Keeps a device open for ever: each time it is lost, a new transport is opened after a growing pause, without a limit on
 * attempts. The pause starts small again only once the device has answered (`proveAlive`), because a port that opens is
 * not yet a device that works.
 */
export class Link {
  readonly #options: LinkOptions;
  readonly #times: LinkTimes;
  #transport: Transport | undefined;
  #isOpen = false;
  #isStopped = true;
  #pauseMs: number;
  /** The end of the life before this one. */
  #released: Promise<void> = Promise.resolve();
  #cancelPause = (): void => {};

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#times = { ...DEFAULT_TIMES, ...options.times };
    this.#pauseMs = this.#times.firstPauseMs;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** False while closed, and for a device that can only be written to. */
  get isReadable(): boolean {
    return this.#isOpen && this.#transport?.isReadable === true;
  }

  start(): void {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    void this.#open();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelPause();
    await this.#transport?.close("stopped");
    await this.#released;
  }

  /** Refused while the link is down: nothing is ever kept for later. */
  async write(bytes: Uint8Array): Promise<WriteOutcome> {
    return this.#isOpen && this.#transport !== undefined ? this.#transport.write(bytes) : "refused";
  }

  /** The device answered sensibly. */
  proveAlive(): void {
    this.#pauseMs = this.#times.firstPauseMs;
  }

  /** Something is wrong with this life of the device: end it and begin another. */
  suspect(reason: string): void {
    void this.#transport?.close(reason);
  }

  async #open(): Promise<void> {
    const transport = this.#options.transport();
    this.#transport = transport;
    transport.onBytes(this.#options.onBytes);
    transport.onClosed((reason) => this.#lost(transport, reason));
    const cancelLimit = this.#options.clock.after(this.#times.openTimeoutMs, () => {
      // An open that never returns is given up; should it succeed later, the transport releases the device itself.
      void transport.close("opening took too long");
      this.#lost(transport, "opening took too long");
    });
    const fault = await transport.open();
    cancelLimit();
    if (this.#transport !== transport) return;
    if (this.#isStopped) return transport.close("stopped");
    if (fault !== undefined) return this.#lost(transport, fault);
    this.#isOpen = true;
    this.#options.onOpened?.();
  }

  #lost(transport: Transport, reason: string): void {
    if (this.#transport !== transport) return;
    this.#transport = undefined;
    this.#isOpen = false;
    this.#released = transport.close(reason);
    if (!this.#isStopped) {
      this.#cancelPause = this.#options.clock.after(this.#pauseMs, () => void this.#open());
      this.#pauseMs = Math.min(this.#pauseMs * 2, this.#times.longestPauseMs);
    }
    this.#options.onClosed?.(reason);
  }
}
