import type { Clock } from "#core/interfaces/clock.ts";
import type { Scanner } from "#core/interfaces/scanner.ts";
import { isResponse, readAimIdentifier } from "../protocol/barcode/aimIdentifier.ts";
import { Link } from "../transport/link.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { ScanLineReader } from "./scanLineReader.ts";
import { ScanTeller } from "./scanTeller.ts";
import { type SerialScannerModel, serialScannerCommands } from "./serialModel.ts";

export interface SerialScannerOptions {
  /** Name in the configuration; default `scanner`. */
  readonly name?: string;
  readonly transport: TransportFactory;
  readonly clock: Clock;
  /** Default `generic`. */
  readonly model?: SerialScannerModel;
  /** True where the scanner is set to send an AIM identifier ahead of each code. Default false. */
  readonly hasAimPrefix?: boolean;
}

/** A line that pauses for so long was cut off: the scanner lost its cable or its end-of-line setting. */
const SILENCE_MS = 500;
const AIM_BYTES = 3;

/** A scanner on a serial port or USB-CDC that ends each code with CR, LF or both. Opened again for ever. */
export function createSerialScanner(options: SerialScannerOptions): Scanner {
  return new SerialScanner(options);
}

class SerialScanner implements Scanner {
  readonly name: string;
  readonly #options: SerialScannerOptions;
  readonly #teller = new ScanTeller();
  readonly #trigger: Uint8Array | undefined;
  readonly #reader: ScanLineReader;
  readonly #link: Link;
  #isStopped = false;
  #cancelSilence = (): void => {};

  constructor(options: SerialScannerOptions) {
    this.#options = options;
    this.name = options.name ?? "scanner";
    const { trigger, replyRule } = serialScannerCommands[options.model ?? "generic"];
    this.#trigger = trigger;
    this.#reader = new ScanLineReader(replyRule);
    this.#link = new Link({
      transport: options.transport,
      clock: options.clock,
      onOpened: () => {
        this.#reader.forget();
        this.#teller.setStatus("online");
      },
      onClosed: (reason) => {
        if (this.#isStopped) return;
        const sentence = `The scanner "${this.name}" cannot be reached: ${reason}. It is tried again for ever.`;
        this.#teller.setStatus("noDevice", { code: "lost", sentence });
      },
      onBytes: (bytes) => this.#receive(bytes),
    });
  }

  start(): void {
    this.#teller.setStatus("starting");
    this.#link.start();
  }

  status = () => this.#teller.status;

  facts = () => ({ connection: "serial", canTrigger: this.#trigger !== undefined, ...this.#teller.facts() }) as const;

  onScan: Scanner["onScan"] = (listener) => this.#teller.onScan(listener);

  onStatusChanged: Scanner["onStatusChanged"] = (listener) => this.#teller.onStatusChanged(listener);

  trigger(): boolean {
    if (this.#trigger === undefined || !this.#link.isOpen) return false;
    // A write that fails closes the port, which is told as the scanner's status.
    void this.#link.write(this.#trigger);
    return true;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelSilence();
    await this.#link.stop();
  }

  #receive(bytes: Uint8Array): void {
    this.#link.proveAlive();
    this.#cancelSilence();
    for (const line of this.#reader.push(bytes)) {
      this.#teller.setStatus("online");
      this.#tell(line.bytes);
    }
    if (this.#reader.hasPart) this.#cancelSilence = this.#options.clock.after(SILENCE_MS, () => this.#cutOff());
  }

  #tell(bytes: Uint8Array | undefined): void {
    const aimId = this.#options.hasAimPrefix && bytes ? readAimIdentifier(bytes, 0) : undefined;
    if (aimId === undefined || bytes === undefined) return this.#teller.tell(bytes);
    if (!isResponse(aimId)) this.#teller.tell(bytes.subarray(AIM_BYTES), aimId);
  }

  #cutOff(): void {
    this.#reader.forget();
    const sentence =
      `The scanner "${this.name}" sent a code without an end of line. Where this happens with each code, set the ` +
      "scanner's suffix to CR (or CR LF).";
    this.#teller.setStatus("online", { code: "noLineEnd", sentence });
  }
}
