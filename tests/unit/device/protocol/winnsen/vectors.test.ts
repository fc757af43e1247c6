import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { winnsenDriver } from "#device/protocol/winnsen/driver.ts";
import { replyRule, requestRule } from "#device/protocol/winnsen/frames.ts";
import { decodeWinnsenReply, encodeWinnsenReply } from "#device/protocol/winnsen/replies.ts";
import { decodeWinnsenRequest, encodeWinnsenRequest } from "#device/protocol/winnsen/requests.ts";
import { winnsenFamily } from "#device/simulator/families/winnsenFamily.ts";
import { boardBench } from "#tests/support/boardBench.ts";
import { framesOf } from "#tests/support/frameStreams.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const place = { address: 1, channels: 16, byteOrder: "firstByteFirst" } as const;

describe("Winnsen vectors", () => {
  test("N1: lock 5 of station 1 is opened with 90 06 05 01 05 03", () => {
    expect(hex(winnsenDriver.unlockRequest(place, 5).bytes)).toBe("90 06 05 01 05 03");
    expect(decodeWinnsenRequest(bytes("90 06 05 01 05 03"))).toEqual({ kind: "unlock", station: 1, channel: 5 });
    expect(winnsenFamily.isUnlock(bytes("90 06 05 01 05 03"))).toBe(true);
  });

  test("N2: 90 07 85 01 05 01 03 notes the unlock and a simulated board sends it", () => {
    const frame = bytes("90 07 85 01 05 01 03");
    expect(decodeWinnsenReply(frame)).toEqual({ kind: "unlock", station: 1, channel: 5, isDone: true });
    expect(winnsenDriver.unlockRequest(place, 5).accept(frame)).toBe("noted");
    const board = boardBench({ address: 1, channels: 16 });
    expect(hex(winnsenFamily.answer(bytes("90 06 05 01 05 03"), board) ?? bytes("00"))).toBe(hex(frame));
    expect(board.pulses).toEqual([5]);
  });

  test("N4: doors 1 to 12 of station 2 are asked for with 90 07 02 02 FF 0F 03", () => {
    const request = winnsenDriver.statusRequest({ ...place, address: 2, channels: 12 });
    expect(hex(request.bytes)).toBe("90 07 02 02 FF 0F 03");
    expect(decodeWinnsenRequest(request.bytes)).toEqual({ kind: "poll", station: 2, mask: 0x0fff });
    expect(winnsenFamily.isUnlock(request.bytes)).toBe(false);
  });

  test.each([
    { name: "N5", text: "90 07 82 01 01 00 03", mark: 0x80 as const },
    { name: "N7", text: "90 07 A2 01 01 00 03", mark: 0xa0 as const },
  ])("$name: in $text door 1 is open and the rest is closed", ({ text, mark }) => {
    const reply = { kind: "poll", station: 1, openBits: 1 } as const;
    expect(decodeWinnsenReply(bytes(text))).toEqual(reply);
    expect(hex(encodeWinnsenReply(reply, mark))).toBe(text);
    const bits = winnsenDriver.statusRequest(place).accept(bytes(text));
    expect(bits?.map(({ saysClosed }) => saysClosed)).toEqual([false, ...new Array(15).fill(true)]);
    expect(winnsenDriver.probeRequests(1)[0]?.accept(bytes(text))).toEqual({ channels: 16 });
  });

  test("an unlock is noted with the other reply code too", () => {
    expect(winnsenDriver.unlockRequest(place, 5).accept(bytes("90 07 A5 01 05 01 03"))).toBe("noted");
  });

  test("a door that is not seen open yet makes an unlock noted, never refused", () => {
    expect(winnsenDriver.unlockRequest(place, 5).accept(bytes("90 07 85 01 05 00 03"))).toBe("noted");
  });

  test.each([
    ["another length", "90 08 82 01 01 00 03"],
    ["another end", "90 07 82 01 01 00 04"],
    ["another start", "91 07 82 01 01 00 03"],
    ["another function", "90 07 92 01 01 00 03"],
    ["the request's function", "90 07 02 01 FF FF 03"],
    ["a station that no switch can set", "90 07 82 10 01 00 03"],
    ["a byte too few", "90 07 82 01 01 03"],
  ])("a reply with %s is refused: %s", (_what, text) => {
    expect(framesOf(replyRule, bytes(text))).toEqual([]);
    expect(winnsenDriver.statusRequest(place).accept(bytes(text))).toBeUndefined();
  });

  test.each([
    ["another station", "90 07 85 02 05 01 03"],
    ["another lock", "90 07 85 01 06 01 03"],
    ["a status that does not exist", "90 07 85 01 05 02 03"],
    ["the answer to a poll", "90 07 82 01 05 01 03"],
  ])("an unlock of lock 5 at station 1 does not take %s for its reply", (_what, text) => {
    expect(winnsenDriver.unlockRequest(place, 5).accept(bytes(text))).toBeUndefined();
  });

  test("a poll does not take another station's reply or the answer to an unlock", () => {
    const { accept } = winnsenDriver.statusRequest(place);
    expect(accept(bytes("90 07 82 02 01 00 03"))).toBeUndefined();
    expect(accept(bytes("90 07 85 01 01 00 03"))).toBeUndefined();
    expect(winnsenDriver.probeRequests(1)[0]?.accept(bytes("90 07 82 02 01 00 03"))).toBeUndefined();
  });

  test("a lock beyond 16 is not understood", () => {
    expect(decodeWinnsenRequest(bytes("90 06 05 01 11 03"))).toBeUndefined();
    expect(decodeWinnsenRequest(bytes("90 06 05 01 00 03"))).toBeUndefined();
    expect(framesOf(requestRule, bytes("90 06 12 01 05 03"))).toEqual([]);
  });
});

describe("the Winnsen driver", () => {
  const station = fc.integer({ min: 0, max: 15 });
  const board = fc.record({
    address: station,
    channels: fc.integer({ min: 1, max: 16 }),
    byteOrder: fc.constant("firstByteFirst" as const),
  });

  test("sends nothing but the poll of a station and the unlock of one lock", () => {
    fc.assert(
      fc.property(board, fc.nat(15), (where, index) => {
        const channel = (index % where.channels) + 1;
        const poll = { kind: "poll", station: where.address };
        expect(decodeWinnsenRequest(winnsenDriver.statusRequest(where).bytes)).toMatchObject(poll);
        const unlock = { kind: "unlock", station: where.address, channel };
        expect(decodeWinnsenRequest(winnsenDriver.unlockRequest(where, channel).bytes)).toEqual(unlock);
        for (const probe of winnsenDriver.probeRequests(where.address))
          expect(decodeWinnsenRequest(probe.bytes)).toMatchObject(poll);
        expect(winnsenDriver.startFrames).toBeUndefined();
      }),
    );
  });

  test("reads every door of a simulated Winnsen board", () => {
    fc.assert(
      fc.property(board, fc.uniqueArray(fc.integer({ min: 1, max: 16 })), (where, open) => {
        const request = winnsenDriver.statusRequest(where);
        const reply = winnsenFamily.answer(request.bytes, boardBench({ ...where, open })) ?? bytes("00");
        const expected = Array.from({ length: where.channels }, (_, index) => !open.includes(index + 1));
        expect(request.accept(reply)?.map(({ saysClosed }) => saysClosed)).toEqual(expected);
        expect(request.accept(request.bytes)).toBeUndefined();
      }),
    );
  });

  test("every Winnsen frame round-trips", () => {
    const channel = fc.integer({ min: 1, max: 16 });
    const bits = fc.integer({ min: 0, max: 0xffff });
    const mark = fc.constantFrom(0x80 as const, 0xa0 as const);
    const reply = fc.oneof(
      fc.record({ kind: fc.constant("poll" as const), station, openBits: bits }),
      fc.record({ kind: fc.constant("unlock" as const), station, channel, isDone: fc.boolean() }),
    );
    const request = fc.oneof(
      fc.record({ kind: fc.constant("poll" as const), station, mask: bits }),
      fc.record({ kind: fc.constant("unlock" as const), station, channel }),
    );
    fc.assert(
      fc.property(reply, mark, (value, added) => {
        expect(decodeWinnsenReply(encodeWinnsenReply(value, added))).toEqual(value);
      }),
    );
    fc.assert(
      fc.property(request, (value) => {
        expect(decodeWinnsenRequest(encodeWinnsenRequest(value))).toEqual(value);
      }),
    );
  });

  test.each([
    { address: 16, channels: 16 },
    { address: 0, channels: 17 },
  ])("refuses to make Winnsen requests for $address with $channels channels", (wrong) => {
    const where = { ...wrong, byteOrder: "firstByteFirst" } as const;
    expect(() => winnsenDriver.statusRequest(where)).toThrow(/winnsen/);
    expect(() => winnsenDriver.unlockRequest(where, 1)).toThrow(/winnsen/);
  });

  test("puts Winnsen frames in words", () => {
    const { describe: words } = winnsenDriver;
    expect(words(bytes("90 06 05 01 05 03"), "sent")).toBe("unlock board 1 channel 5");
    expect(words(bytes("90 07 02 02 FF 0F 03"), "sent")).toBe("ask status of board 2");
    expect(words(bytes("90 07 82 01 12 00 03"), "received")).toBe("status board 1: open 2 5");
    expect(words(bytes("90 07 82 01 00 00 03"), "received")).toBe("status board 1: all closed");
    expect(words(bytes("90 07 85 01 05 01 03"), "received")).toBe("unlock board 1 channel 5 noted");
    expect(words(bytes("90 07 82 01 12 00 04"), "received")).toBeUndefined();
  });

  test("is met with silence by another station and by a lock that is not there", () => {
    const small = boardBench({ address: 1, channels: 4 });
    expect(winnsenFamily.answer(bytes("90 06 05 01 05 03"), small)).toBeUndefined();
    expect(winnsenFamily.answer(bytes("90 06 05 02 01 03"), small)).toBeUndefined();
    expect(small.pulses).toEqual([]);
  });
});
