/** Code types that are told apart, after XFS4IoT's BarcodeReader; `unknown` where the device does not say. */
export const symbologies = [
  "qrCode",
  "dataMatrix",
  "pdf417",
  "aztec",
  "code128",
  "code39",
  "ean13",
  "unknown",
] as const;
export type Symbology = (typeof symbologies)[number];

/** One read code: the same event for every scanner and for the camera. */
export interface Scan {
  readonly source: "camera" | "scanner" | "keyboard" | "desk";
  readonly symbology: Symbology;
  /** The three characters that a scanner sends ahead of a code, such as `]Q1` (ISO/IEC 15424), where it did. */
  readonly aimId?: string | undefined;
  /**
   * The bytes as encoded, at most 4,296; absent where only text reached the program (a camera page, a keyboard), and of a
   * code that was longer than that.
   */
  readonly bytes?: Uint8Array | undefined;
  /**
   * Text, UTF-8, at most 4,296 characters; NFC is applied on parsing. `undefined`: the bytes are no UTF-8 text or too
   * many, or a keyboard sent what cannot be trusted. That is unsupported data: the person is told that the code cannot be
   * read here.
   */
  readonly text: string | undefined;
}

/** What can be said of a scanner; `unknown` is not `notSupported`. */
export type ScannerStatus = "online" | "noDevice" | "starting" | "unknown" | "notSupported";

/** What is wrong with a scanner that does not work, and what to do, as a sentence for whoever reads the log. */
export interface ScannerFault {
  readonly code: "libraryMissing" | "noPermission" | "cannotOpen" | "noLineEnd" | "lost";
  readonly sentence: string;
}

/** What is known of a hardware scanner beside its status. */
export interface ScannerFacts {
  readonly connection: "serial" | "hidPos";
  /** False where no command that starts a scan is known for this scanner. */
  readonly canTrigger: boolean;
  /** Codes read since the program started. */
  readonly codesRead: number;
  /** Of these, codes that were no text. */
  readonly codesUnsupported: number;
  readonly fault?: ScannerFault | undefined;
}

/** A hardware scanner; the camera reads in the page and reaches the controller over the local channel. */
export interface Scanner {
  /** Name in the configuration, unique in a kiosk. */
  readonly name: string;
  start(): void;
  status(): ScannerStatus;
  facts(): ScannerFacts;
  onScan(listener: (scan: Scan) => void): void;
  /** Called when the status or the fault changed. */
  onStatusChanged(listener: (status: ScannerStatus) => void): void;
  /** Reads one code now, where the device can be told to (`GM65` trigger, HID trigger); false where it cannot. */
  trigger(): boolean;
  stop(): Promise<void>;
}
