import { HONEYWELL_VENDOR_IDS } from "../protocol/honeywell/commands.ts";
import type { HidDeviceInfo } from "../transport/hid.ts";

/** Which scanner is meant; every value that is given must agree. Paths change with each plug and do not count. */
export interface HidScannerMatch {
  /** USB ids, 0 to FFFFh. */
  readonly vendorId?: number | undefined;
  readonly productId?: number | undefined;
  readonly serialNumber?: string | undefined;
}

/** HID Point of Sale usage tables: bar code scanner page, bar code scanner usage. */
const SCANNER_PAGE = 0x8c;
const SCANNER_USAGE = 0x02;
/** HID usage tables: generic desktop page with the usages of pointers and keyboards, which the system keeps to itself. */
const DESKTOP_PAGE = 0x01;

/** The scanner among the collections of a machine that is meant and speaks HID POS. */
export function posScanner(devices: readonly HidDeviceInfo[], match: HidScannerMatch): HidDeviceInfo | undefined {
  return devices.find((device) => isMeant(device, match) && isPosScanner(device));
}

/**
 * A scanner that is meant, still types like a keyboard, and can be told to speak HID POS: a collection of a vendor that
 * knows the command, beside the keyboard itself, which nobody may open.
 */
export function keyboardModeScanner(
  devices: readonly HidDeviceInfo[],
  match: HidScannerMatch,
): HidDeviceInfo | undefined {
  return devices.find(
    (device) =>
      HONEYWELL_VENDOR_IDS.has(device.vendorId) && isMeant(device, match) && device.usagePage !== DESKTOP_PAGE,
  );
}

function isPosScanner({ usagePage, usage }: HidDeviceInfo): boolean {
  return usagePage === SCANNER_PAGE && usage === SCANNER_USAGE;
}

function isMeant(device: HidDeviceInfo, { vendorId, productId, serialNumber }: HidScannerMatch): boolean {
  return (
    (vendorId === undefined || device.vendorId === vendorId) &&
    (productId === undefined || device.productId === productId) &&
    (serialNumber === undefined || device.serialNumber === serialNumber)
  );
}
