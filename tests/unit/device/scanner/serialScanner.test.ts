import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_SCAN_CHARACTERS, ScanLineReader } from "#device/scanner/scanLineReader.ts";
import { createSerialScanner } from "#device/scanner/serialScanner.ts";
import { createMemoryWire } from "#device/transport/memoryTransport.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("lines from a scanner", () => {
  test("carry Vietnamese text whatever pieces its bytes arrive in", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (cut) => {
        const reader = new ScanLineReader();
        const all = encode("Hồ sơ số 1\r\nNguyễn Thị Hường\n");
        const lines = [];
        for (let at = 0; at < all.length; at += cut) lines.push(...reader.push(all.slice(at, at + cut)));
        expect(lines).toEqual([
          { kind: "text", text: "Hồ sơ số 1" },
          { kind: "text", text: "Nguyễn Thị Hường" },
        ]);
      }),
    );
  });

  test("that are not UTF-8 are unusable, and the next line is read again", () => {
    const lines = new ScanLineReader().push(Uint8Array.of(0xff, 0xfe, 0x0d, 0x41, 0x0d));
    expect(lines).toEqual([
      { kind: "unusable", reason: "notUtf8" },
      { kind: "text", text: "A" },
    ]);
  });

  test("hold 4,296 characters and not one more", () => {
    const reader = new ScanLineReader();
    const longest = "A".repeat(LONGEST_SCAN_CHARACTERS);
    expect(reader.push(encode(`${longest}\r`))).toEqual([{ kind: "text", text: longest }]);
    expect(reader.push(encode(`${longest}A\r`))).toEqual([{ kind: "unusable", reason: "tooLong" }]);
    expect(reader.push(encode(`${"A".repeat(100_000)}\rB\r`))).toEqual([
      { kind: "unusable", reason: "tooLong" },
      { kind: "text", text: "B" },
    ]);
  });
});

describe("a serial scanner", () => {
  test("gives each code once and works again after its cable was out", async () => {
    const { clock, wire, scans } = await scannerUnderTest();
    wire.peer.send(encode("DT-1\r\n"));
    await clock.advance(10);
    wire.unplug();
    await clock.advance(60_000);
    wire.replug();
    await clock.advance(10_000);
    wire.peer.send(encode("DT-2\r"));
    await clock.advance(10);
    expect(scans).toEqual(["DT-1", "DT-2"]);
  });

  test("drops half a code when the rest does not come", async () => {
    const { clock, wire, scans } = await scannerUnderTest();
    wire.peer.send(encode("half"));
    await clock.advance(1_000);
    wire.peer.send(encode("whole\r"));
    await clock.advance(10);
    expect(scans).toEqual(["whole"]);
  });
});

async function scannerUnderTest() {
  const clock = new ManualClock();
  const wire = createMemoryWire("scanner");
  const scanner = createSerialScanner({ transport: wire.transport, clock });
  const scans: string[] = [];
  scanner.onScan(({ text }) => scans.push(text ?? ""));
  scanner.start();
  await clock.advance(10);
  return { clock, wire, scans };
}
