import { connect, type Socket } from "node:net";
import type { Transport, TransportFactory, WriteOutcome } from "./transport.ts";
import { TransportLife } from "./transportLife.ts";

export interface TcpOptions {
  readonly host: string;
  /** Printers listen on 9100. */
  readonly port: number;
}

const KEEP_ALIVE_AFTER_MS = 5_000;

/** TCP connections, as network printers speak them. A time limit for opening is the caller's. */
export function tcpTransport(options: TcpOptions): TransportFactory {
  return () => new TcpTransport(options);
}

class TcpTransport implements Transport {
  readonly name: string;
  readonly isReadable = true;
  readonly #options: TcpOptions;
  readonly #life = new TransportLife();
  #socket: Socket | undefined;

  constructor(options: TcpOptions) {
    this.#options = options;
    this.name = `${options.host}:${options.port}`;
  }

  open(): Promise<string | undefined> {
    const socket = connect({
      ...this.#options,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_AFTER_MS,
    });
    this.#socket = socket;
    return new Promise((resolve) => {
      let reason = "the other end closed the connection";
      socket.on("error", (error) => {
        reason = error.message;
      });
      socket.on("close", () => {
        resolve(reason);
        this.#life.markClosed(reason);
      });
      socket.on("data", (bytes) => this.#life.receive(typeof bytes === "string" ? Buffer.from(bytes) : bytes));
      socket.on("end", () => socket.destroy());
      socket.on("connect", () => {
        if (this.#life.markOpen()) resolve(undefined);
        else socket.destroy();
      });
    });
  }

  write(bytes: Uint8Array): Promise<WriteOutcome> {
    const socket = this.#socket;
    if (socket === undefined || !this.#life.isOpen || !socket.writable) return Promise.resolve("refused");
    return this.#life.settleWrite((settle) => {
      socket.write(bytes, (error) => settle(error ? "failed" : "sent"));
    });
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.#life.onBytes(listener);
  }

  onClosed(listener: (reason: string) => void): void {
    this.#life.onClosed(listener);
  }

  async close(reason = "closed on request"): Promise<void> {
    this.#life.markClosed(reason);
    this.#socket?.destroy();
  }
}
