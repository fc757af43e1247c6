/** What is known of one printer model, learned at commissioning. Times in milliseconds. */
export interface PrinterProfile {
  /** Printable width: 576 dots on 80 mm paper, 384 on 58 mm. Default 576. */
  readonly widthDots: number;
  /** False where nothing can be read back: a write-only path or a converter without a return wire. Default true. */
  readonly hasStatus: boolean;
  /** False on most cheap printers; then only "out" is known of the paper. Default false. */
  readonly hasNearEndSensor: boolean;
  /** True where the printer reports changes by itself (`GS a`). Default true. */
  readonly reportsChanges: boolean;
  /** Default "partial"; "none" for printers that only tear. */
  readonly cut: "full" | "partial" | "none";
  /** Text lines fed so that the last row passes the cutter. Default 4. */
  readonly feedLinesBeforeCut: number;
  /** Rows printed in a second: 100 mm/s are 800. Default 800. */
  readonly rowsPerSecond: number;
  /** Pause between two questions while idle. Default 3,000. */
  readonly statusEveryMs: number;
  /** Longest wait for a strip to leave; a printer without paper stops taking bytes. Default 15,000. */
  readonly stripTimeoutMs: number;
}

export const DEFAULT_PRINTER_PROFILE: PrinterProfile = {
  widthDots: 576,
  hasStatus: true,
  hasNearEndSensor: false,
  reportsChanges: true,
  cut: "partial",
  feedLinesBeforeCut: 4,
  rowsPerSecond: 800,
  statusEveryMs: 3_000,
  stripTimeoutMs: 15_000,
};
