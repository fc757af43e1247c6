import { describe, expect, test } from "vitest";
import type { Scan } from "#core/interfaces/scanner.ts";
import { createHidScanner } from "#device/scanner/hidScanner.ts";
import type { HidScannerMatch } from "#device/scanner/hidScannerMatch.ts";
import { SimulatedHidScanner } from "#device/simulator/simulatedHidScanner.ts";
import type { HidHost } from "#device/transport/hid.ts";
import { nodeHidHost } from "#device/transport/nodeHid.ts";
import { hex } from "#tests/support/hex.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const CARD =
  "079085000011|020000011|Nguyễn Văn Mẫu|02091985|Nam|12 Đường Số 0, Phường 1, Quận 6, TP. Hồ Chí Minh|10042021";

describe("a scanner that speaks HID POS", () => {
  test("gives a citizen card of several reports as one code", async () => {
    const { device, scans, scanner } = await scannerUnderTest();
    expect(scanner.status()).toBe("online");
    device.show(encode(`${CARD}\r`));
    expect(scans).toEqual([{ source: "scanner", symbology: "qrCode", aimId: "]Q1", bytes: encode(CARD), text: CARD }]);
  });

  test("gives bytes that are no text as they are", async () => {
    const { device, scans, scanner } = await scannerUnderTest();
    device.show(Uint8Array.of(0xc3), "]d1");
    expect(scans).toEqual([
      { source: "scanner", symbology: "dataMatrix", aimId: "]d1", bytes: Uint8Array.of(0xc3), text: undefined },
    ]);
    expect(scanner.facts()).toMatchObject({ connection: "hidPos", codesRead: 1, codesUnsupported: 1 });
  });

  test("gives no code for half of one, and the next one whole", async () => {
    const { clock, device, scans } = await scannerUnderTest();
    device.break({ losesLastReport: true });
    device.show(encode(CARD));
    device.break({ losesLastReport: false });
    await clock.advance(600);
    device.show(encode("DT-2"));
    expect(scans.map(({ text }) => text)).toEqual(["DT-2"]);
  });

  test("comes back under another path however often and long it was unplugged", async () => {
    const { clock, device, scanner, scans } = await scannerUnderTest();
    for (let round = 0; round < 100; round += 1) {
      device.unplug();
      await clock.advance(round % 10 === 0 ? 60_000 : 4_000);
      expect(scanner.status()).toBe("noDevice");
      device.plug();
      await clock.advance(10_000);
      device.show(encode(`DT-${round}`));
    }
    expect(scans.map(({ text }) => text)).toEqual(Array.from({ length: 100 }, (_, round) => `DT-${round}`));
  });

  test("drops the half of a code that was read when it was unplugged", async () => {
    const { clock, device, scans } = await scannerUnderTest();
    device.break({ losesLastReport: true });
    device.show(encode(CARD));
    device.unplug();
    device.plug();
    device.break({ losesLastReport: false });
    await clock.advance(5_000);
    device.show(encode("DT-1"));
    expect(scans.map(({ text }) => text)).toEqual(["DT-1"]);
  });

  test("is looked for every three seconds, not faster, and not at all while it works", async () => {
    const { clock, device } = await scannerUnderTest();
    const before = device.listings;
    await clock.advance(60_000);
    expect(device.listings).toBe(before);
    device.unplug();
    await clock.advance(60_000);
    expect(device.listings - before).toBe(20);
  });

  test("is triggered by Honeywell's output report, and by none where the maker is another", async () => {
    const honeywell = await scannerUnderTest();
    expect(honeywell.scanner.trigger()).toBe(true);
    expect(honeywell.device.written.map(hex)).toEqual(["FD 03 16 54 0D"]);
    const other = await scannerUnderTest({}, new SimulatedHidScanner({ vendorId: 0x05e0 }));
    expect(other.scanner.trigger()).toBe(false);
    expect(other.scanner.facts().canTrigger).toBe(false);
  });

  test("that types like a keyboard is switched over by feature report where its maker has one", async () => {
    const device = new SimulatedHidScanner();
    device.break({ isInKeyboardMode: true });
    const { clock, scanner, scans } = await scannerUnderTest({}, device);
    await clock.advance(5_000);
    expect(scanner.status()).toBe("online");
    device.show(encode("DT-1"));
    expect(scans.map(({ text }) => text)).toEqual(["DT-1"]);
  });

  test("that may not be opened is said so, and is used once it may", async () => {
    const device = new SimulatedHidScanner();
    device.break({ isForbidden: true });
    const { clock, scanner } = await scannerUnderTest({}, device);
    expect(scanner.facts().fault).toMatchObject({ code: "noPermission" });
    device.break({ isForbidden: false });
    await clock.advance(4_000);
    expect(scanner.status()).toBe("online");
    expect(scanner.facts().fault).toBe(undefined);
  });

  test("is the one that was named, not another on the same machine", async () => {
    const device = new SimulatedHidScanner({ serialNumber: "S2" });
    const other = await scannerUnderTest({ serialNumber: "S1" }, device);
    expect(other.scanner.status()).toBe("noDevice");
    const named = await scannerUnderTest({ vendorId: 0x0c2e, productId: 0x0b81, serialNumber: "S2" }, device);
    expect(named.scanner.status()).toBe("online");
  });

  test("gives its device back when it stops, also while it is being opened", async () => {
    const { clock, device, scanner } = await scannerUnderTest();
    expect(device.isOpen).toBe(true);
    await scanner.stop();
    expect(device.isOpen).toBe(false);
    const early = createHidScanner({ name: "early", host: device, clock });
    early.start();
    await early.stop();
    await clock.advance(10);
    expect(device.isOpen).toBe(false);
  });

  test("is looked for again when the library does not come back from a call", async () => {
    const device = new SimulatedHidScanner();
    let hangs = 1;
    const host: HidHost = {
      list: () => (hangs-- > 0 ? new Promise(() => {}) : device.list()),
      open: (path, events) => device.open(path, events),
    };
    const clock = new ManualClock();
    const scanner = createHidScanner({ name: "slow", host, clock });
    scanner.start();
    await clock.advance(20_000);
    expect(scanner.status()).toBe("online");
  });
});

describe("a machine without HID", () => {
  test("goes on, says once what to install, and uses HID from the moment on in which it is there", async () => {
    let isInstalled = false;
    const clock = new ManualClock();
    const host = nodeHidHost(async () => {
      if (!isInstalled) throw new Error("libusb-1.0.so.0: cannot open shared object file: No such file or directory");
      const handle = {
        on: () => handle,
        write: async () => 1,
        sendFeatureReport: async () => 1,
        close: async () => {},
      };
      const scanner = { path: "/dev/hidraw0", vendorId: 1, productId: 2, usagePage: 0x8c, usage: 2 };
      return {
        setDriverType: () => {},
        devicesAsync: async () => [{ ...scanner, release: 0, interface: 0 }],
        HIDAsync: { open: async () => handle },
      };
    });
    const scanner = createHidScanner({ name: "desk scanner", host, clock });
    const told: string[] = [];
    scanner.onStatusChanged(() => told.push(scanner.facts().fault?.sentence ?? scanner.status()));
    scanner.start();
    await clock.advance(600_000);
    expect(scanner.status()).toBe("unknown");
    expect(told).toEqual(["starting", expect.stringContaining("apt-get install libusb-1.0-0")]);
    isInstalled = true;
    await clock.advance(60_000);
    expect(told.at(-1)).toBe("online");
    await scanner.stop();
  });
});

async function scannerUnderTest(match: HidScannerMatch = {}, device = new SimulatedHidScanner()) {
  const clock = new ManualClock();
  const scanner = createHidScanner({ name: "pos", host: device, clock, match });
  const scans: Scan[] = [];
  scanner.onScan((scan) => scans.push(scan));
  scanner.start();
  await clock.advance(10);
  return { clock, device, scanner, scans };
}
