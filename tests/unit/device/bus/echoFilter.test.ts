import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EchoFilter } from "#device/bus/echoFilter.ts";
import { propertyRuns } from "#tests/support/fullRun.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const REQUEST = "02 00 30 03 35";
const REPLY = "02 00 35 FE FF 01 00 03 38";

describe("the copy of a request before its answer", () => {
  test("is taken away, however the bytes are cut", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 14 }), (cuts) => {
        const filter = new EchoFilter(bytes(REQUEST), () => true);
        expect(hex(passThrough(filter, bytes(`${REQUEST} ${REPLY}`), cuts))).toBe(REPLY);
        expect(filter.hasEcho).toBe(true);
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  test("is not seen where the answer only begins like the request", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 14 }), (cuts) => {
        const filter = new EchoFilter(bytes(REQUEST), () => true);
        expect(hex(passThrough(filter, bytes(REPLY), cuts))).toBe(REPLY);
        expect(filter.hasEcho).toBe(false);
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  test("is the answer itself where the same bytes may be one and the wire does not echo", () => {
    const filter = new EchoFilter(bytes(REQUEST), () => false);
    expect(hex(filter.push(bytes(REQUEST)))).toBe(REQUEST);
    expect(filter.hasEcho).toBe(false);
  });

  test("is given back when only a part of it came", () => {
    const filter = new EchoFilter(bytes(REQUEST), () => true);
    expect(hex(filter.push(bytes("02 00")))).toBe("");
    expect(hex(filter.expire())).toBe("02 00");
    expect(hex(filter.push(bytes("30")))).toBe("30");
  });
});

/** The stream cut into pieces of these lengths, in turn. */
function passThrough(filter: EchoFilter, stream: Uint8Array, cuts: readonly number[]): Uint8Array {
  const passed: number[] = [];
  let at = 0;
  for (let turn = 0; at < stream.length; turn += 1) {
    const length = cuts[turn % cuts.length] ?? 1;
    passed.push(...filter.push(stream.subarray(at, at + length)));
    at += length;
  }
  return Uint8Array.from(passed);
}
