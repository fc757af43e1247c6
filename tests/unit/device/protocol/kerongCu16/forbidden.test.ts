import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cu16Request, decodeCu16Request, encodeCu16Request } from "#device/protocol/kerongCu16/requests.ts";
import { bytes, hex } from "#tests/support/hex.ts";

/** Everything that can be asked for, the nonsensical included. */
const anyRequest: fc.Arbitrary<Cu16Request> = fc.oneof(
  fc.record({ kind: fc.constant("status" as const), address: fc.integer({ min: -2, max: 300 }) }),
  fc.record({
    kind: fc.constant("unlock" as const),
    address: fc.integer({ min: -2, max: 300 }),
    channel: fc.integer({ min: -2, max: 300 }),
  }),
);

describe("frames for all locks or all boards of a CU16", () => {
  test("no request makes one: only status and unlock of one board leave, whatever is asked for", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        let frame: Uint8Array;
        try {
          frame = encodeCu16Request(request);
        } catch {
          return;
        }
        const [first, place = 0, command, end] = frame;
        expect([first, end, frame.length]).toEqual([0x02, 0x03, 5]);
        expect([0x30, 0x31]).toContain(command);
        expect(place >> 4).not.toBe(0x0f);
        expect(decodeCu16Request(frame)).toEqual(request);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["K4", "02 00 32 03 37"],
    ["K4 to all boards", "02 F0 32 03 27"],
    ["K5", "02 00 33 03 38"],
    ["K1 to all boards", "02 F0 30 03 25"],
    ["K2 to all boards", "02 F0 31 03 26"],
    ["the time of the pulse", "02 00 37 00 37 03 73"],
    ["a delayed unlock", "02 00 39 05 03 43"],
    ["K6, which only a board says,", "02 00 35 FE FF 01 00 03 38"],
  ])("%s is never taken for a request", (_name, frame) => {
    expect(decodeCu16Request(bytes(frame))).toBeUndefined();
  });

  test("K1 and K2 are told apart at every address by their command alone", () => {
    for (let address = 0; address <= 14; address += 1) {
      const status = encodeCu16Request({ kind: "status", address });
      const unlock = encodeCu16Request({ kind: "unlock", address, channel: 1 });
      expect(hex(unlock.slice(0, 2))).toBe(hex(status.slice(0, 2)));
      expect([status[2], unlock[2]]).toEqual([0x30, 0x31]);
    }
  });
});
