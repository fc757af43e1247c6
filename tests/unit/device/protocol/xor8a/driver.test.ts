import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { xor8aDriver } from "#device/protocol/xor8a/driver.ts";
import {
  decodeXor8aReply,
  encodeXor8aContact,
  encodeXor8aStatus,
  statusBytesOf,
} from "#device/protocol/xor8a/replies.ts";
import { decodeXor8aRequest } from "#device/protocol/xor8a/requests.ts";
import { xor8aFamily } from "#device/simulator/families/xor8aFamily.ts";
import { boardBench } from "#tests/support/boardBench.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const address = fc.integer({ min: 1, max: 32 });
const byteOrder = fc.constantFrom("firstByteFirst" as const, "lastByteFirst" as const);
const place = fc.record({ address, channels: fc.integer({ min: 1, max: 50 }), byteOrder });
const placeAndChannel = place.chain((board) =>
  fc.record({ board: fc.constant(board), channel: fc.integer({ min: 1, max: board.channels }) }),
);

describe("the XOR-8A driver", () => {
  test("sends nothing but the query of all channels and the unlock of one", () => {
    fc.assert(
      fc.property(placeAndChannel, ({ board, channel }) => {
        const status = { kind: "status", address: board.address };
        const unlock = { kind: "unlock", address: board.address, channel };
        expect(decodeXor8aRequest(xor8aDriver.statusRequest(board).bytes)).toEqual(status);
        expect(decodeXor8aRequest(xor8aDriver.unlockRequest(board, channel).bytes)).toEqual(unlock);
        for (const probe of xor8aDriver.probeRequests(board.address))
          expect(decodeXor8aRequest(probe.bytes)).toEqual(status);
        expect(xor8aDriver.startFrames).toBeUndefined();
      }),
    );
  });

  test("reads every door of a simulated XOR-8A board, for each byte order", () => {
    fc.assert(
      fc.property(place, fc.uniqueArray(fc.integer({ min: 1, max: 50 })), (board, open) => {
        const request = xor8aDriver.statusRequest(board);
        const reply = xor8aFamily.answer(request.bytes, boardBench({ ...board, open })) ?? bytes("00");
        const expected = Array.from({ length: board.channels }, (_, index) => !open.includes(index + 1));
        expect(request.accept(reply)?.map(({ saysClosed }) => saysClosed)).toEqual(expected);
        expect(xor8aDriver.probeRequests(board.address)[0]?.accept(reply)).toEqual({
          channels: board.channels <= 24 ? 24 : 50,
        });
      }),
    );
  });

  test("never takes a frame that equals the request for its reply", () => {
    fc.assert(
      fc.property(placeAndChannel, ({ board, channel }) => {
        const requests = [
          xor8aDriver.statusRequest(board),
          xor8aDriver.unlockRequest(board, channel),
          ...xor8aDriver.probeRequests(board.address),
        ];
        for (const request of requests) expect(request.accept(request.bytes.slice())).toBeUndefined();
      }),
    );
  });

  test("leaves a channel without a bit undefined, whichever end it lacks", () => {
    const short = encodeXor8aStatus(1, [0xff, 0x01]);
    const asked = { address: 1, channels: 24 };
    const last = xor8aDriver.statusRequest({ ...asked, byteOrder: "lastByteFirst" }).accept(short) ?? [];
    const first = xor8aDriver.statusRequest({ ...asked, byteOrder: "firstByteFirst" }).accept(short) ?? [];
    const none = new Array(8).fill(undefined);
    const mixed = [true, ...new Array(7).fill(false)];
    const set = new Array(8).fill(true);
    expect(last.map(({ saysClosed }) => saysClosed)).toEqual([...mixed, ...set, ...none]);
    expect(first.map(({ saysClosed }) => saysClosed)).toEqual([...set, ...mixed, ...none]);
    expect(last.every(({ saysOccupied }) => saysOccupied === undefined)).toBe(true);
  });

  test("does not take another board's status, another channel's unlock or another kind of reply", () => {
    const board = { address: 2, channels: 24, byteOrder: "lastByteFirst" } as const;
    const status = encodeXor8aStatus(3, [0, 0, 1]);
    expect(xor8aDriver.statusRequest(board).accept(status)).toBeUndefined();
    expect(xor8aDriver.probeRequests(2)[0]?.accept(status)).toBeUndefined();
    const unlock = xor8aDriver.unlockRequest(board, 5);
    for (const [from, channel] of [
      [3, 5],
      [2, 6],
    ] as const) {
      const contact = { address: from, channel, isContactMade: false };
      expect(unlock.accept(encodeXor8aContact("unlock", contact))).toBeUndefined();
    }
    expect(
      unlock.accept(encodeXor8aContact("channel", { address: 2, channel: 5, isContactMade: false })),
    ).toBeUndefined();
    expect(unlock.accept(encodeXor8aStatus(2, [0, 0, 1]))).toBeUndefined();
  });

  test.each([
    { address: 0, channels: 8 },
    { address: 33, channels: 8 },
    { address: 1, channels: 0 },
    { address: 1, channels: 51 },
  ])("refuses to make XOR-8A requests for $address with $channels channels", (wrong) => {
    const board = { ...wrong, byteOrder: "lastByteFirst" } as const;
    expect(() => xor8aDriver.statusRequest(board)).toThrow(/xor8a/);
    expect(() => xor8aDriver.unlockRequest(board, 1)).toThrow(/xor8a/);
  });

  test("puts XOR-8A frames in words", () => {
    const { describe: words } = xor8aDriver;
    expect(words(bytes("8A 01 03 11 99"), "sent")).toBe("unlock board 1 channel 3");
    expect(words(bytes("80 01 00 33 B2"), "sent")).toBe("ask status of board 1");
    expect(words(bytes("8A 01 00 11 9A"), "sent")).toBe("unlockAll board 1, never sent by this kiosk");
    expect(words(bytes("80 01 00 00 02 33 B0"), "received")).toBe("status board 1: bytes 00 00 02");
    expect(words(bytes("8A 01 01 00 8A"), "received")).toBe("unlock noted, board 1 channel 1: no contact");
    expect(words(bytes("80 01 01 11 91"), "received")).toBe("status, board 1 channel 1: contact made");
    expect(words(bytes("8A 01 01 00 8B"), "received")).toBeUndefined();
  });
});

describe("XOR-8A replies", () => {
  test("every XOR-8A reply round-trips", () => {
    const bits = fc.array(fc.integer({ min: 0, max: 0xff }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(address, bits, (from, statusBytes) => {
        const reply = { kind: "status", address: from, statusBytes };
        expect(decodeXor8aReply(encodeXor8aStatus(from, statusBytes))).toEqual(reply);
      }),
    );
    const contact = fc.record({ address, channel: fc.integer({ min: 1, max: 50 }), isContactMade: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom("channel" as const, "unlock" as const), contact, (kind, value) => {
        expect(decodeXor8aReply(encodeXor8aContact(kind, value))).toEqual({ kind, ...value });
      }),
    );
  });

  test("eight or more status bytes are no reply", () => {
    expect(decodeXor8aReply(encodeXor8aStatus(1, new Array(8).fill(0)))).toBeUndefined();
    expect(decodeXor8aReply(encodeXor8aStatus(1, []))).toBeUndefined();
  });

  test("the first byte holds the first channels, or the last one does", () => {
    expect(statusBytesOf([1, 10], 3, { byteOrder: "firstByteFirst" })).toEqual([1, 2, 0]);
    expect(statusBytesOf([1, 10], 3, { byteOrder: "lastByteFirst" })).toEqual([0, 2, 1]);
  });
});

describe("a simulated XOR-8A board", () => {
  test("answers an unlock with the contact after the pulse", () => {
    const request = xor8aDriver.unlockRequest({ address: 1, channels: 8, byteOrder: "lastByteFirst" }, 1);
    const free = boardBench({ address: 1, channels: 8 });
    expect(hex(xor8aFamily.answer(request.bytes, free) ?? bytes("00"))).toBe("8A 01 01 00 8A");
    expect(free.pulses).toEqual([1]);
    const jammed = boardBench({ address: 1, channels: 8, jammed: [1] });
    expect(hex(xor8aFamily.answer(request.bytes, jammed) ?? bytes("00"))).toBe("8A 01 01 11 9B");
  });

  test("is silent for another XOR-8A address and for a channel that it lacks", () => {
    const board = boardBench({ address: 2, channels: 8 });
    expect(xor8aFamily.answer(bytes("80 01 00 33 B2"), board)).toBeUndefined();
    expect(xor8aFamily.answer(bytes("8A 01 01 11 9B"), board)).toBeUndefined();
    expect(xor8aFamily.answer(bytes("8A 02 09 11 90"), board)).toBeUndefined();
    expect(board.pulses).toEqual([]);
  });

  test("puts a wrong address into its XOR-8A replies while that fault is on", () => {
    const board = boardBench({ address: 1, channels: 8, replyAddress: 7, open: [1, 2, 3, 4, 5, 6, 7, 8] });
    expect(hex(xor8aFamily.answer(bytes("80 01 00 33 B2"), board) ?? bytes("00"))).toBe("80 07 00 00 00 33 B4");
  });
});
