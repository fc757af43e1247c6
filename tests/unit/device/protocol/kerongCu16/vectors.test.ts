import { describe, expect, test } from "vitest";
import { kerongCu16Driver } from "#device/protocol/kerongCu16/driver.ts";
import { decodeCu16Reply, encodeCu16Status, encodeCu16UnlockNoted } from "#device/protocol/kerongCu16/replies.ts";
import { decodeCu16Request, encodeCu16Request } from "#device/protocol/kerongCu16/requests.ts";
import { bytes, hex } from "#tests/support/hex.ts";

describe("CU16 vectors", () => {
  test("K1: the status of board 0 is asked for with 02 00 30 03 35", () => {
    expect(hex(encodeCu16Request({ kind: "status", address: 0 }))).toBe("02 00 30 03 35");
    expect(decodeCu16Request(bytes("02 00 30 03 35"))).toEqual({ kind: "status", address: 0 });
  });

  test("K2: lock 1 of board 0 is unlocked with 02 00 31 03 36", () => {
    expect(hex(encodeCu16Request({ kind: "unlock", address: 0, channel: 1 }))).toBe("02 00 31 03 36");
    expect(decodeCu16Request(bytes("02 00 31 03 36"))).toEqual({ kind: "unlock", address: 0, channel: 1 });
  });

  test("the board is the high nibble and the lock the low one", () => {
    expect(hex(encodeCu16Request({ kind: "unlock", address: 3, channel: 16 }))).toBe("02 3F 31 03 75");
  });

  test.each(["02 00 32 03 37", "02 F0 32 03 27", "02 00 33 03 38"])(
    "K4, K5: %s speaks to all and is never understood",
    (frame) => {
      expect(decodeCu16Request(bytes(frame))).toBeUndefined();
    },
  );

  test("the address that means all boards cannot be encoded", () => {
    expect(() => encodeCu16Request({ kind: "status", address: 15 })).toThrow(/no board address 15/);
    expect(() => encodeCu16Request({ kind: "unlock", address: 0, channel: 17 })).toThrow(/no channel 17/);
    expect(() => encodeCu16Request({ kind: "unlock", address: 0, channel: 0 })).toThrow(/no channel 0/);
  });

  test("K6: 02 00 35 FE FF 01 00 03 38 says that lock 1 is open, the rest shut, and something lies in 1", () => {
    const reply = decodeCu16Reply(bytes("02 00 35 FE FF 01 00 03 38"));
    if (reply?.kind !== "status") throw new Error("not a status");
    expect(reply).toEqual({ kind: "status", address: 0, hookBits: 0xfffe, infraredBits: 1 });
    const place = { address: 0, channels: 16, byteOrder: "lastByteFirst" } as const;
    const channels = kerongCu16Driver.statusRequest(place).accept(bytes("02 00 35 FE FF 01 00 03 38"));
    expect(channels).toHaveLength(16);
    expect(channels?.[0]).toEqual({ saysClosed: false, saysOccupied: true });
    expect(channels?.[1]).toEqual({ saysClosed: true, saysOccupied: false });
    expect(channels?.[15]).toEqual({ saysClosed: true, saysOccupied: false });
    expect(hex(encodeCu16Status(reply))).toBe("02 00 35 FE FF 01 00 03 38");
  });

  test("a status reply that names a lock is not the reply of a board", () => {
    expect(decodeCu16Reply(bytes("02 01 35 FE FF 01 00 03 39"))).toBeUndefined();
  });

  test("the optional answer to an unlock is known and means nothing about the door", () => {
    expect(decodeCu16Reply(encodeCu16UnlockNoted(0x21))).toEqual({ kind: "unlockNoted", place: 0x21 });
  });

  test("a wrong sum makes a frame meaningless", () => {
    expect(decodeCu16Reply(bytes("02 00 35 FE FF 01 00 03 39"))).toBeUndefined();
    expect(decodeCu16Request(bytes("02 00 31 03 37"))).toBeUndefined();
  });
});
