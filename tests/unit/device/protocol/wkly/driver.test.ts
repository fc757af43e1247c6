import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wklyDriver } from "#device/protocol/wkly/driver.ts";
import { encodeWklyFrame } from "#device/protocol/wkly/frames.ts";
import { encodeWklyReply } from "#device/protocol/wkly/replies.ts";
import { decodeWklyRequest } from "#device/protocol/wkly/requests.ts";
import { wklyFamily } from "#device/simulator/families/wklyFamily.ts";
import { boardBench } from "#tests/support/boardBench.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const place = fc.record({
  address: fc.integer({ min: 0, max: 31 }),
  channels: fc.integer({ min: 1, max: 24 }),
  byteOrder: fc.constant("firstByteFirst" as const),
});
const placeAndChannel = place.chain((board) =>
  fc.record({ board: fc.constant(board), channel: fc.integer({ min: 1, max: board.channels }) }),
);
const two = { address: 2, channels: 24, byteOrder: "firstByteFirst" } as const;

describe("the WKLY driver", () => {
  test("sends nothing but commands 84 and 82: nothing opens several, nothing stays powered", () => {
    fc.assert(
      fc.property(placeAndChannel, ({ board, channel }) => {
        const status = { kind: "status", address: board.address };
        const unlock = { kind: "unlock", address: board.address, channel };
        expect(decodeWklyRequest(wklyDriver.statusRequest(board).bytes)).toEqual(status);
        expect(decodeWklyRequest(wklyDriver.unlockRequest(board, channel).bytes)).toEqual(unlock);
        for (const probe of wklyDriver.probeRequests(board.address))
          expect(decodeWklyRequest(probe.bytes)).toEqual(status);
        expect(wklyDriver.startFrames).toBeUndefined();
      }),
    );
  });

  test("reads every door of a simulated WKLY board", () => {
    fc.assert(
      fc.property(place, fc.uniqueArray(fc.integer({ min: 1, max: 24 })), (board, open) => {
        const request = wklyDriver.statusRequest(board);
        const reply = wklyFamily.answer(request.bytes, boardBench({ ...board, open })) ?? bytes("00");
        const expected = Array.from({ length: board.channels }, (_, index) => !open.includes(index + 1));
        expect(request.accept(reply)?.map(({ saysClosed }) => saysClosed)).toEqual(expected);
        expect(wklyDriver.probeRequests(board.address)[0]?.accept(reply)).toEqual({ channels: board.channels });
        expect(request.accept(request.bytes)).toBeUndefined();
      }),
    );
  });

  test("leaves a door undefined that failed or that the reply does not count", () => {
    const reply = encodeWklyReply({ kind: "status", address: 2, doors: ["closed", "failed", "open"] });
    const bits = wklyDriver.statusRequest({ ...two, channels: 4 }).accept(reply);
    expect(bits?.map(({ saysClosed }) => saysClosed)).toEqual([true, undefined, false, undefined]);
  });

  test("has its unlock noted, or refused by a status of FF with or without a channel", () => {
    const { accept } = wklyDriver.unlockRequest(two, 5);
    expect(accept(encodeWklyReply({ kind: "unlock", address: 2, channel: 5, door: "closed" }))).toBe("noted");
    expect(accept(encodeWklyFrame(2, 0x82, [0xff, 5, 0xff]))).toBe("refused");
    expect(accept(encodeWklyFrame(2, 0x82, [0xff, 5]))).toBe("refused");
    expect(accept(encodeWklyFrame(2, 0x82, [0xff]))).toBe("refused");
  });

  test.each([
    ["another board's", encodeWklyFrame(3, 0x82, [0, 5, 0])],
    ["another channel's", encodeWklyFrame(2, 0x82, [0, 6, 0])],
    ["another channel's failed", encodeWklyFrame(2, 0x82, [0xff, 6, 0xff])],
    ["another command's failed", encodeWklyFrame(2, 0x83, [0xff, 5, 0xff])],
    ["a report of this door as its", encodeWklyFrame(2, 0x85, [5, 0])],
    ["a short done", encodeWklyFrame(2, 0x82, [0, 5])],
    ["an unknown status", encodeWklyFrame(2, 0x82, [1, 5, 0])],
    ["an unknown door", encodeWklyFrame(2, 0x82, [0, 5, 2])],
  ])("does not take %s reply for the unlock's", (_whose, frame) => {
    expect(wklyDriver.unlockRequest(two, 5).accept(frame)).toBeUndefined();
  });

  test("does not take a status from another WKLY board, a failed one, or one whose count is wrong", () => {
    const { accept } = wklyDriver.statusRequest(two);
    expect(accept(encodeWklyFrame(3, 0x84, [0, 1, 1]))).toBeUndefined();
    expect(accept(encodeWklyFrame(2, 0x84, [0xff, 1, 1]))).toBeUndefined();
    expect(accept(encodeWklyFrame(2, 0x84, [0, 2, 1]))).toBeUndefined();
    expect(accept(encodeWklyFrame(2, 0x84, [0, 1, 1]))).toHaveLength(24);
  });

  test.each([
    { address: -1, channels: 24 },
    { address: 32, channels: 24 },
    { address: 0, channels: 25 },
  ])("refuses to make WKLY requests for $address with $channels channels", (wrong) => {
    const board = { ...wrong, byteOrder: "firstByteFirst" } as const;
    expect(() => wklyDriver.statusRequest(board)).toThrow(/wkly/);
    expect(() => wklyDriver.unlockRequest(board, 1)).toThrow(/wkly/);
  });

  test("puts WKLY frames in words", () => {
    const { describe: words } = wklyDriver;
    expect(words(bytes("57 4B 4C 59 09 00 82 01 83"), "sent")).toBe("unlock board 0 channel 1");
    expect(words(bytes("57 4B 4C 59 08 00 84 85"), "sent")).toBe("ask status of board 0");
    expect(words(bytes("57 4B 4C 59 08 00 86 87"), "sent")).toBe("unlockAll board 0, never sent by this kiosk");
    const status = encodeWklyReply({ kind: "status", address: 1, doors: ["closed", "open", "failed", "open"] });
    expect(words(status, "received")).toBe("status board 1: open 2 4, failed 3");
    const shut = encodeWklyReply({ kind: "status", address: 1, doors: ["closed", "closed"] });
    expect(words(shut, "received")).toBe("status board 1: all closed");
    expect(words(bytes("57 4B 4C 59 0A 00 85 02 00 84"), "received")).toBe("report board 0 channel 2: open");
    expect(words(bytes("57 4B 4C 59 0B 00 82 00 01 00 81"), "received")).toBe("unlock noted, board 0 channel 1: open");
    expect(words(bytes("57 4B 4C 59 09 00 80 FF 7F"), "received")).toBe("failed, command 80, board 0");
    expect(words(bytes("57 4B 4C 59 09 00 80 FF 7E"), "received")).toBeUndefined();
  });
});

describe("a simulated WKLY board", () => {
  test("opens the door of an unlock and says so, also when the lock is jammed", () => {
    const { bytes: unlock } = wklyDriver.unlockRequest({ ...two, address: 0 }, 1);
    const free = boardBench({ address: 0, channels: 24 });
    expect(hex(wklyFamily.answer(unlock, free) ?? bytes("00"))).toBe("57 4B 4C 59 0B 00 82 00 01 00 81");
    expect(free.pulses).toEqual([1]);
    const jammed = boardBench({ address: 0, channels: 24, jammed: [1] });
    expect(hex(wklyFamily.answer(unlock, jammed) ?? bytes("00"))).toBe("57 4B 4C 59 0B 00 82 00 01 01 80");
  });

  test("refuses a channel that it lacks and is silent for another WKLY address", () => {
    const small = boardBench({ address: 2, channels: 4 });
    const request = wklyDriver.unlockRequest(two, 5);
    expect(request.accept(wklyFamily.answer(request.bytes, small) ?? bytes("00"))).toBe("refused");
    expect(wklyFamily.answer(request.bytes, boardBench({ address: 1, channels: 24 }))).toBeUndefined();
    expect(small.pulses).toEqual([]);
  });
});
