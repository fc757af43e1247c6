import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Clock } from "#core/interfaces/clock.ts";
import { watchDeviceNode } from "./deviceNodeWatch.ts";
import type { Transport, TransportFactory, WriteOutcome } from "./transport.ts";
import { TransportLife } from "./transportLife.ts";

export interface DeviceFileOptions {
  /** For example /dev/usb/lp0. */
  readonly path: string;
  readonly clock: Clock;
}

const READ_EVERY_MS = 50;
const WRITE_RETRY_MS = 20;
const READ_BYTES = 256;

/**
 * A character device without line settings, as the USB printer class offers it. Never blocks: a blocking read would hold
 * one of the few threads that the database and the file system share.
 */
export function deviceFileTransport(options: DeviceFileOptions): TransportFactory {
  return () => new DeviceFileTransport(options);
}

class DeviceFileTransport implements Transport {
  readonly name: string;
  isReadable = true;
  readonly #options: DeviceFileOptions;
  readonly #life = new TransportLife();
  #file: FileHandle | undefined;
  #stopWatch = (): void => {};
  #cancelRead = (): void => {};

  constructor(options: DeviceFileOptions) {
    this.#options = options;
    this.name = options.path;
  }

  async open(): Promise<string | undefined> {
    const { path, clock } = this.#options;
    const flags = constants.O_NONBLOCK | constants.O_NOCTTY;
    try {
      this.#file = await open(path, constants.O_RDWR | flags);
    } catch (error) {
      if (!hasCode(error, "EACCES") && !hasCode(error, "EINVAL")) return describe(error);
      // Some drivers and permissions allow writing only; the printer then prints without telling its state.
      this.isReadable = false;
      try {
        this.#file = await open(path, constants.O_WRONLY | flags);
      } catch (second) {
        return describe(second);
      }
    }
    if (!this.#life.markOpen()) {
      await this.close();
      return "closed while opening";
    }
    this.#stopWatch = watchDeviceNode(path, clock, (reason) => void this.close(reason));
    if (this.isReadable) void this.#read();
    return undefined;
  }

  async write(bytes: Uint8Array): Promise<WriteOutcome> {
    let offset = 0;
    while (offset < bytes.length) {
      const file = this.#file;
      if (file === undefined || !this.#life.isOpen) return offset === 0 ? "refused" : "failed";
      try {
        offset += (await file.write(bytes, offset, bytes.length - offset)).bytesWritten;
      } catch (error) {
        if (!hasCode(error, "EAGAIN")) {
          await this.close(describe(error));
          return "failed";
        }
        // The device's buffer is full: paper is moving, or a person must help. The caller sets the limit and closes.
        await new Promise<void>((resolve) => this.#options.clock.after(WRITE_RETRY_MS, resolve));
      }
    }
    return "sent";
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.#life.onBytes(listener);
  }

  onClosed(listener: (reason: string) => void): void {
    this.#life.onClosed(listener);
  }

  async close(reason = "closed on request"): Promise<void> {
    this.#stopWatch();
    this.#cancelRead();
    this.#life.markClosed(reason);
    const file = this.#file;
    this.#file = undefined;
    await file?.close().catch(() => undefined);
  }

  async #read(): Promise<void> {
    const file = this.#file;
    if (file === undefined || !this.#life.isOpen) return;
    try {
      const { bytesRead, buffer } = await file.read(new Uint8Array(READ_BYTES), 0, READ_BYTES);
      if (bytesRead > 0) this.#life.receive(buffer.subarray(0, bytesRead));
    } catch (error) {
      if (!hasCode(error, "EAGAIN")) return this.close(describe(error));
    }
    if (this.#life.isOpen) this.#cancelRead = this.#options.clock.after(READ_EVERY_MS, () => void this.#read());
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
