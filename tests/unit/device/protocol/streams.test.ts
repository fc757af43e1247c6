import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Deframer, type FrameRule } from "#device/protocol/deframer.ts";
import * as cu12 from "#device/protocol/kerongCu12/frames.ts";
import { cu12Failures, encodeCu12Reply } from "#device/protocol/kerongCu12/replies.ts";
import { encodeCu12Request } from "#device/protocol/kerongCu12/requests.ts";
import * as cu48 from "#device/protocol/kerongCu48/frames.ts";
import { encodeCu48Status } from "#device/protocol/kerongCu48/replies.ts";
import { encodeCu48Request } from "#device/protocol/kerongCu48/requests.ts";
import * as modbus from "#device/protocol/modbus/frames.ts";
import { encodeModbusReply } from "#device/protocol/modbus/replies.ts";
import { encodeModbusRequest } from "#device/protocol/modbus/requests.ts";
import { countPlaces, framesOf, joined, pieces } from "#tests/support/frameStreams.ts";
import { hex } from "#tests/support/hex.ts";

interface Stream {
  readonly name: string;
  readonly rule: FrameRule;
  /** Bytes of the longest frame that can be waited for. */
  readonly longest: number;
  readonly frame: fc.Arbitrary<Uint8Array>;
}

const bits = (length: number): fc.Arbitrary<boolean[]> =>
  fc.array(fc.boolean(), { minLength: length, maxLength: length });
const address = (low: number, high: number): fc.Arbitrary<number> => fc.integer({ min: low, max: high });
const byte = fc.integer({ min: 0, max: 255 });
const channel = (high: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: high });

const cu12Reply = fc.oneof(
  fc
    .tuple(address(0, 15), fc.oneof(bits(16), bits(24)))
    .map(([at, hooks]) => encodeCu12Reply({ kind: "status", address: at, hooks })),
  fc
    .tuple(address(0, 15), channel(24))
    .map(([at, lock]) => encodeCu12Reply({ kind: "unlock", address: at, channel: lock })),
  fc
    .record({ address: address(0, 15), software: byte, hardware: byte })
    .map((version) => encodeCu12Reply({ kind: "version", ...version })),
  fc
    .record({ address: address(0, 15), lock: fc.nat(23), failure: fc.constantFrom(...cu12Failures) })
    .map((failed) => encodeCu12Reply({ kind: "failure", command: 0x81, ...failed })),
);
const cu12Request = fc.oneof(
  address(0, 15).map((at) => encodeCu12Request({ kind: "status", address: at }, 12)),
  fc
    .tuple(address(0, 15), channel(24))
    .map(([at, lock]) => encodeCu12Request({ kind: "unlock", address: at, channel: lock }, 24)),
);
const cu48Reply = fc.record({ address: address(0, 9), hooks: bits(48), sensors: bits(48) }).map(encodeCu48Status);
const cu48Request = fc.oneof(
  address(0, 9).map((at) => encodeCu48Request({ kind: "status", address: at })),
  fc
    .tuple(address(0, 9), channel(48))
    .map(([at, lock]) => encodeCu48Request({ kind: "unlock", address: at, channel: lock })),
);
const modbusAddress = address(1, 247);
const modbusRequest = fc.oneof(
  fc
    .tuple(modbusAddress, channel(32))
    .map(([at, count]) => encodeModbusRequest({ kind: "readInputs", address: at, count })),
  fc
    .tuple(modbusAddress, channel(32))
    .map(([at, lock]) => encodeModbusRequest({ kind: "flashOn", address: at, channel: lock })),
);
const modbusReply = fc.oneof(
  fc
    .tuple(modbusAddress, fc.constantFrom(8, 16, 24, 32).chain(bits))
    .map(([at, inputs]) => encodeModbusReply({ kind: "inputs", address: at, inputs })),
  fc
    .tuple(modbusAddress, channel(32))
    .map(([at, lock]) =>
      encodeModbusReply({ kind: "written", request: { kind: "flashOn", address: at, channel: lock } }),
    ),
  fc
    .tuple(modbusAddress, fc.constantFrom(2 as const, 5 as const), fc.integer({ min: 1, max: 11 }))
    .map(([at, fn, code]) => encodeModbusReply({ kind: "exception", address: at, fn, code })),
);

const streams: readonly Stream[] = [
  { name: "CU12 and CU24 replies", rule: cu12.replyRule, longest: 11, frame: cu12Reply },
  { name: "CU12 and CU24 requests", rule: cu12.requestRule, longest: 48, frame: cu12Request },
  { name: "CU48B replies", rule: cu48.replyRule, longest: 18, frame: cu48Reply },
  { name: "CU48B requests", rule: cu48.requestRule, longest: 6, frame: cu48Request },
  { name: "Modbus replies", rule: modbus.replyRule, longest: 9, frame: modbusReply },
  { name: "Modbus requests", rule: modbus.requestRule, longest: 264, frame: modbusRequest },
];

describe.each(streams)("a stream of $name", ({ rule, longest, frame }) => {
  test("gives the same frames at whichever places it is cut, damage and garbage included", () => {
    const part = fc.oneof(frame, frame, fc.uint8Array({ maxLength: 12 }));
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 10 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
        (parts, cuts) => {
          const whole = joined(parts);
          const deframer = new Deframer(rule);
          const seen = pieces(whole, cuts).flatMap((piece) => [...deframer.push(piece).frames]);
          expect([...seen, ...deframer.expire().frames].map(hex)).toEqual(framesOf(rule, whole).map(hex));
        },
      ),
    );
  });

  test("gives every frame at once when they are joined, and holds nothing back", () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 10 }), (frames) => {
        const deframer = new Deframer(rule);
        expect(deframer.push(joined(frames)).frames.map(hex)).toEqual(frames.map(hex));
        expect(deframer.expire()).toEqual({ frames: [], dropped: new Uint8Array(0) });
      }),
    );
  });

  test("gives every good frame from between garbage in which no frame hides, at the latest in the silence after it", () => {
    const garbage = fc.uint8Array({ maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(garbage, frame), { maxLength: 6 }), garbage, (parts, tail) => {
        const stream = joined([...parts.flat(), tail]);
        const frames = parts.map(([, good]) => good);
        fc.pre(countPlaces(rule, stream) === frames.length);
        expect(framesOf(rule, stream).map(hex)).toEqual(frames.map(hex));
      }),
    );
  });

  test("loses one frame only, whichever of its bytes is damaged and however", () => {
    const [first, second, third] = fc.sample(frame, { seed: 7, numRuns: 3 });
    if (first === undefined || second === undefined || third === undefined) throw new Error("no samples");
    for (let at = 0; at < second.length; at += 1) {
      for (let flip = 1; flip <= 255; flip += 1) {
        const damaged = damage(second, at, flip);
        const seen = framesOf(rule, joined([first, damaged, third])).map(hex);
        expect(seen, `byte ${at} xor ${flip}`).toEqual([hex(first), hex(third)]);
      }
    }
  });

  test("loses one frame only, whichever frames stand around it", () => {
    const xor = fc.integer({ min: 1, max: 255 });
    fc.assert(
      fc.property(frame, frame, frame, fc.nat(), xor, (first, second, third, at, flip) => {
        const stream = joined([first, damage(second, at % second.length, flip), third]);
        fc.pre(countPlaces(rule, stream) === 2);
        expect(framesOf(rule, stream).map(hex)).toEqual([hex(first), hex(third)]);
      }),
      { numRuns: 500 },
    );
  });

  test("loses nothing behind a frame that was cut off, whichever bytes arrived", () => {
    fc.assert(
      fc.property(frame, frame, fc.nat(), (first, second, keep) => {
        const stream = joined([first.slice(0, keep % first.length), second]);
        fc.pre(countPlaces(rule, stream) === 1);
        expect(framesOf(rule, stream).map(hex)).toEqual([hex(second)]);
      }),
    );
  });

  test("waits for less than one frame, so a good frame behind a damaged one needs no silence when bytes follow it", () => {
    fc.assert(
      fc.property(frame, frame, fc.nat(), fc.integer({ min: 1, max: 255 }), (first, second, at, flip) => {
        const following = new Uint8Array(longest).fill(0xff);
        const stream = joined([damage(first, at % first.length, flip), second, following]);
        fc.pre(countPlaces(rule, stream) === 1);
        expect(new Deframer(rule).push(stream).frames.map(hex)).toEqual([hex(second)]);
      }),
    );
  });

  test("never holds as many bytes as its longest frame has, and accounts for each of them", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(frame, fc.uint8Array({ maxLength: 40 })), { maxLength: 10 }), (parts) => {
        const stream = joined(parts);
        const deframer = new Deframer(rule);
        const given = sizeOf(deframer.push(stream));
        expect(stream.length - given).toBeLessThan(longest);
        expect(given + sizeOf(deframer.expire())).toBe(stream.length);
      }),
    );
  });

  test("takes nothing from before a silence into a frame after it", () => {
    fc.assert(
      fc.property(frame, fc.nat(), (whole, keep) => {
        const cut = 1 + (keep % (whole.length - 1));
        fc.pre(countPlaces(rule, whole) === 1);
        const deframer = new Deframer(rule);
        expect(deframer.push(whole.slice(0, cut)).frames).toEqual([]);
        expect(deframer.expire().frames).toEqual([]);
        expect([...deframer.push(whole.slice(cut)).frames, ...deframer.expire().frames]).toEqual([]);
        expect([...deframer.push(whole).frames, ...deframer.expire().frames].map(hex)).toEqual([hex(whole)]);
      }),
    );
  });
});

function sizeOf({ frames, dropped }: { frames: readonly Uint8Array[]; dropped: Uint8Array }): number {
  return frames.reduce((sum, { length }) => sum + length, dropped.length);
}

function damage(frame: Uint8Array, at: number, flip: number): Uint8Array {
  return frame.map((value, index) => (index === at ? value ^ flip : value));
}
