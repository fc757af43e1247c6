import { describe, expect, test } from "vitest";
import { wklyDriver } from "#device/protocol/wkly/driver.ts";
import { encodeWklyFrame, replyRule } from "#device/protocol/wkly/frames.ts";
import { decodeWklyReply, encodeWklyReply, type WklyReply } from "#device/protocol/wkly/replies.ts";
import { decodeWklyRequest } from "#device/protocol/wkly/requests.ts";
import { wklyFamily } from "#device/simulator/families/wklyFamily.ts";
import { boardBench } from "#tests/support/boardBench.ts";
import { framesOf } from "#tests/support/frameStreams.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const place = { address: 0, channels: 24, byteOrder: "firstByteFirst" } as const;
const allOpen = `57 4B 4C 59 22 00 84 00 18 ${"00 ".repeat(24)}B7`;

describe("WKLY vectors of requests", () => {
  test("W1: channel 1 of board 0 is unlocked with 57 4B 4C 59 09 00 82 01 83", () => {
    expect(hex(wklyDriver.unlockRequest(place, 1).bytes)).toBe("57 4B 4C 59 09 00 82 01 83");
    expect(decodeWklyRequest(bytes("57 4B 4C 59 09 00 82 01 83"))).toEqual({ kind: "unlock", address: 0, channel: 1 });
  });

  test("W3: 57 4B 4C 59 09 00 83 01 82 asks a board for its channel 1", () => {
    const frame = bytes("57 4B 4C 59 09 00 83 01 82");
    expect(decodeWklyRequest(frame)).toEqual({ kind: "channelStatus", address: 0, channel: 1 });
    const board = boardBench({ address: 0, channels: 24, open: [1] });
    expect(hex(wklyFamily.answer(frame, board) ?? bytes("00"))).toBe("57 4B 4C 59 0B 00 83 00 01 00 80");
  });

  test("W5: all doors of board 0 are asked for with 57 4B 4C 59 08 00 84 85", () => {
    expect(hex(wklyDriver.statusRequest(place).bytes)).toBe("57 4B 4C 59 08 00 84 85");
    expect(wklyDriver.probeRequests(0).map((request) => hex(request.bytes))).toEqual(["57 4B 4C 59 08 00 84 85"]);
  });

  test.each([
    { name: "W10", request: "57 4B 4C 59 08 00 86 87", reply: "57 4B 4C 59 09 00 86 00 86", pulses: [1, 2, 3, 4] },
    {
      name: "W11",
      request: "57 4B 4C 59 0C 00 80 03 01 02 03 86",
      reply: "57 4B 4C 59 09 00 80 00 80",
      pulses: [1, 2, 3],
    },
    {
      name: "W12",
      request: "57 4B 4C 59 0C 00 87 03 01 02 03 81",
      reply: "57 4B 4C 59 09 00 87 00 87",
      pulses: [1, 2, 3],
    },
    { name: "W15", request: "57 4B 4C 59 09 00 81 01 80", reply: "57 4B 4C 59 0A 00 81 00 01 83", pulses: [1] },
  ])("$name: $request moves locks, and a board answers $reply", ({ request, reply, pulses }) => {
    expect(wklyFamily.isUnlock(bytes(request))).toBe(true);
    const board = boardBench({ address: 0, channels: 4 });
    expect(hex(wklyFamily.answer(bytes(request), board) ?? bytes("00"))).toBe(reply);
    expect(board.pulses).toEqual(pulses);
    expect(decodeWklyReply(bytes(reply))?.kind).toBe("done");
    expect(wklyDriver.unlockRequest({ ...place, channels: 4 }, 1).accept(bytes(reply))).toBeUndefined();
  });

  test("unlock all is understood with a byte of data too, as one source sends it", () => {
    expect(decodeWklyRequest(encodeWklyFrame(0, 0x86, [1]))).toEqual({ kind: "unlockAll", address: 0, command: 0x86 });
  });

  test("powering a channel moves a lock and cutting its power does not", () => {
    expect(wklyFamily.isUnlock(encodeWklyFrame(0, 0x88, [1]))).toBe(true);
    expect(wklyFamily.isUnlock(encodeWklyFrame(0, 0x89, [1]))).toBe(false);
  });

  test("a list of channels with a wrong count is not understood", () => {
    expect(decodeWklyRequest(encodeWklyFrame(0, 0x80, [2, 1]))).toBeUndefined();
  });
});

describe("WKLY vectors of replies", () => {
  const replies: readonly { name: string; text: string; reply: WklyReply }[] = [
    {
      name: "W2",
      text: "57 4B 4C 59 0B 00 82 00 01 00 81",
      reply: { kind: "unlock", address: 0, channel: 1, door: "open" },
    },
    {
      name: "W4",
      text: "57 4B 4C 59 0B 00 83 00 01 00 80",
      reply: { kind: "channel", address: 0, channel: 1, door: "open" },
    },
    { name: "W6", text: allOpen, reply: { kind: "status", address: 0, doors: new Array(24).fill("open") } },
    {
      name: "W8",
      text: "57 4B 4C 59 0A 00 85 01 01 86",
      reply: { kind: "report", address: 0, channel: 1, door: "closed" },
    },
    {
      name: "W9",
      text: "57 4B 4C 59 0A 00 85 02 00 84",
      reply: { kind: "report", address: 0, channel: 2, door: "open" },
    },
    { name: "W10", text: "57 4B 4C 59 09 00 86 00 86", reply: { kind: "done", address: 0, command: 0x86 } },
    { name: "W11", text: "57 4B 4C 59 09 00 80 00 80", reply: { kind: "done", address: 0, command: 0x80 } },
    { name: "W12", text: "57 4B 4C 59 09 00 87 00 87", reply: { kind: "done", address: 0, command: 0x87 } },
    { name: "W13", text: "57 4B 4C 59 09 00 80 FF 7F", reply: { kind: "failed", address: 0, command: 0x80 } },
    {
      name: "W15",
      text: "57 4B 4C 59 0A 00 81 00 01 83",
      reply: { kind: "done", address: 0, command: 0x81, channel: 1 },
    },
  ];

  test.each(replies)("$name: the reply $text is read and written", ({ text, reply }) => {
    expect(decodeWklyReply(bytes(text))).toEqual(reply);
    expect(hex(encodeWklyReply(reply))).toBe(text);
    expect(framesOf(replyRule, bytes(text)).map(hex)).toEqual([text]);
  });

  test.each(replies)("$name: the reply $text with its last byte wrong is refused", ({ text }) => {
    const frame = bytes(text);
    frame[frame.length - 1] = (frame.at(-1) ?? 0) ^ 0x01;
    expect(decodeWklyReply(frame)).toBeUndefined();
    expect(framesOf(replyRule, frame)).toEqual([]);
  });

  test("W2 tells nothing but that the unlock was noted; W6 tells 24 doors", () => {
    expect(wklyDriver.unlockRequest(place, 1).accept(bytes("57 4B 4C 59 0B 00 82 00 01 00 81"))).toBe("noted");
    const bits = wklyDriver.statusRequest(place).accept(bytes(allOpen));
    expect(bits).toEqual(new Array(24).fill({ saysClosed: false, saysOccupied: undefined }));
    expect(wklyDriver.probeRequests(0)[0]?.accept(bytes(allOpen))).toEqual({ channels: 24 });
  });

  test("W8 and W9 are reports that nobody asked for", () => {
    const closed = { address: 0, channel: 1, bits: { saysClosed: true, saysOccupied: undefined } };
    const open = { address: 0, channel: 2, bits: { saysClosed: false, saysOccupied: undefined } };
    expect(wklyDriver.readReport?.(bytes("57 4B 4C 59 0A 00 85 01 01 86"))).toEqual(closed);
    expect(wklyDriver.readReport?.(bytes("57 4B 4C 59 0A 00 85 02 00 84"))).toEqual(open);
    expect(wklyDriver.readReport?.(bytes("57 4B 4C 59 0B 00 83 00 01 00 80"))).toBeUndefined();
  });

  test("a simulated board reports a door with W8 and W9", () => {
    const board = boardBench({ address: 0, channels: 24, open: [2] });
    expect(hex(wklyFamily.report?.(board, 1) ?? bytes("00"))).toBe("57 4B 4C 59 0A 00 85 01 01 86");
    expect(hex(wklyFamily.report?.(board, 2) ?? bytes("00"))).toBe("57 4B 4C 59 0A 00 85 02 00 84");
  });
});
