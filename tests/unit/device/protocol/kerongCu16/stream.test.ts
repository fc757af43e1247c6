import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Deframer } from "#device/protocol/deframer.ts";
import { replyRule, requestRule } from "#device/protocol/kerongCu16/frames.ts";
import { decodeCu16Reply, encodeCu16Status, encodeCu16UnlockNoted } from "#device/protocol/kerongCu16/replies.ts";
import { decodeCu16Request, encodeCu16Request } from "#device/protocol/kerongCu16/requests.ts";
import { countPlaces, framesOf, joined, pieces } from "#tests/support/frameStreams.ts";
import { hex } from "#tests/support/hex.ts";

const address = fc.integer({ min: 0, max: 14 });
const bits = fc.integer({ min: 0, max: 0xffff });
const status = fc.record({ address, hookBits: bits, infraredBits: bits });
const replyFrame = fc.oneof(status.map(encodeCu16Status), fc.integer({ min: 0, max: 0xef }).map(encodeCu16UnlockNoted));
const request = fc.oneof(
  fc.record({ kind: fc.constant("status" as const), address }),
  fc.record({ kind: fc.constant("unlock" as const), address, channel: fc.integer({ min: 1, max: 16 }) }),
);

describe("CU16 frames", () => {
  test("every request round-trips", () => {
    fc.assert(
      fc.property(request, (value) => {
        expect(decodeCu16Request(encodeCu16Request(value))).toEqual(value);
      }),
    );
  });

  test("every status round-trips", () => {
    fc.assert(
      fc.property(status, (value) => {
        expect(decodeCu16Reply(encodeCu16Status(value))).toEqual({ kind: "status", ...value });
      }),
    );
  });
});

describe("a stream of CU16 frames", () => {
  test("gives the same frames however its bytes are cut and joined", () => {
    fc.assert(
      fc.property(
        fc.array(replyFrame, { maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
        (frames, cuts) => {
          const deframer = new Deframer(replyRule);
          const seen = pieces(joined(frames), cuts).flatMap((piece) => [...deframer.push(piece).frames]);
          expect(seen.map(hex)).toEqual(frames.map(hex));
        },
      ),
    );
  });

  test("gives every good frame from between garbage in which no frame hides", () => {
    const garbage = fc.uint8Array({ maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(garbage, replyFrame), { maxLength: 6 }), garbage, (parts, tail) => {
        const stream = joined([...parts.flat(), tail]);
        const frames = parts.map(([, frame]) => frame);
        fc.pre(countPlaces(replyRule, stream) === frames.length);
        expect(framesOf(replyRule, stream).map(hex)).toEqual(frames.map(hex));
      }),
    );
  });

  test("loses only the frame that is damaged, at whichever byte", () => {
    const xor = fc.integer({ min: 1, max: 255 });
    fc.assert(
      fc.property(
        fc.array(replyFrame, { minLength: 3, maxLength: 3 }),
        fc.nat(8),
        xor,
        ([first, second, third], at, flip) => {
          if (first === undefined || second === undefined || third === undefined) return;
          const damaged = Uint8Array.from(second);
          damaged[at % damaged.length] = (damaged[at % damaged.length] ?? 0) ^ flip;
          const stream = joined([first, damaged, third]);
          fc.pre(countPlaces(replyRule, stream) === 2);
          expect(framesOf(replyRule, stream).map(hex)).toEqual([hex(first), hex(third)]);
        },
      ),
    );
  });

  test("loses nothing behind a frame that was cut off, at whichever byte", () => {
    fc.assert(
      fc.property(replyFrame, replyFrame, fc.nat(7), (first, second, keep) => {
        const stream = joined([first.slice(0, Math.min(keep, first.length - 1)), second]);
        fc.pre(countPlaces(replyRule, stream) === 1);
        expect(framesOf(replyRule, stream).map(hex)).toEqual([hex(second)]);
      }),
    );
  });

  test("drops what began and did not end once the line is silent", () => {
    const deframer = new Deframer(requestRule);
    expect(deframer.push(Uint8Array.of(0x02, 0x00, 0x31)).frames).toEqual([]);
    expect([...deframer.expire().dropped]).toEqual([0x02, 0x00, 0x31]);
    expect(deframer.push(Uint8Array.of(0x03, 0x36)).frames).toEqual([]);
  });

  test("accounts for every byte: it is in a frame or it is dropped", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const deframer = new Deframer(replyRule);
        const parts = [deframer.push(noise), deframer.expire()];
        const count = parts.reduce((sum, part) => sum + part.dropped.length + joined(part.frames).length, 0);
        expect(count).toBe(noise.length);
      }),
    );
  });
});
