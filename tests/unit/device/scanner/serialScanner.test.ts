import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scan } from "#core/interfaces/scanner.ts";
import { LONGEST_SCAN_BYTES } from "#device/protocol/barcode/decodeText.ts";
import { GM65_ACKNOWLEDGEMENT, GM65_TRIGGER } from "#device/protocol/gm65/frames.ts";
import { createSerialScanner, type SerialScannerOptions } from "#device/scanner/serialScanner.ts";
import { createMemoryWire } from "#device/transport/memoryTransport.ts";
import { hex } from "#tests/support/hex.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a serial scanner", () => {
  test("gives Vietnamese text whatever pieces its bytes arrive in", async () => {
    const { clock, wire, scans } = await scannerUnderTest();
    const all = encode("Hồ sơ số 1\r\nNguyễn Thị Hường\n");
    for (let cut = 1; cut <= 9; cut += 1) {
      scans.length = 0;
      for (let at = 0; at < all.length; at += cut) wire.peer.send(all.slice(at, at + cut));
      await clock.advance(10);
      expect(scans.map(({ text }) => text)).toEqual(["Hồ sơ số 1", "Nguyễn Thị Hường"]);
    }
  });

  test("gives bytes that are no UTF-8 as they are, and the next code as text again", async () => {
    const { clock, wire, scans, scanner } = await scannerUnderTest();
    wire.peer.send(Uint8Array.of(0xff, 0xfe, 0x0d, 0x41, 0x0d));
    await clock.advance(10);
    expect(scans).toMatchObject([
      { source: "scanner", symbology: "unknown", bytes: Uint8Array.of(0xff, 0xfe), text: undefined },
      { bytes: Uint8Array.of(0x41), text: "A" },
    ]);
    expect(scanner.facts()).toMatchObject({ codesRead: 2, codesUnsupported: 1 });
  });

  test("takes codes of 4,296 bytes, and says of a longer one that it cannot be read", async () => {
    const { clock, wire, scans } = await scannerUnderTest();
    const longest = "A".repeat(LONGEST_SCAN_BYTES);
    wire.peer.send(encode(`${longest}\r${longest}A\r${"A".repeat(100_000)}\rB\r`));
    await clock.advance(10);
    expect(scans.map(({ text }) => text)).toEqual([longest, undefined, undefined, "B"]);
    expect(scans[1]).toMatchObject({ bytes: undefined });
  });

  test("gives each code once and works again after its cable was out", async () => {
    const { clock, wire, scans, scanner, statuses } = await scannerUnderTest();
    wire.peer.send(encode("DT-1\r\n"));
    await clock.advance(10);
    wire.unplug();
    await clock.advance(60_000);
    expect(scanner.facts().fault).toMatchObject({ code: "lost" });
    wire.replug();
    await clock.advance(10_000);
    wire.peer.send(encode("DT-2\r"));
    await clock.advance(10);
    expect(scans.map(({ text }) => text)).toEqual(["DT-1", "DT-2"]);
    expect(statuses).toEqual(["starting", "online", "noDevice", "online"]);
  });

  test("drops half a code when the rest does not come, and says that the end of line is missing", async () => {
    const { clock, wire, scans, scanner } = await scannerUnderTest();
    wire.peer.send(encode("half"));
    await clock.advance(1_000);
    expect(scanner.facts().fault).toMatchObject({ code: "noLineEnd" });
    wire.peer.send(encode("whole\r"));
    await clock.advance(10);
    expect(scans.map(({ text }) => text)).toEqual(["whole"]);
    expect(scanner.facts().fault).toBe(undefined);
  });

  test("tells the code's type by the AIM identifier where it sends one", async () => {
    const { clock, wire, scans } = await scannerUnderTest({ hasAimPrefix: true });
    wire.peer.send(encode("]Q1Hồ sơ\r]C0ABC\r]X0answer\rplain\r"));
    await clock.advance(10);
    expect(scans).toMatchObject([
      { symbology: "qrCode", aimId: "]Q1", text: "Hồ sơ" },
      { symbology: "code128", text: "ABC" },
      { symbology: "unknown", text: "plain" },
    ]);
  });
});

describe("a scanner of the GM65 family", () => {
  test("starts a scan when told to, and its acknowledgement is no part of the code", async () => {
    const { clock, wire, scans, scanner, written } = await scannerUnderTest({ model: "gm65" });
    expect(scanner.trigger()).toBe(true);
    await clock.advance(10);
    expect(written.map(hex)).toEqual([hex(GM65_TRIGGER)]);
    wire.peer.send(Uint8Array.of(...GM65_ACKNOWLEDGEMENT, ...encode("0427000013\r")));
    await clock.advance(10);
    expect(scans.map(({ text }) => text)).toEqual(["0427000013"]);
  });

  test("is acknowledging in any pieces, any number of times, ahead of any code", async () => {
    const { clock, wire, scans } = await scannerUnderTest({ model: "gm65" });
    const code = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((text) => !/\p{Cc}/u.test(text));
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(code, fc.integer({ min: 0, max: 3 }), sizes, async (text, acknowledgements, pieces) => {
        scans.length = 0;
        const ahead = Array.from({ length: acknowledgements }, () => [...GM65_ACKNOWLEDGEMENT]).flat();
        const all = Uint8Array.of(...ahead, ...encode(`${text}\r`));
        let at = 0;
        for (let turn = 0; at < all.length; turn += 1) {
          const size = pieces[turn % pieces.length] ?? 1;
          wire.peer.send(all.slice(at, at + size));
          at += size;
        }
        await clock.advance(10);
        expect(scans.map((scan) => scan.text)).toEqual([text]);
      }),
      { numRuns: 60 },
    );
  });

  test("gives a code that begins like an acknowledgement as it is", async () => {
    const { clock, wire, scans } = await scannerUnderTest({ model: "gm65" });
    wire.peer.send(Uint8Array.of(0x02, 0x00, 0x00, 0x41, 0x0d, 0x42, 0x0d));
    await clock.advance(10);
    expect(scans.map(({ bytes }) => bytes)).toEqual([Uint8Array.of(0x02, 0, 0, 0x41), Uint8Array.of(0x42)]);
  });
});

describe("scanners of other makes", () => {
  test("of Honeywell are triggered by their own command", async () => {
    const { clock, scanner, written } = await scannerUnderTest({ model: "honeywell" });
    expect(scanner.trigger()).toBe(true);
    await clock.advance(10);
    expect(written.map(hex)).toEqual(["16 54 0D"]);
  });

  test("of Newland answer settings with frames that are no codes", async () => {
    const { clock, wire, scans, scanner } = await scannerUnderTest({ model: "newland" });
    expect(scanner.trigger()).toBe(false);
    wire.peer.send(Uint8Array.of(0x02, 0x01, 0x30, 0x30, 0x30, 0x30, 0x40, 0x41, 0x06, 0x3b, 0x03, 0x42, 0x0d));
    await clock.advance(10);
    expect(scans.map(({ text }) => text)).toEqual(["B"]);
  });

  test("of no known make, or that are unplugged, cannot be triggered", async () => {
    const { scanner } = await scannerUnderTest();
    expect(scanner.trigger()).toBe(false);
    const gm65 = await scannerUnderTest({ model: "gm65" });
    gm65.wire.unplug();
    await gm65.clock.advance(10);
    expect(gm65.scanner.trigger()).toBe(false);
  });
});

async function scannerUnderTest(options: Pick<SerialScannerOptions, "model" | "hasAimPrefix"> = {}) {
  const clock = new ManualClock();
  const wire = createMemoryWire("scanner");
  const scanner = createSerialScanner({ transport: wire.transport, clock, ...options });
  const scans: Scan[] = [];
  const statuses: string[] = [];
  const written: Uint8Array[] = [];
  scanner.onScan((scan) => scans.push(scan));
  scanner.onStatusChanged((status) => {
    if (statuses.at(-1) !== status) statuses.push(status);
  });
  wire.peer.onBytes((bytes) => written.push(bytes));
  scanner.start();
  await clock.advance(10);
  return { clock, wire, scanner, scans, statuses, written };
}
