import { describe, expect, test } from "vitest";
import { kerongCu48Driver } from "#device/protocol/kerongCu48/driver.ts";
import { requestRule } from "#device/protocol/kerongCu48/frames.ts";
import { decodeCu48Status, encodeCu48Status } from "#device/protocol/kerongCu48/replies.ts";
import { decodeCu48Request, encodeCu48Request } from "#device/protocol/kerongCu48/requests.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const place = { address: 0, channels: 48, byteOrder: "firstByteFirst" } as const;
const allClosed = "02 00 00 75 FF FF FF FF FF FF 00 00 00 00 00 00 03 74";

describe("CU48B vectors", () => {
  test("Q1: the status of board 0 is asked for with 02 00 00 60 03 65", () => {
    expect(hex(kerongCu48Driver.statusRequest(place).bytes)).toBe("02 00 00 60 03 65");
    expect(hex(kerongCu48Driver.probeRequests(0)[0]?.bytes ?? bytes("00"))).toBe("02 00 00 60 03 65");
    expect(decodeCu48Request(bytes("02 00 00 60 03 65"))).toEqual({ kind: "status", address: 0 });
  });

  test("Q2: lock 1 of board 0 is unlocked with 02 00 00 61 03 66", () => {
    expect(hex(kerongCu48Driver.unlockRequest(place, 1).bytes)).toBe("02 00 00 61 03 66");
    expect(decodeCu48Request(bytes("02 00 00 61 03 66"))).toEqual({ kind: "unlock", address: 0, channel: 1 });
    expect(hex(kerongCu48Driver.unlockRequest({ ...place, address: 9 }, 48).bytes)).toBe("02 09 2F 61 03 9E");
  });

  test("Q4: 02 00 30 61 03 96 opens all and is never understood nor made", () => {
    expect(requestRule(bytes("02 00 30 61 03 96"), 0)).toEqual({ kind: "frame", length: 6 });
    expect(decodeCu48Request(bytes("02 00 30 61 03 96"))).toBeUndefined();
    expect(() => kerongCu48Driver.unlockRequest(place, 49)).toThrow(/no channel 49/);
    expect(() => encodeCu48Request({ kind: "unlock", address: 0, channel: 49 })).toThrow(/no channel 49/);
  });

  test("the address 0A of all boards is never understood nor made", () => {
    expect(decodeCu48Request(bytes("02 0A 00 60 03 6F"))).toBeUndefined();
    expect(() => kerongCu48Driver.statusRequest({ ...place, address: 10 })).toThrow(/no board address 10/);
    expect(() => kerongCu48Driver.probeRequests(10)).toThrow(/no board address 10/);
    expect(() => encodeCu48Request({ kind: "status", address: 10 })).toThrow(/no board address 10/);
  });

  test("Q5: six FF and six 00 say that all is shut and nothing lies inside", () => {
    const status = kerongCu48Driver.statusRequest(place).accept(bytes(allClosed));
    expect(status).toEqual(new Array(48).fill({ saysClosed: true, saysOccupied: false }));
    const decoded = decodeCu48Status(bytes(allClosed));
    expect(decoded === undefined ? undefined : hex(encodeCu48Status(decoded))).toBe(allClosed);
    expect(kerongCu48Driver.describe(bytes(allClosed), "received")).toBe("status board 0: open none, occupied none");
  });
});

describe("CU48B answers", () => {
  const mixed = encodeCu48Status({
    address: 0,
    hooks: Array.from({ length: 48 }, (_, at) => at !== 8),
    sensors: Array.from({ length: 48 }, (_, at) => at === 0 || at === 47),
  });

  test("the first byte of each half holds locks 1 to 8, lowest bit first", () => {
    expect(hex(mixed)).toBe("02 00 00 75 FF FE FF FF FF FF 01 00 00 00 00 80 03 F4");
    expect(kerongCu48Driver.describe(mixed, "received")).toBe("status board 0: open 9, occupied 1 48");
  });

  test("as many channels are read as a CU48B has locks connected", () => {
    const status = kerongCu48Driver.statusRequest({ ...place, channels: 9 }).accept(mixed);
    expect(status).toHaveLength(9);
    expect(status?.[0]).toEqual({ saysClosed: true, saysOccupied: true });
    expect(status?.[8]).toEqual({ saysClosed: false, saysOccupied: false });
  });

  test("a status notes an unlock of its own board only", () => {
    expect(kerongCu48Driver.unlockRequest(place, 9).accept(mixed)).toBe("noted");
    const other = { ...place, address: 1 };
    expect(kerongCu48Driver.unlockRequest(other, 9).accept(mixed)).toBeUndefined();
    expect(kerongCu48Driver.statusRequest(other).accept(mixed)).toBeUndefined();
    expect(kerongCu48Driver.probeRequests(1)[0]?.accept(mixed)).toBeUndefined();
    expect(kerongCu48Driver.probeRequests(0)[0]?.accept(mixed)).toEqual({ channels: 48 });
  });

  test("a status that names a lock, a board of another number or a wrong sum is refused", () => {
    expect(decodeCu48Status(bytes("02 00 01 75 FF FF FF FF FF FF 00 00 00 00 00 00 03 75"))).toBeUndefined();
    expect(decodeCu48Status(bytes("02 0A 00 75 FF FF FF FF FF FF 00 00 00 00 00 00 03 7E"))).toBeUndefined();
    expect(decodeCu48Status(bytes("02 00 00 75 FF FF FF FF FF FF 00 00 00 00 00 00 03 75"))).toBeUndefined();
  });

  test("a status without the end byte is refused, whatever its sum", () => {
    expect(decodeCu48Status(bytes("02 00 00 75 FF FF FF FF FF FF 00 00 00 00 00 00 04 75"))).toBeUndefined();
    expect(decodeCu48Request(bytes("02 00 00 60 04 66"))).toBeUndefined();
  });

  test("an echoed request is no answer of a CU48B", () => {
    const request = kerongCu48Driver.unlockRequest(place, 3);
    expect(request.accept(request.bytes)).toBeUndefined();
    expect(kerongCu48Driver.describe(request.bytes, "sent")).toBe("unlock board 0 channel 3");
    expect(kerongCu48Driver.describe(kerongCu48Driver.statusRequest(place).bytes, "sent")).toBe("status board 0");
    expect(kerongCu48Driver.describe(request.bytes, "received")).toBeUndefined();
  });
});
