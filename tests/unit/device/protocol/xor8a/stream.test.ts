import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { xor8aDriver } from "#device/protocol/xor8a/driver.ts";
import { replyRule, requestRule } from "#device/protocol/xor8a/frames.ts";
import { encodeXor8aContact, encodeXor8aStatus } from "#device/protocol/xor8a/replies.ts";
import { encodeXor8aRequest } from "#device/protocol/xor8a/requests.ts";
import {
  countPassedDamages,
  countPlaces,
  expectEveryByteAccounted,
  expectFoundInGarbage,
  expectNothingLostBehindCutOff,
  expectNothingLostBehindDamage,
  expectSameHoweverCut,
  expectWholeAtEveryCut,
  framesOf,
  joined,
} from "#tests/support/frameStreams.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const address = fc.integer({ min: 1, max: 32 });
const byte = fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.constantFrom(0x00, 0x33, 0x80, 0x8a, 0x01, 0xff));
const statusBytes = fc.array(byte, { minLength: 1, maxLength: 7 });
const contact = fc.record({ address, channel: fc.integer({ min: 1, max: 50 }), isContactMade: fc.boolean() });
const unlockReply = contact.map((value) => encodeXor8aContact("unlock", value));
/** Every status reply but those that hold a shorter one: these have tests of their own below. */
const plainStatus = fc
  .tuple(address, statusBytes)
  .map(([board, bits]) => encodeXor8aStatus(board, bits))
  .filter((frame) => falseEnds(frame).length === 0);
const replies = { rule: replyRule, frames: fc.oneof(plainStatus, unlockReply) };
const requests = {
  rule: requestRule,
  frames: fc.oneof(
    fc.record({ kind: fc.constant("status" as const), address }).map(encodeXor8aRequest),
    fc
      .record({ kind: fc.constant("unlock" as const), address, channel: fc.integer({ min: 1, max: 50 }) })
      .map(encodeXor8aRequest),
  ),
};
/** Status replies with a 33 and a fitting check before their end, at each place where that can happen. */
const deceptiveStatus = fc
  .tuple(address, fc.array(byte, { minLength: 1, maxLength: 5 }), fc.array(byte, { maxLength: 4 }))
  .filter(([, before, after]) => before.length + 2 + after.length <= 7)
  .map(([board, before, after]) => {
    const falseFrame = encodeXor8aStatus(board, before);
    return encodeXor8aStatus(board, [...falseFrame.slice(2), ...after]);
  });

describe("a stream of XOR-8A replies", () => {
  test("gives the same XOR-8A replies however its bytes are cut and joined", () => {
    expectSameHoweverCut(replies);
  });

  test("gives two XOR-8A replies whole at each place of a cut", () => {
    expectWholeAtEveryCut(replies);
  });

  test("gives every good XOR-8A reply from between garbage in which no frame hides", () => {
    expectFoundInGarbage(replies);
  });

  test("loses no XOR-8A reply behind one that was cut off", () => {
    expectNothingLostBehindCutOff(replies);
  });

  test.each(["80 01 00 00 00 33 B2", "80 01 00 00 02 33 B0", "80 20 81 33 12", "8A 01 01 00 8A"])(
    "loses no good XOR-8A reply behind %s with any byte damaged, and lets no damaged one pass",
    (text) => {
      for (const good of ["80 01 00 00 00 33 B2", "8A 01 01 00 8A", "80 01 00 33 B2"]) {
        expect(countPassedDamages(replyRule, bytes(text), bytes(good))).toBe(0);
      }
    },
  );

  test("loses no good XOR-8A reply behind any other that is damaged at any byte", () => {
    expectNothingLostBehindDamage(replies);
  });

  test("accounts for every byte among XOR-8A replies", () => {
    expectEveryByteAccounted(replyRule, [0x80, 0x8a, 0x33, 0x01, 0x00]);
  });

  test("an echo of the query and the reply behind it come apart", () => {
    fc.assert(
      fc.property(plainStatus, (reply) => {
        const echo = encodeXor8aRequest({ kind: "status", address: reply[1] ?? 0 });
        expect(framesOf(replyRule, joined([echo, reply])).map(hex)).toEqual([hex(echo), hex(reply)]);
      }),
    );
  });

  test("a damaged reply and the good one behind it read as one longer reply only where the damaged bytes cancel out", () => {
    const [damaged, good] = [bytes("80 0A 55 30 EF"), bytes("80 01 00 33 B2")];
    expect(framesOf(replyRule, joined([damaged, good])).map(hex)).toEqual(["80 0A 55 30 EF 80 01 00 33 B2"]);
    // Nothing in the bytes tells it from the reply of board 10; the board that was asked is still not believed to be it.
    const request = xor8aDriver.statusRequest({ address: 1, channels: 48, byteOrder: "lastByteFirst" });
    expect(request.accept(joined([damaged, good]))).toBeUndefined();
  });

  test("a status byte that reads as the header of another board's frame cuts nothing", () => {
    const frame = encodeXor8aStatus(1, [0x80, 0x02, 0x8a, 0x01, 0x11]);
    expect(framesOf(replyRule, frame).map(hex)).toEqual([hex(frame)]);
  });
});

describe("a status byte of 33 with a fitting check behind it", () => {
  test("does not cut a reply that lies there whole, whatever but a frame comes next", () => {
    const junk = fc.uint8Array({ maxLength: 3 });
    fc.assert(
      fc.property(deceptiveStatus, fc.oneof(junk, replies.frames), (frame, next) => {
        fc.pre(!falseEnds(frame).some((end) => looksLikeHeader(frame, end)));
        const stream = joined([frame, next]);
        fc.pre(isPlainTail(frame, next));
        expect(framesOf(replyRule, stream).map(hex)[0]).toBe(hex(frame));
      }),
    );
  });

  test("cuts only where the line stops exactly behind it, and then every later frame is still found", () => {
    fc.assert(
      fc.property(deceptiveStatus, plainStatus, (frame, later) => {
        const [end = 0] = falseEnds(frame);
        expect(replyRule(frame.slice(0, end), 0)).toEqual({ kind: "frame", length: end });
        for (let at = 1; at < end; at += 1) expect(replyRule(frame.slice(0, at), 0).kind).toBe("incomplete");
        const rest = joined([frame.slice(end), later]);
        fc.pre(countPlaces(replyRule, rest) === 1);
        expect(framesOf(replyRule, rest).map(hex)).toEqual([hex(later)]);
      }),
    );
  });

  test("is found in no place of a reply from a board whose unused bytes are empty", () => {
    for (let bits = 0; bits <= 0xff; bits += 1) {
      expect(falseEnds(encodeXor8aStatus(1, [0, 0, bits]))).toEqual([]);
      expect(falseEnds(encodeXor8aStatus(1, [bits, 0, 0]))).toEqual([]);
    }
  });
});

describe("a stream of XOR-8A requests", () => {
  test("gives the same XOR-8A requests however its bytes are cut and joined", () => {
    expectSameHoweverCut(requests);
  });

  test("gives every good XOR-8A request from between garbage in which no frame hides", () => {
    expectFoundInGarbage(requests);
  });

  test.each(["80 01 00 33 B2", "8A 01 01 11 9B"])(
    "loses no good XOR-8A request behind %s with any byte damaged",
    (text) => {
      for (const good of ["80 01 00 33 B2", "8A 01 01 11 9B"]) {
        expect(countPassedDamages(requestRule, bytes(text), bytes(good))).toBe(0);
      }
    },
  );
});

/** Lengths at which a shorter status reply ends inside this one. */
function falseEnds(frame: Uint8Array): number[] {
  const lengths = Array.from({ length: Math.max(0, frame.length - 5) }, (_, index) => index + 5);
  return lengths.filter((length) => {
    const piece = frame.subarray(0, length);
    return piece[length - 2] === 0x33 && piece.reduce((check, value) => check ^ value, 0) === 0;
  });
}

function looksLikeHeader(frame: Uint8Array, at: number): boolean {
  const [header = 0, board = 0] = frame.subarray(at, at + 2);
  return (header === 0x80 || header === 0x8a) && board >= 1 && board <= 32;
}

/** False where what follows happens to lengthen the reply into another one. */
function isPlainTail(frame: Uint8Array, next: Uint8Array): boolean {
  const whole = Uint8Array.from([...frame, ...next, 0]);
  return !falseEnds(whole.slice(0, 12)).some((end) => end > frame.length);
}
