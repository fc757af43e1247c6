import type { Clock } from "#core/interfaces/clock.ts";
import type { Scan, Scanner } from "#core/interfaces/scanner.ts";
import { Link } from "../transport/link.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { type ScanLine, ScanLineReader } from "./scanLineReader.ts";

export interface SerialScannerOptions {
  /** Name in the configuration; default `scanner`. */
  readonly name?: string;
  readonly transport: TransportFactory;
  readonly clock: Clock;
  /** A code was read that cannot be used; for a sentence on the screen. */
  readonly onUnusable?: (reason: Extract<ScanLine, { kind: "unusable" }>["reason"]) => void;
}

/** A line that pauses for so long was cut off: the scanner lost its cable or its end-of-line setting. */
const SILENCE_MS = 500;

/** A scanner on a serial port or USB-CDC that ends each code with CR, LF or both. Opened again for ever. */
export function createSerialScanner(options: SerialScannerOptions): Scanner {
  const { clock } = options;
  const listeners: ((scan: Scan) => void)[] = [];
  let reader = new ScanLineReader();
  let cancelSilence = (): void => {};
  const link = new Link({
    transport: options.transport,
    clock,
    onOpened: () => {
      reader = new ScanLineReader();
    },
    onBytes: (bytes) => {
      link.proveAlive();
      cancelSilence();
      cancelSilence = clock.after(SILENCE_MS, () => reader.forget());
      for (const line of reader.push(bytes)) {
        if (line.kind === "unusable") options.onUnusable?.(line.reason);
        else for (const listener of listeners) listener({ source: "scanner", symbology: "unknown", text: line.text });
      }
    },
  });
  return {
    name: options.name ?? "scanner",
    status: () => (link.isOpen ? "online" : "noDevice"),
    onStatusChanged: () => {},
    trigger: () => false,
    start: () => link.start(),
    onScan: (listener) => void listeners.push(listener),
    stop: async () => {
      cancelSilence();
      await link.stop();
    },
  };
}
