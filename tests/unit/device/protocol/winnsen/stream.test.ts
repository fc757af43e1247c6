import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { winnsenDriver } from "#device/protocol/winnsen/driver.ts";
import { replyRule, requestRule } from "#device/protocol/winnsen/frames.ts";
import { encodeWinnsenReply } from "#device/protocol/winnsen/replies.ts";
import { encodeWinnsenRequest } from "#device/protocol/winnsen/requests.ts";
import {
  countPassedDamages,
  expectEveryByteAccounted,
  expectFoundInGarbage,
  expectNothingLostBehindCutOff,
  expectSameHoweverCut,
  expectWholeAtEveryCut,
  framesOf,
  joined,
} from "#tests/support/frameStreams.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const station = fc.integer({ min: 0, max: 15 });
const channel = fc.integer({ min: 1, max: 16 });
/** Bytes of doors that look like parts of a frame are drawn often. */
const bits = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x0790, 0x9090, 0x0390, 0x0303, 0x8207));
const reply = fc.oneof(
  fc.record({ kind: fc.constant("poll" as const), station, openBits: bits }),
  fc.record({ kind: fc.constant("unlock" as const), station, channel, isDone: fc.boolean() }),
);
const request = fc.oneof(
  fc.record({ kind: fc.constant("poll" as const), station, mask: bits }),
  fc.record({ kind: fc.constant("unlock" as const), station, channel }),
);
const mark = fc.constantFrom(0x80 as const, 0xa0 as const);
const replies = {
  rule: replyRule,
  frames: fc.tuple(reply, mark).map(([value, added]) => encodeWinnsenReply(value, added)),
};
const requests = { rule: requestRule, frames: request.map(encodeWinnsenRequest) };

describe("a stream of Winnsen frames", () => {
  test("gives the same Winnsen replies however its bytes are cut and joined", () => expectSameHoweverCut(replies));
  test("gives the same Winnsen requests however its bytes are cut and joined", () => expectSameHoweverCut(requests));
  test("gives two Winnsen replies whole at each place of a cut", () => expectWholeAtEveryCut(replies));
  test("gives every good Winnsen reply from between garbage in which no frame hides", () => {
    expectFoundInGarbage(replies);
  });
  test("loses no Winnsen reply behind one that was cut off", () => expectNothingLostBehindCutOff(replies));
  test("loses no Winnsen request behind one that was cut off", () => expectNothingLostBehindCutOff(requests));
  test("accounts for every byte among Winnsen replies", () => {
    expectEveryByteAccounted(replyRule, [0x90, 0x07, 0x82, 0x85, 0x03, 0x01]);
  });
});

describe("a Winnsen frame that is damaged", () => {
  test("never takes the good one behind it, whatever both hold and whichever byte is damaged", () => {
    for (const { rule, frames } of [replies, requests]) {
      fc.assert(
        fc.property(frames, frames, (first, second) => {
          // Throws where the good frame is lost; how many damaged ones pass is another matter.
          countPassedDamages(rule, first, second);
        }),
        { numRuns: 8 },
      );
    }
  });

  test("passes only where its station, lock, doors or reply code were hit: nothing protects those", () => {
    const frame = bytes("90 07 82 01 01 00 03");
    for (const at of frame.keys()) {
      const passed = Array.from({ length: 0xff }, (_, index) => index + 1).filter((flip) => {
        const damaged = Uint8Array.from(frame);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        return framesOf(replyRule, damaged).length > 0;
      });
      const counts = [0, 0, 3, 15, 0xff, 0xff, 0];
      expect(passed.length, `byte ${at}`).toBe(counts[at]);
    }
  });

  test("is taken for the reply only where a bit of a door was hit, so a second reading must agree", () => {
    const place = { address: 1, channels: 16, byteOrder: "firstByteFirst" } as const;
    const { accept } = winnsenDriver.statusRequest(place);
    const frame = bytes("90 07 82 01 01 00 03");
    const believed = new Set<number>();
    for (const at of frame.keys()) {
      for (let flip = 1; flip <= 0xff; flip += 1) {
        const damaged = Uint8Array.from(frame);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        // The other reply code is the same answer.
        if (accept(damaged) !== undefined && damaged[2] !== 0xa2) believed.add(at);
      }
    }
    expect([...believed]).toEqual([4, 5]);
  });

  test("is not waited for where its beginning does not fit", () => {
    const good = bytes("90 07 82 01 01 00 03");
    for (const start of ["90", "90 07", "90 07 82", "90 90 07", "90 07 90"])
      expect(framesOf(replyRule, joined([bytes(start), good])).map(hex)).toEqual([hex(good)]);
  });
});
