import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Deframer } from "#device/protocol/deframer.ts";
import { replyRule, requestRule } from "#device/protocol/wkly/frames.ts";
import { decodeWklyReply, encodeWklyReply, type WklyReply } from "#device/protocol/wkly/replies.ts";
import { decodeWklyRequest, encodeWklyRequest } from "#device/protocol/wkly/requests.ts";
import {
  countPassedDamages,
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

const address = fc.integer({ min: 0, max: 0xff });
const channel = fc.integer({ min: 1, max: 24 });
const door = fc.constantFrom("open" as const, "closed" as const, "failed" as const);
const reply: fc.Arbitrary<WklyReply> = fc.oneof(
  fc.record({ kind: fc.constant("status" as const), address, doors: fc.array(door, { maxLength: 24 }) }),
  fc.record({
    kind: fc.constantFrom("channel" as const, "unlock" as const, "report" as const),
    address,
    channel,
    door,
  }),
  fc.record({
    kind: fc.constantFrom("done" as const, "failed" as const),
    address,
    command: fc.constantFrom(0x80, 0x86, 0x87),
  }),
  fc.record({
    kind: fc.constantFrom("done" as const, "failed" as const),
    address,
    command: fc.constantFrom(0x81, 0x88, 0x89),
    channel,
  }),
  fc.record({ kind: fc.constant("failed" as const), address, command: fc.constantFrom(0x82, 0x83), channel }),
  fc.record({ kind: fc.constant("failed" as const), address, command: fc.constantFrom(0x82, 0x83, 0x84) }),
);
const request = fc.oneof(
  fc.record({ kind: fc.constant("status" as const), address }),
  fc.record({ kind: fc.constant("unlock" as const), address, channel }),
);
const replies = { rule: replyRule, frames: reply.map(encodeWklyReply) };
const requests = { rule: requestRule, frames: request.map(encodeWklyRequest) };

describe("WKLY frames", () => {
  test("every WKLY reply round-trips", () => {
    fc.assert(
      fc.property(reply, (value) => {
        expect(decodeWklyReply(encodeWklyReply(value))).toEqual(value);
      }),
    );
  });

  test("every WKLY request round-trips", () => {
    fc.assert(
      fc.property(request, (value) => {
        expect(decodeWklyRequest(encodeWklyRequest(value))).toEqual(value);
      }),
    );
  });
});

describe("a stream of WKLY frames", () => {
  test("gives the same WKLY replies however its bytes are cut and joined", () => expectSameHoweverCut(replies));
  test("gives the same WKLY requests however its bytes are cut and joined", () => expectSameHoweverCut(requests));
  test("gives two WKLY replies whole at each place of a cut", () => expectWholeAtEveryCut(replies));
  test("gives every good WKLY reply from between garbage in which no frame hides", () => expectFoundInGarbage(replies));
  test("loses no WKLY reply behind one that was cut off", () => expectNothingLostBehindCutOff(replies));
  test("loses no WKLY reply behind one that is damaged at any byte", () => expectNothingLostBehindDamage(replies));
  test("loses no WKLY request behind one that is damaged at any byte", () => expectNothingLostBehindDamage(requests));
  test("accounts for every byte among WKLY replies", () => {
    expectEveryByteAccounted(replyRule, [0x57, 0x4b, 0x4c, 0x59, 0x0b, 0x82, 0x84]);
  });

  test.each([
    "57 4B 4C 59 0B 00 82 00 01 00 81",
    "57 4B 4C 59 0A 00 85 01 01 86",
    `57 4B 4C 59 22 00 84 00 18 ${"00 ".repeat(24)}B7`,
  ])("loses no good WKLY reply behind %s with any byte damaged, and lets no damaged one pass", (text) => {
    for (const good of ["57 4B 4C 59 0B 00 83 00 01 00 80", "57 4B 4C 59 0A 00 85 02 00 84"]) {
      expect(countPassedDamages(replyRule, bytes(text), bytes(good))).toBe(0);
    }
  });

  test.each(["57", "57 4B", "57 4B 4C", "57 4B 4C 59", "57 4B 4C 59 0B 00"])(
    "finds the frame behind a beginning that was sent twice: %s",
    (start) => {
      const frame = "57 4B 4C 59 0A 00 85 01 01 86";
      expect(framesOf(replyRule, bytes(`${start} ${frame}`)).map(hex)).toEqual([frame]);
    },
  );

  test("gives a report that lands between a request and its reply as a frame of its own", () => {
    const [report, answer] = [bytes("57 4B 4C 59 0A 00 85 02 00 84"), bytes("57 4B 4C 59 0B 00 82 00 01 00 81")];
    const deframer = new Deframer(replyRule);
    expect(deframer.push(joined([report, answer.slice(0, 3)])).frames.map(hex)).toEqual([hex(report)]);
    expect(deframer.push(joined([answer.slice(3), report])).frames.map(hex)).toEqual([hex(answer), hex(report)]);
  });

  test("does not wait for a length that its command cannot have", () => {
    const frame = "57 4B 4C 59 0A 00 85 01 01 86";
    const deframer = new Deframer(replyRule);
    const { frames } = deframer.push(bytes(`57 4B 4C 59 FF 00 84 00 18 ${frame}`));
    expect(frames.map(hex)).toEqual([frame]);
  });
});
