import type { Scan, ScannerFacts, ScannerFault, ScannerStatus } from "#core/interfaces/scanner.ts";
import { type AimIdentifier, symbologyOf } from "../protocol/barcode/aimIdentifier.ts";
import { decodeText } from "../protocol/barcode/decodeText.ts";

/** Tells listeners of codes and of changes, each change once; what every hardware scanner shares. */
export class ScanTeller {
  readonly #scanListeners: ((scan: Scan) => void)[] = [];
  readonly #statusListeners: ((status: ScannerStatus) => void)[] = [];
  #status: ScannerStatus = "unknown";
  #fault: ScannerFault | undefined;
  #codesRead = 0;
  #codesUnsupported = 0;

  get status(): ScannerStatus {
    return this.#status;
  }

  get fault(): ScannerFault | undefined {
    return this.#fault;
  }

  facts(): Pick<ScannerFacts, "codesRead" | "codesUnsupported" | "fault"> {
    return { codesRead: this.#codesRead, codesUnsupported: this.#codesUnsupported, fault: this.#fault };
  }

  onScan(listener: (scan: Scan) => void): void {
    this.#scanListeners.push(listener);
  }

  onStatusChanged(listener: (status: ScannerStatus) => void): void {
    this.#statusListeners.push(listener);
  }

  /** A code was read; `bytes` undefined where it was too long to be taken. */
  tell(bytes: Uint8Array | undefined, aimId?: AimIdentifier): void {
    const text = bytes && decodeText(bytes);
    this.#codesRead += 1;
    if (text === undefined) this.#codesUnsupported += 1;
    const symbology = aimId === undefined ? "unknown" : symbologyOf(aimId);
    for (const listener of this.#scanListeners) listener({ source: "scanner", symbology, aimId, bytes, text });
  }

  setStatus(status: ScannerStatus, fault?: ScannerFault): void {
    if (this.#status === status && this.#fault?.code === fault?.code) return;
    this.#status = status;
    this.#fault = fault;
    for (const listener of this.#statusListeners) listener(status);
  }
}
