import type { ControllerMessage, PageMessage, Setup, Snapshot } from "#core/contract/channel.ts";
import type { TechnicianView } from "#core/contract/technician.ts";
import { retryDelayMs } from "./retryDelay.ts";

/** What the page knows of the controller. `replaced`: another page took over, this one must stop. */
export type ChannelState =
  | { readonly kind: "connecting" }
  | {
      readonly kind: "connected";
      readonly setup: Setup;
      readonly snapshot: Snapshot;
      /** The newest live facts; only while the technician's screen is shown. */
      readonly technician?: TechnicianView | undefined;
    }
  | { readonly kind: "replaced" };

/** What a socket tells the channel. */
export interface SocketEvents {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** The part of a WebSocket that the channel needs. `send` returns false where the socket is not open. */
export interface ChannelSocket {
  send(text: string): boolean;
  close(): void;
}

/** What the channel depends on. */
export interface ChannelParts {
  readonly openSocket: (events: SocketEvents) => ChannelSocket;
  readonly wait: (run: () => void, delayMs: number) => void;
  readonly onState: (state: ChannelState) => void;
}

/**
 * The page's end of the local channel. It connects again for ever after a loss, and shows nothing old meanwhile: what
 * the controller says next is the truth. Messages that cannot be sent now are dropped, never queued, because they would
 * answer a step that is gone.
 */
export class ControllerChannel {
  readonly #parts: ChannelParts;
  #socket: ChannelSocket | undefined;
  #attempt = 0;
  #isStopped = false;
  #setup: Setup | undefined;
  #snapshot: Snapshot | undefined;
  #technician: TechnicianView | undefined;

  constructor(parts: ChannelParts) {
    this.#parts = parts;
  }

  /** Connects, and stays connected until `stop` or until another page takes over. */
  start(): void {
    this.#isStopped = false;
    this.#connect();
  }

  /** Closes the connection for good. */
  stop(): void {
    this.#isStopped = true;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  /** Sends a message; false where there is no connection now and the message was dropped. */
  send(message: PageMessage): boolean {
    return this.#socket?.send(JSON.stringify(message)) ?? false;
  }

  #connect(): void {
    if (this.#isStopped) return;
    this.#setup = undefined;
    this.#snapshot = undefined;
    this.#technician = undefined;
    const socket: ChannelSocket = this.#parts.openSocket({
      onText: (text) => {
        if (socket === this.#socket) this.#receive(text);
      },
      onClose: () => {
        if (socket === this.#socket) this.#lost();
      },
    });
    this.#socket = socket;
  }

  #lost(): void {
    this.#socket = undefined;
    this.#parts.onState({ kind: "connecting" });
    this.#parts.wait(() => this.#connect(), retryDelayMs(this.#attempt));
    this.#attempt += 1;
  }

  #receive(text: string): void {
    // The controller of the same program on the loopback interface: its messages are typed, not validated again.
    const message: ControllerMessage = JSON.parse(text);
    if (message.type === "setup") {
      this.#setup = message.setup;
    } else if (message.type === "replaced") {
      this.stop();
      this.#parts.onState({ kind: "replaced" });
    } else if (message.type === "snapshot" && this.#setup !== undefined) {
      this.#attempt = 0;
      this.#snapshot = message.snapshot;
      // Facts of an earlier time must not stand beside the next technician's screen.
      if (message.snapshot.screen.name !== "technician") this.#technician = undefined;
      this.#tell();
    } else if (message.type === "technician") {
      this.#technician = message.view;
      if (this.#snapshot?.screen.name === "technician") this.#tell();
    }
  }

  #tell(): void {
    if (this.#setup === undefined || this.#snapshot === undefined) return;
    this.#parts.onState({
      kind: "connected",
      setup: this.#setup,
      snapshot: this.#snapshot,
      technician: this.#technician,
    });
  }
}
