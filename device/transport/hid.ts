import type { Result } from "#core/base/result.ts";

/** One HID collection that the operating system lists; a scanner may have several. */
export interface HidDeviceInfo {
  /** Such as /dev/hidraw3; another one after each replug. */
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | undefined;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
}

/** Why HID cannot be used, or a device not opened; `sentence` says what to do. */
export interface HidFault {
  readonly code: "libraryMissing" | "noPermission" | "cannotOpen";
  readonly sentence: string;
}

export interface HidEvents {
  /** An input report, with its report id as byte 0. */
  readonly onReport: (report: Uint8Array) => void;
  /** The device is gone or broken; said once, and nothing comes after it. */
  readonly onLost: (reason: string) => void;
}

/** An open HID device: one life, opened once and closed once. */
export interface HidDevice {
  /** Sends an output report, report id first; false where it could not be sent. Never rejects. */
  write(report: Uint8Array): Promise<boolean>;
  /** Sends a feature report, report id first; false where the device refused. Never rejects. */
  sendFeatureReport(report: Uint8Array): Promise<boolean>;
  /** May be called any number of times. Never rejects. */
  close(): Promise<void>;
}

/** The HID devices of this machine. Calls never reject. */
export interface HidHost {
  /** Walks the bus, which is slow: not more often than every few seconds. */
  list(): Promise<Result<readonly HidDeviceInfo[], HidFault>>;
  /** Listeners are there before the first report can come. */
  open(path: string, events: HidEvents): Promise<Result<HidDevice, HidFault>>;
}
