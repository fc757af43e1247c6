/** One-bit picture, rows from top to bottom, each row padded to whole bytes, most significant bit left, 1 = black. */
export interface Raster {
  /** Width in dots, 8 to 832. 203 dpi: 8 dots per millimetre. */
  readonly widthDots: number;
  readonly heightDots: number;
  /** ceil(widthDots / 8) * heightDots bytes. */
  readonly data: Uint8Array;
}

/** What is known about the printer. `unknown` is not `ready`: nobody answered. */
export interface PrinterStatus {
  readonly status: "ready" | "paperOut" | "coverOpen" | "error" | "offline" | "unknown" | "notSupported";
  readonly paper: "full" | "nearEnd" | "out" | "unknown" | "notSupported";
  /** Why the status is `error`, where the printer says it. */
  readonly cause?: PrinterErrorCause | undefined;
}

/** The cutter is stuck; switching off and on may help or not; it mends itself, such as a head that cools down. */
export type PrinterErrorCause = "cutter" | "unrecoverable" | "recoverable" | "passing";

/**
 * What a print job came to.
 * - `printed`: all bytes left and the printer's status afterwards was good (or it cannot tell: `unverified`)
 * - `notPrinted`: nothing was sent
 * - `unresolved`: some bytes left; a person must look at the paper
 */
export type PrintOutcome =
  | { readonly kind: "printed"; readonly isVerified: boolean }
  | { readonly kind: "notPrinted"; readonly reason: PrinterStatus["status"] }
  | { readonly kind: "unresolved"; readonly reason: PrinterStatus["status"] };

export interface Printer {
  start(): void;
  /** The latest status; kept fresh by asking the printer every few seconds. */
  latest(): PrinterStatus;
  /** Asks now. Never rejects. */
  read(): Promise<PrinterStatus>;
  /** Prints a picture once and cuts the paper. Jobs wait for each other. Never rejects. */
  print(raster: Raster): Promise<PrintOutcome>;
  /**
   * The program before this one ended in the middle of a job: what hangs out of the printer belongs to somebody else,
   * and is cut off before the next job begins.
   */
  noteInterruptedJob(): void;
  onStatusChanged(listener: (status: PrinterStatus) => void): void;
  stop(): Promise<void>;
}
