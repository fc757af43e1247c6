import { unreachable } from "#core/base/assert.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { Scan, Scanner } from "#core/interfaces/scanner.ts";
import { createHidScanner } from "#device/scanner/hidScanner.ts";
import { createSerialScanner } from "#device/scanner/serialScanner.ts";
import type { HidHost } from "#device/transport/hid.ts";
import { nodeHidHost } from "#device/transport/nodeHid.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import type { Input } from "#flow/input.ts";
import type { ScannerSettings } from "./config/scannerSettings.ts";
import type { Logger } from "./logger.ts";

/** The hardware scanners of a configuration, not started yet. The HID library is loaded only where one is on HID. */
export function createScanners(
  settings: readonly ScannerSettings[],
  clock: Clock,
  { hid = nodeHidHost() }: { readonly hid?: HidHost } = {},
): Scanner[] {
  return settings.map((scanner) => {
    switch (scanner.kind) {
      case "serial": {
        const { name, path, baudRate, model, hasAimPrefix } = scanner;
        const transport = serialTransport({ path, baudRate, clock });
        return createSerialScanner({ name, transport, clock, model, hasAimPrefix });
      }
      case "hid": {
        const { name, serialNumber } = scanner;
        const match = { vendorId: usbNumber(scanner.vendorId), productId: usbNumber(scanner.productId), serialNumber };
        return createHidScanner({ name, host: hid, clock, match });
      }
      default:
        return unreachable(scanner);
    }
  });
}

/** What a code means to the flow, whoever read it. */
export function inputOf({ text }: Scan): Input {
  return text === undefined ? { kind: "unreadableScan" } : { kind: "scan", text };
}

/** Starts scanners and hands on what they read; what is wrong with one is logged when it changes, never what it read. */
export function startScanners(
  scanners: readonly Scanner[],
  { onScan, logger }: { readonly onScan: (scan: Scan, name: string) => void; readonly logger: Logger },
): void {
  for (const scanner of scanners) {
    scanner.onScan((scan) => onScan(scan, scanner.name));
    scanner.onStatusChanged((status) => {
      const { fault } = scanner.facts();
      const fields = { scanner: scanner.name, status };
      if (fault === undefined) logger.info(fields, "A scanner changed its state.");
      else logger.warn({ ...fields, fault: fault.code }, fault.sentence);
    });
    scanner.start();
  }
}

function usbNumber(id: string | undefined): number | undefined {
  return id === undefined ? undefined : Number.parseInt(id, 16);
}
