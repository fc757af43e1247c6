import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packBits, unpackBits } from "#device/protocol/bitField.ts";
import { closeFrame as closeCu12 } from "#device/protocol/kerongCu12/frames.ts";
import { cu12Failures, decodeCu12Reply, encodeCu12Reply } from "#device/protocol/kerongCu12/replies.ts";
import { decodeCu12Request, encodeCu12Request } from "#device/protocol/kerongCu12/requests.ts";
import { closeFrame as closeCu48 } from "#device/protocol/kerongCu48/frames.ts";
import { decodeCu48Status, encodeCu48Status } from "#device/protocol/kerongCu48/replies.ts";
import { decodeCu48Request, encodeCu48Request } from "#device/protocol/kerongCu48/requests.ts";
import { closeFrame as closeModbus } from "#device/protocol/modbus/frames.ts";
import { decodeModbusReply, encodeModbusReply } from "#device/protocol/modbus/replies.ts";
import { decodeModbusRequest, encodeModbusRequest } from "#device/protocol/modbus/requests.ts";
import { hex } from "#tests/support/hex.ts";

const bits = (length: number): fc.Arbitrary<boolean[]> =>
  fc.array(fc.boolean(), { minLength: length, maxLength: length });
const number = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const kind = <Kind extends string>(value: Kind): fc.Arbitrary<Kind> => fc.constant(value);

describe("what is encoded is decoded again", () => {
  test("requests to a CU12 and a CU24", () => {
    for (const channels of [12, 24] as const) {
      const request = fc.oneof(
        fc.record({ kind: fc.constantFrom("status" as const, "version" as const), address: number(0, 15) }),
        fc.record({ kind: kind("unlock"), address: number(0, 15), channel: number(1, channels) }),
      );
      fc.assert(
        fc.property(request, (value) => {
          expect(decodeCu12Request(encodeCu12Request(value, channels), channels)).toEqual(value);
        }),
      );
    }
  });

  test("replies of a CU12 and a CU24", () => {
    const address = number(0, 15);
    const reply = fc.oneof(
      fc.record({ kind: kind("status"), address, hooks: fc.oneof(bits(16), bits(24)) }),
      fc.record({ kind: kind("version"), address, software: number(0, 255), hardware: number(0, 255) }),
      fc.record({ kind: kind("unlock"), address, channel: number(1, 24) }),
      fc.record({
        kind: kind("failure"),
        address,
        lock: number(0, 23),
        command: fc.constantFrom(0x80, 0x81, 0x8f),
        failure: fc.constantFrom(...cu12Failures),
      }),
    );
    fc.assert(
      fc.property(reply, (value) => {
        expect(decodeCu12Reply(encodeCu12Reply(value))).toEqual(value);
      }),
    );
  });

  test("requests to a CU48B and its status", () => {
    const address = number(0, 9);
    const request = fc.oneof(
      fc.record({ kind: kind("status"), address }),
      fc.record({ kind: kind("unlock"), address, channel: number(1, 48) }),
    );
    fc.assert(
      fc.property(request, fc.record({ address, hooks: bits(48), sensors: bits(48) }), (asked, status) => {
        expect(decodeCu48Request(encodeCu48Request(asked))).toEqual(asked);
        expect(decodeCu48Status(encodeCu48Status(status))).toEqual(status);
      }),
    );
  });

  test("requests to a relay board and its replies", () => {
    const address = number(1, 247);
    const write = fc.oneof(
      fc.record({ kind: kind("flashOn"), address, channel: number(1, 32) }),
      fc.record({ kind: kind("allOff"), address }),
    );
    const request = fc.oneof(write, fc.record({ kind: kind("readInputs"), address, count: number(1, 32) }));
    const reply = fc.oneof(
      fc.record({ kind: kind("inputs"), address, inputs: fc.constantFrom(8, 16, 24, 32).chain(bits) }),
      fc.record({ kind: kind("written"), request: write }),
      fc.record({ kind: kind("exception"), address, fn: fc.constantFrom(2, 5), code: number(1, 11) }),
    );
    fc.assert(
      fc.property(request, reply, (asked, answered) => {
        expect(decodeModbusRequest(encodeModbusRequest(asked))).toEqual(asked);
        expect(decodeModbusReply(encodeModbusReply(answered))).toEqual(answered);
      }),
    );
  });

  test("bits of any number, the last byte filled up with zeros", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 64 }), (values) => {
        const filled = [...values, ...new Array<boolean>((8 - (values.length % 8)) % 8).fill(false)];
        expect(unpackBits(packBits(values))).toEqual(filled);
      }),
    );
  });
});

describe("what is decoded is encoded again to the same bytes", () => {
  const byte = number(0, 255);
  const data = (maxLength: number): fc.Arbitrary<number[]> => fc.array(byte, { maxLength });
  const checkAgain = (frames: fc.Arbitrary<Uint8Array>, again: (frame: Uint8Array) => Uint8Array | undefined): void => {
    let count = 0;
    const property = fc.property(frames, (frame) => {
      const bytes = again(frame);
      if (bytes === undefined) return;
      count += 1;
      expect(hex(bytes)).toBe(hex(frame));
    });
    fc.assert(property, { numRuns: 2_000 });
    expect(count).toBeGreaterThan(20);
  };

  test("whatever stands in a reply of a CU12 or a CU24 with a right sum", () => {
    const frame = fc.record({
      address: number(0, 16),
      lock: fc.oneof(fc.constant(0), number(0, 24)),
      command: fc.constantFrom(0x80, 0x81, 0x82, 0x8f),
      ask: number(0x0f, 0x15),
      data: data(4).map((values) => Uint8Array.from(values)),
    });
    checkAgain(frame.map(closeCu12), (bytes) => {
      const reply = decodeCu12Reply(bytes);
      // A refusal that carries data means what one without data means; it is the one thing that is read more kindly.
      const isKindlyRead = reply === undefined || (reply.kind === "failure" && bytes.length > 8);
      return isKindlyRead ? undefined : encodeCu12Reply(reply);
    });
  });

  test("whatever stands in a reply of a CU48B with a right sum", () => {
    const middle = fc.tuple(
      number(0, 10),
      number(0, 1),
      fc.constantFrom(0x74, 0x75),
      fc.array(byte, { minLength: 11, maxLength: 13 }),
    );
    checkAgain(
      middle.map((values) => closeCu48(values.flat())),
      (bytes) => {
        const status = decodeCu48Status(bytes);
        return status && encodeCu48Status(status);
      },
    );
  });

  test("whatever stands in a reply of a relay board with a right CRC", () => {
    const body = fc.tuple(byte, fc.constantFrom(1, 2, 5, 0x82, 0x85), number(0, 12), data(5));
    const flash = fc.tuple(byte, fc.constant(5), number(1, 3), number(0, 33), fc.constant(0), number(4, 6));
    checkAgain(
      fc.oneof(body, flash).map((values) => closeModbus(values.flat())),
      (bytes) => {
        const reply = decodeModbusReply(bytes);
        return reply && encodeModbusReply(reply);
      },
    );
  });
});
