import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modbusInputs, withCrc } from "#device/inputs/modbusInputs.ts";
import { Deframer } from "#device/protocol/deframer.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const place = { address: 1, channels: 8, byteOrder: "firstByteFirst" } as const;
const request = modbusInputs.statusRequest(place);

describe("reading the inputs of a Modbus board", () => {
  test("asks and understands as the published captures do", () => {
    expect(hex(request.bytes)).toBe("01 02 00 00 00 08 79 CC");
    const closed = request.accept(bytes("01 02 01 20 A0 50"))?.map(({ saysClosed }) => saysClosed);
    expect(closed).toEqual([false, false, false, false, false, true, false, false]);
  });

  test("does not accept a wrong check, another board, another length or an exception", () => {
    expect(request.accept(bytes("01 02 01 03 A1 90"))).toBeUndefined();
    for (const body of [
      [2, 2, 1, 0],
      [1, 2, 2, 0, 0],
      [1, 0x82, 2],
      [1, 1, 1, 0],
    ])
      expect(request.accept(withCrc(body))).toBeUndefined();
  });

  test("finds a good reply behind noise, an echo and a damaged reply, however the bytes are cut", () => {
    const good = withCrc([1, 2, 1, 0x05]);
    const noise = fc
      .uint8Array({ maxLength: 12 })
      .filter((some) => new Deframer(modbusInputs.replyRule).push(some).frames.length === 0);
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 9 }), (some, cut) => {
        // Silence follows the reply, as on a wire: it ends whatever the noise began.
        const stream = Uint8Array.of(...some, ...request.bytes, ...bytes("01 02 01 03 A1 90"), ...good);
        const deframer = new Deframer(modbusInputs.replyRule);
        const frames = [];
        for (let at = 0; at < stream.length; at += cut)
          frames.push(...deframer.push(stream.slice(at, at + cut)).frames);
        frames.push(...deframer.expire().frames);
        const last = frames.at(-1);
        expect(last && hex(last)).toBe(hex(good));
      }),
    );
  });

  test("cannot be asked of all boards at once, nor for more inputs than a board has", () => {
    expect(() => modbusInputs.statusRequest({ ...place, address: 0 })).toThrow(/no board address 0/);
    expect(() => modbusInputs.statusRequest({ ...place, channels: 33 })).toThrow(/no 33 inputs/);
  });
});
