import { describe, expect, test } from "vitest";
import { xor8aDriver } from "#device/protocol/xor8a/driver.ts";
import { replyRule } from "#device/protocol/xor8a/frames.ts";
import { decodeXor8aReply, encodeXor8aContact, encodeXor8aStatus } from "#device/protocol/xor8a/replies.ts";
import { decodeXor8aRequest } from "#device/protocol/xor8a/requests.ts";
import { xor8aFamily } from "#device/simulator/families/xor8aFamily.ts";
import { boardBench } from "#tests/support/boardBench.ts";
import { framesOf } from "#tests/support/frameStreams.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const place = { address: 1, channels: 8, byteOrder: "lastByteFirst" } as const;

describe("XOR-8A vectors of requests", () => {
  test("X1: channel 1 of board 1 is unlocked with 8A 01 01 11 9B", () => {
    expect(hex(xor8aDriver.unlockRequest(place, 1).bytes)).toBe("8A 01 01 11 9B");
    expect(decodeXor8aRequest(bytes("8A 01 01 11 9B"))).toEqual({ kind: "unlock", address: 1, channel: 1 });
  });

  test("the checks of the first twelve unlocks of board 1 are 9B 98 99 9E 9F 9C 9D 92 93 90 91 96", () => {
    const checks = "9B 98 99 9E 9F 9C 9D 92 93 90 91 96".split(" ");
    for (const [index, check] of checks.entries()) {
      const request = xor8aDriver.unlockRequest({ ...place, channels: 12 }, index + 1);
      expect(hex(request.bytes.slice(-1))).toBe(check);
    }
  });

  test("X3: 8A 01 00 11 9A is understood by a board as unlock all, and channel 0 cannot be asked for", () => {
    expect(decodeXor8aRequest(bytes("8A 01 00 11 9A"))).toEqual({ kind: "unlockAll", address: 1 });
    const board = boardBench({ address: 1, channels: 3 });
    expect(xor8aFamily.answer(bytes("8A 01 00 11 9A"), board)).toBeUndefined();
    expect(board.pulses).toEqual([1, 2, 3]);
    expect(() => xor8aDriver.unlockRequest(place, 0)).toThrow(/no channel 0/);
  });

  test("X4: 80 01 01 33 B3 asks a board for its channel 1", () => {
    expect(decodeXor8aRequest(bytes("80 01 01 33 B3"))).toEqual({ kind: "channelStatus", address: 1, channel: 1 });
    const board = boardBench({ address: 1, channels: 8, open: [2] });
    expect(hex(xor8aFamily.answer(bytes("80 01 01 33 B3"), board) ?? bytes("00"))).toBe("80 01 01 11 91");
  });

  test("X6: all channels of board 1 are asked for with 80 01 00 33 B2", () => {
    expect(hex(xor8aDriver.statusRequest(place).bytes)).toBe("80 01 00 33 B2");
    expect(xor8aDriver.probeRequests(1).map((request) => hex(request.bytes))).toEqual(["80 01 00 33 B2"]);
    expect(decodeXor8aRequest(bytes("80 01 00 33 B2"))).toEqual({ kind: "status", address: 1 });
  });

  test("X10: 90 01 02 02 02 93 is understood by a board as unlock 2, 10 and 18", () => {
    const frame = bytes("90 01 02 02 02 93");
    expect(decodeXor8aRequest(frame)).toEqual({ kind: "unlockSeveral", address: 1, channels: [2, 10, 18] });
    const board = boardBench({ address: 1, channels: 24 });
    expect(xor8aFamily.answer(frame, board)).toBeUndefined();
    expect(board.pulses).toEqual([2, 10, 18]);
  });

  test("the unlock of several on a board with 50 channels has seven bytes of channels", () => {
    const frame = bytes("90 01 01 00 00 00 00 00 02 92");
    expect(decodeXor8aRequest(frame)).toEqual({ kind: "unlockSeveral", address: 1, channels: [1, 50] });
  });

  test("X11: 9A 01 01 11 8B is understood by a board as power for channel 1 until told otherwise", () => {
    expect(decodeXor8aRequest(bytes("9A 01 01 11 8B"))).toEqual({ kind: "hold", address: 1, channel: 1, isOn: true });
    expect(xor8aFamily.isUnlock(bytes("9A 01 01 11 8B"))).toBe(true);
    expect(xor8aFamily.isUnlock(bytes("9B 01 01 11 8A"))).toBe(false);
  });

  test("X14: 8A 01 01 11 03 98 is understood by a board as an unlock for 3 seconds", () => {
    const request = { kind: "timedUnlock", address: 1, channel: 1, seconds: 3 };
    expect(decodeXor8aRequest(bytes("8A 01 01 11 03 98"))).toEqual(request);
  });

  test("X-bad: 8A 01 01 11 9A has a wrong check and means nothing to anybody", () => {
    const frame = bytes("8A 01 01 11 9A");
    expect(decodeXor8aRequest(frame)).toBeUndefined();
    expect(decodeXor8aReply(frame)).toBeUndefined();
    expect(framesOf(replyRule, frame)).toEqual([]);
    expect(framesOf(xor8aFamily.requestRule, frame)).toEqual([]);
    expect(xor8aDriver.unlockRequest(place, 1).accept(frame)).toBeUndefined();
  });

  test.each(["9D 01 01 33", "80 01 00 99 18", "82 01 00 22 A1"])("%s is of no use and is not understood", (text) => {
    expect(decodeXor8aRequest(bytes(text))).toBeUndefined();
    expect(framesOf(replyRule, bytes(text))).toEqual([]);
  });
});

describe("XOR-8A vectors of replies", () => {
  test("X2: 8A 01 01 00 8A answers an unlock and says nothing about the door", () => {
    const frame = bytes("8A 01 01 00 8A");
    const contact = { address: 1, channel: 1, isContactMade: false };
    expect(decodeXor8aReply(frame)).toEqual({ kind: "unlock", ...contact });
    expect(hex(encodeXor8aContact("unlock", contact))).toBe(hex(frame));
    expect(xor8aDriver.unlockRequest(place, 1).accept(frame)).toBe("noted");
  });

  test.each([
    ["80 01 01 11 91", true],
    ["80 01 01 00 80", false],
  ])("X5: %s answers the query of one channel", (text, isContactMade) => {
    const contact = { address: 1, channel: 1, isContactMade };
    expect(decodeXor8aReply(bytes(text))).toEqual({ kind: "channel", ...contact });
    expect(hex(encodeXor8aContact("channel", contact))).toBe(text);
  });

  test("X7: 80 01 00 00 00 33 B2 from a board with 8 channels says that no contact is made", () => {
    const frame = bytes("80 01 00 00 00 33 B2");
    expect(decodeXor8aReply(frame)).toEqual({ kind: "status", address: 1, statusBytes: [0, 0, 0] });
    const bits = xor8aDriver.statusRequest(place).accept(frame);
    expect(bits?.map(({ saysClosed }) => saysClosed)).toEqual(new Array(8).fill(false));
    expect(framesOf(replyRule, frame).map(hex)).toEqual([hex(frame)]);
  });

  test("X8: in 80 01 00 00 02 33 B0 channel 2 makes contact when the last byte is the first", () => {
    const frame = bytes("80 01 00 00 02 33 B0");
    expect(hex(encodeXor8aStatus(1, [0, 0, 2]))).toBe(hex(frame));
    expect(closedIn(frame, "lastByteFirst")).toEqual([2]);
    expect(closedIn(frame, "firstByteFirst")).toEqual([18]);
  });

  test("in 80 01 00 00 20 33 92 bit 5 is channel 6", () => {
    expect(closedIn(bytes("80 01 00 00 20 33 92"), "lastByteFirst")).toEqual([6]);
  });

  test("garbage before a reply is skipped: FA FD 99 99 80 01 00 00 02 33 B0", () => {
    const frames = framesOf(replyRule, bytes("FA FD 99 99 80 01 00 00 02 33 B0"));
    expect(frames.map(hex)).toEqual(["80 01 00 00 02 33 B0"]);
  });
});

function closedIn(frame: Uint8Array, byteOrder: "firstByteFirst" | "lastByteFirst"): number[] {
  const bits = xor8aDriver.statusRequest({ address: 1, channels: 24, byteOrder }).accept(frame) ?? [];
  return bits.flatMap(({ saysClosed }, index) => (saysClosed === true ? [index + 1] : []));
}
