import { expect, test } from "vitest";
import { ScannerList } from "#controller/config/scannerSettings.ts";
import { createLogger } from "#controller/logger.ts";
import { createScanners, inputOf, startScanners } from "#controller/scanners.ts";
import type { Scan } from "#core/interfaces/scanner.ts";
import { SimulatedHidScanner } from "#device/simulator/simulatedHidScanner.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

const CARD = "079085000011|020000011|Nguyễn Văn Mẫu|02091985|Nam|12 Đường Số 0, Quận 6|10042021";

test("a scanner on HID goes from the configuration to the flow, and nothing that it read stands in the log", async () => {
  const clock = new ManualClock();
  const device = new SimulatedHidScanner({ vendorId: 0x0c2e });
  const lines: string[] = [];
  const logger = createLogger({ level: "debug", destination: { write: (line) => void lines.push(line) } });
  const scanners = createScanners(ScannerList.parse([{ kind: "hid", name: "side", vendorId: "0c2e" }]), clock, {
    hid: device,
  });
  const scans: Scan[] = [];
  startScanners(scanners, { onScan: (scan) => scans.push(scan), logger });
  await clock.advance(10);
  device.show(new TextEncoder().encode(CARD));
  device.show(Uint8Array.of(0xff));
  device.unplug();
  expect(scans.map(inputOf)).toEqual([{ kind: "scan", text: CARD }, { kind: "unreadableScan" }]);
  expect(lines.join("")).toContain('"scanner":"side"');
  for (const field of CARD.split("|")) expect(lines.join("")).not.toContain(field);
});
