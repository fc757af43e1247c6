import type { SerialPort } from "serialport";
import type { Clock } from "#core/interfaces/clock.ts";
import { watchDeviceNode } from "./deviceNodeWatch.ts";
import type { Transport, TransportFactory, WriteOutcome } from "./transport.ts";
import { TransportLife } from "./transportLife.ts";

export interface SerialOptions {
  /** A stable name such as /dev/serial/by-path/…; a pseudo-terminal works too. */
  readonly path: string;
  /** Bits per second, for example 19200; always 8 data bits, no parity, 1 stop bit. */
  readonly baudRate: number;
  readonly clock: Clock;
  /**
   * True where bytes must not leave after their time: on closing, what the operating system still holds is discarded. False
   * (the default) lets it leave, as a printer's last lines must.
   */
  readonly discardsUnsent?: boolean;
}

/** Serial ports, each life on a port object of its own. */
export function serialTransport(options: SerialOptions): TransportFactory {
  return () => new SerialTransport(options);
}

class SerialTransport implements Transport {
  readonly name: string;
  readonly isReadable = true;
  readonly #options: SerialOptions;
  readonly #life = new TransportLife();
  #port: SerialPort | undefined;
  #stopWatch = (): void => {};
  #released: Promise<void> | undefined;

  constructor(options: SerialOptions) {
    this.#options = options;
    this.name = options.path;
  }

  async open(): Promise<string | undefined> {
    const { path, baudRate, clock } = this.#options;
    let port: SerialPort;
    try {
      // Loaded only where a serial device is configured: a desk runs without the native module.
      const library = await import("serialport");
      port = new library.SerialPort({ path, baudRate, autoOpen: false, hupcl: false });
    } catch (error) {
      return describe(error);
    }
    const fault = await new Promise<string | undefined>((resolve) => {
      port.open((error) => resolve(error ? describe(error) : undefined));
    });
    if (fault !== undefined) return fault;
    this.#port = port;
    port.on("data", (bytes: Uint8Array) => this.#life.receive(bytes));
    port.on("error", (error) => void this.close(describe(error)));
    port.on("close", (error: unknown) => void this.close(error ? describe(error) : "the port was closed"));
    if (!this.#life.markOpen()) {
      await this.#release(port);
      return "closed while opening";
    }
    this.#stopWatch = watchDeviceNode(path, clock, (reason) => void this.close(reason));
    return undefined;
  }

  write(bytes: Uint8Array): Promise<WriteOutcome> {
    const port = this.#port;
    // A write on a port that is not open would wait inside the library and leave whenever it opens: it is refused here.
    if (port === undefined || !this.#life.isOpen || !port.isOpen) return Promise.resolve("refused");
    return this.#life.settleWrite((settle) => {
      port.write(Buffer.from(bytes), undefined, (error) => {
        settle(error ? "failed" : "sent");
        if (error) void this.close(describe(error));
      });
    });
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.#life.onBytes(listener);
  }

  onClosed(listener: (reason: string) => void): void {
    this.#life.onClosed(listener);
  }

  async close(reason = "closed on request"): Promise<void> {
    this.#stopWatch();
    this.#life.markClosed(reason);
    if (this.#port === undefined) return;
    // Whoever closes it, and however often: each call waits until the port is free.
    this.#released ??= this.#release(this.#port);
    await this.#released;
  }

  async #release(port: SerialPort): Promise<void> {
    if (!port.isOpen || port.closing) return;
    // A port that was lost refuses this, and has nothing to discard.
    if (this.#options.discardsUnsent) await new Promise<void>((resolve) => port.flush(() => resolve()));
    if (!port.isOpen || port.closing) return;
    await new Promise<void>((resolve) => port.close(() => resolve()));
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
