/** Code types that are told apart, after XFS4IoT's BarcodeReader; `unknown` where the device does not say. */
export type Symbology = "qrCode" | "dataMatrix" | "pdf417" | "aztec" | "code128" | "code39" | "ean13" | "unknown";

/** One read code: the same event for every scanner and for the camera. */
export interface Scan {
  readonly source: "camera" | "scanner" | "keyboard" | "desk";
  readonly symbology: Symbology;
  /** The bytes as encoded, at most 4,296; absent where only text reached the program (a camera page, a keyboard). */
  readonly bytes?: Uint8Array | undefined;
  /**
   * Text, UTF-8, at most 4,296 characters; NFC is applied on parsing. `undefined`: the bytes are no UTF-8 text, which
   * counts as unsupported data: the person is told that the code cannot be read here.
   */
  readonly text: string | undefined;
}

/** What can be said of a scanner; `unknown` is not `notSupported`. */
export type ScannerStatus = "online" | "noDevice" | "starting" | "unknown" | "notSupported";

/** A hardware scanner; the camera reads in the page and reaches the controller over the local channel. */
export interface Scanner {
  /** Name in the configuration, unique in a kiosk. */
  readonly name: string;
  start(): void;
  status(): ScannerStatus;
  onScan(listener: (scan: Scan) => void): void;
  onStatusChanged(listener: (status: ScannerStatus) => void): void;
  /** Reads one code now, where the device can be told to (`GM65` trigger, HID trigger); false where it cannot. */
  trigger(): boolean;
  stop(): Promise<void>;
}
