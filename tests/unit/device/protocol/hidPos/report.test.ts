import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hidPosReports, readHidPosReport } from "#device/protocol/hidPos/report.ts";
import { bytes } from "#tests/support/hex.ts";

const zeros = (count: number): string => "00 ".repeat(count);

describe("reports of HID POS", () => {
  test("carry the documented example of 60 bytes in two parts", () => {
    const data = new TextEncoder().encode("0123456789".repeat(6));
    const [first, second, ...more] = hidPosReports("]Q0", data, { makerCode: 0x73 });
    expect(more).toEqual([]);
    expect(first).toEqual(Uint8Array.of(0x02, 0x38, 0x5d, 0x51, 0x30, ...data.subarray(0, 56), 0x73, 0x00, 0x01));
    expect(second).toEqual(bytes(`02 04 5D 51 30 36 37 38 39 ${zeros(52)} 73 00 00`));
  });

  test("of a real scanner's menu answer say that more follows", () => {
    const name = new TextEncoder().encode("Product Name:");
    const report = new Uint8Array(64);
    report.set([0x02, 0x38, 0x5d, 0x58, 0x30, ...name]);
    report.set([0x3f, 0x00, 0x01], 61);
    const part = readHidPosReport(report);
    expect(part).toMatchObject({ aimId: "]X0", hasMore: true });
    expect(part?.data.length).toBe(56);
  });

  test("are read with one byte between length and identifier too", () => {
    const [report = new Uint8Array()] = hidPosReports("]Q1", bytes("41 42"), { gapBytes: 1 });
    expect(readHidPosReport(report)).toEqual({ aimId: "]Q1", data: bytes("41 42"), hasMore: false });
  });

  test.each([
    ["too short", `02 01 5D 51 31 41 ${zeros(57)}`],
    ["of another number", `03 01 5D 51 31 41 ${zeros(58)}`],
    ["longer than they can be", `02 39 5D 51 31 41 ${zeros(58)}`],
    ["without an identifier", `02 01 41 41 41 41 ${zeros(58)}`],
    ["empty", ""],
  ])("that are %s are none", (_why, report) => {
    expect(readHidPosReport(bytes(report || "00").slice(report ? 0 : 1))).toBe(undefined);
  });

  test("give back any bytes that they were made of", () => {
    const options = fc.record({
      gapBytes: fc.constantFrom(0 as const, 1 as const),
      makerCode: fc.integer({ min: 0, max: 255 }),
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), options, (data, how) => {
        const parts = hidPosReports("]Q1", data, how).map(readHidPosReport);
        expect(Uint8Array.from(parts.flatMap((part) => [...(part?.data ?? [])]))).toEqual(data);
        expect(parts.map((part) => part?.hasMore)).toEqual(parts.map((_, at) => at < parts.length - 1));
      }),
    );
  });
});
