/** One read code. */
export interface Scan {
  readonly source: "camera" | "scanner" | "desk";
  /** Text as encoded, UTF-8, at most 4,296 characters (the most that a QR code holds); NFC is applied on parsing. */
  readonly text: string;
}

/** A hardware scanner; the camera reads in the page and reaches the controller over the local channel. */
export interface Scanner {
  start(): void;
  onScan(listener: (scan: Scan) => void): void;
  stop(): Promise<void>;
}
