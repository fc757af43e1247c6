import { describe, expect, test } from "vitest";
import type { BoardDriver } from "#device/protocol/boardDriver.ts";
import { kerongCu12Driver, kerongCu24Driver } from "#device/protocol/kerongCu12/driver.ts";
import { closeFrame, replyRule, requestRule } from "#device/protocol/kerongCu12/frames.ts";
import { cu12Failures, decodeCu12Reply, encodeCu12Reply } from "#device/protocol/kerongCu12/replies.ts";
import { decodeCu12Request, encodeCu12Request } from "#device/protocol/kerongCu12/requests.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const cu12 = { address: 0, channels: 12, byteOrder: "firstByteFirst" } as const;
const cu24 = { address: 0, channels: 24, byteOrder: "firstByteFirst" } as const;

/** 1-based channels that a status frame calls closed. */
function closedIn(driver: BoardDriver, place: typeof cu12 | typeof cu24, frame: string): number[] | undefined {
  const status = driver.statusRequest(place).accept(bytes(frame));
  return status?.flatMap(({ saysClosed }, at) => (saysClosed === true ? [at + 1] : []));
}

describe("CU12 and CU24 vectors", () => {
  test("C1: the status of board 0 is asked for with 02 00 00 80 00 00 03 85", () => {
    expect(hex(kerongCu12Driver.statusRequest(cu12).bytes)).toBe("02 00 00 80 00 00 03 85");
    expect(hex(kerongCu24Driver.statusRequest(cu24).bytes)).toBe("02 00 00 80 00 00 03 85");
    expect(decodeCu12Request(bytes("02 00 00 80 00 00 03 85"), 12)).toEqual({ kind: "status", address: 0 });
  });

  test("C2: 02 00 00 80 10 02 03 99 02 00 has the bit of lock 2 and of no other", () => {
    expect(closedIn(kerongCu12Driver, cu12, "02 00 00 80 10 02 03 99 02 00")).toEqual([2]);
    const hooks = Array.from({ length: 16 }, (_, at) => at === 1);
    expect(hex(encodeCu12Reply({ kind: "status", address: 0, hooks }))).toBe("02 00 00 80 10 02 03 99 02 00");
  });

  test("C3: lock 3 is unlocked with 02 00 02 81 00 00 03 88, and 02 00 02 81 10 00 03 98 notes it", () => {
    const request = kerongCu12Driver.unlockRequest(cu12, 3);
    expect(hex(request.bytes)).toBe("02 00 02 81 00 00 03 88");
    expect(request.accept(bytes("02 00 02 81 10 00 03 98"))).toBe("noted");
    expect(hex(encodeCu12Reply({ kind: "unlock", address: 0, channel: 3 }))).toBe("02 00 02 81 10 00 03 98");
  });

  test("C5: 02 00 00 8F 00 00 03 94 asks for the version, and a live CU24 answered 13 01", () => {
    expect(hex(encodeCu12Request({ kind: "version", address: 0 }, 24))).toBe("02 00 00 8F 00 00 03 94");
    const reply = { kind: "version", address: 0, software: 0x13, hardware: 0x01 } as const;
    expect(decodeCu12Reply(bytes("02 00 00 8F 10 02 03 BA 13 01"))).toEqual(reply);
    expect(hex(encodeCu12Reply(reply))).toBe("02 00 00 8F 10 02 03 BA 13 01");
  });

  test("C6: the version of the documents' example is 10 12", () => {
    expect(decodeCu12Reply(bytes("02 00 00 8F 10 02 03 C8 10 12"))).toMatchObject({ software: 0x10, hardware: 0x12 });
  });

  test("C8: a status of all boards is a frame that is never understood and cannot be asked for", () => {
    const broadcast = bytes("02 10 00 80 00 00 03 95");
    expect(requestRule(broadcast, 0)).toEqual({ kind: "frame", length: 8 });
    expect(decodeCu12Request(broadcast, 12)).toBeUndefined();
    expect(() => encodeCu12Request({ kind: "status", address: 0x10 }, 12)).toThrow(/no board address 16/);
    expect(() => kerongCu12Driver.statusRequest({ ...cu12, address: 0x10 })).toThrow(/no board address 16/);
    expect(() => kerongCu12Driver.probeRequests(0x10)).toThrow(/no board address 16/);
  });

  test("C9: 02 00 0C 81 00 00 03 92 opens all of a CU12, so it exists for a CU24 only", () => {
    const frame = bytes("02 00 0C 81 00 00 03 92");
    expect(requestRule(frame, 0)).toEqual({ kind: "frame", length: 8 });
    expect(decodeCu12Request(frame, 12)).toBeUndefined();
    expect(() => kerongCu12Driver.unlockRequest(cu12, 13)).toThrow(/no channel 13/);
    expect(() => encodeCu12Request({ kind: "unlock", address: 0, channel: 13 }, 12)).toThrow(/no channel 13/);
    expect(decodeCu12Request(frame, 24)).toEqual({ kind: "unlock", address: 0, channel: 13 });
    expect(() => kerongCu24Driver.unlockRequest(cu24, 25)).toThrow(/no channel 25/);
  });

  test.each([
    ["C-bad1", "02 00 00 80 10 02 03 99 00 00", "02 00 00 80 10 02 03 97 00 00"],
    ["C-bad2", "02 00 00 80 10 02 03 9D 00 04", "02 00 00 80 10 02 03 9B 00 04"],
  ])("%s: %s has a wrong sum and is refused; %s is right", (_name, wrong, right) => {
    expect(replyRule(bytes(wrong), 0)).toEqual({ kind: "none" });
    expect(decodeCu12Reply(bytes(wrong))).toBeUndefined();
    expect(decodeCu12Reply(bytes(right))).toMatchObject({ kind: "status" });
  });

  test("a reply from the address of all boards, for a lock 25, without the end byte or with an unknown code is refused", () => {
    const reply = { address: 0, lock: 0, command: 0x81, ask: 0x10, data: new Uint8Array(0) };
    expect(decodeCu12Reply(closeFrame(reply))).toBeDefined();
    for (const wrong of [{ address: 0x10 }, { lock: 0x18 }, { ask: 0x00 }, { ask: 0x15 }, { command: 0x82 }])
      expect(decodeCu12Reply(closeFrame({ ...reply, ...wrong }))).toBeUndefined();
    expect(decodeCu12Reply(bytes("02 00 00 81 10 00 04 97"))).toBeUndefined();
    expect(decodeCu12Reply(bytes("02 00 00 81 10 01 03 97 00"))).toBeUndefined();
  });

  test("a place with more channels than the board has is a defect", () => {
    expect(() => kerongCu12Driver.unlockRequest({ ...cu12, channels: 13 }, 1)).toThrow(/no board with 13 channels/);
    expect(() => kerongCu12Driver.statusRequest({ ...cu12, channels: 24 })).toThrow(/no board with 24 channels/);
    expect(() => kerongCu24Driver.unlockRequest({ ...cu24, channels: 5 }, 6)).toThrow(/no channel 6/);
  });

  test("a sum behind the data, or one that leaves the data out, is refused", () => {
    expect(decodeCu12Reply(bytes("02 00 00 80 10 02 03 02 00 99"))).toBeUndefined();
    expect(decodeCu12Reply(bytes("02 00 00 8F 10 02 03 A6 13 01"))).toBeUndefined();
  });
});

describe("CU12 and CU24 answers", () => {
  test("the first byte of a status holds locks 1 to 8, lowest bit first", () => {
    expect(closedIn(kerongCu12Driver, cu12, hex(statusOf([1, 8, 9, 12], 16)))).toEqual([1, 8, 9, 12]);
    expect(closedIn(kerongCu24Driver, cu24, hex(statusOf([1, 8, 9, 24], 24)))).toEqual([1, 8, 9, 24]);
    expect(hex(statusOf([1, 8, 9, 24], 24)).slice(-8)).toBe("81 01 80");
  });

  test("a status of two bytes is a CU12's and one of three a CU24's, in service and in a search", () => {
    expect(closedIn(kerongCu24Driver, cu24, hex(statusOf([1], 16)))).toBeUndefined();
    expect(closedIn(kerongCu12Driver, cu12, hex(statusOf([1], 24)))).toBeUndefined();
    const probes = [kerongCu12Driver, kerongCu24Driver].map((driver) => driver.probeRequests(0)[0]);
    expect(probes.map((probe) => probe?.accept(statusOf([], 16)))).toEqual([{ channels: 12 }, undefined]);
    expect(probes.map((probe) => probe?.accept(statusOf([], 24)))).toEqual([undefined, { channels: 24 }]);
  });

  test("as many channels are read as are connected, and none has an occupancy sensor", () => {
    const status = kerongCu12Driver.statusRequest({ ...cu12, channels: 3 }).accept(statusOf([2], 16));
    expect(status).toEqual([false, true, false].map((saysClosed) => ({ saysClosed, saysOccupied: undefined })));
  });

  test.each(cu12Failures.map((failure, at) => [(0x11 + at).toString(16), failure] as const))(
    "ASK %s refuses an unlock: %s",
    (ask, failure) => {
      const frame = encodeCu12Reply({ kind: "failure", address: 0, lock: 2, command: 0x81, failure });
      expect(frame[4]).toBe(Number.parseInt(ask, 16));
      expect(kerongCu12Driver.unlockRequest(cu12, 3).accept(frame)).toBe("refused");
      expect(kerongCu12Driver.unlockRequest(cu12, 4).accept(frame)).toBeUndefined();
      expect(kerongCu12Driver.describe(frame, "received")).toBe(`unlock refused board 0 channel 3: ${failure}`);
    },
  );

  test("a refused status is no status", () => {
    const frame = encodeCu12Reply({ kind: "failure", address: 0, lock: 0, command: 0x80, failure: "failed" });
    expect(kerongCu12Driver.statusRequest(cu12).accept(frame)).toBeUndefined();
    expect(kerongCu12Driver.describe(frame, "received")).toBe("refused board 0: failed");
  });

  test("an answer of another board, for another lock or to another command is no answer", () => {
    const request = kerongCu12Driver.unlockRequest(cu12, 3);
    expect(request.accept(bytes("02 01 02 81 10 00 03 99"))).toBeUndefined();
    expect(request.accept(bytes("02 00 03 81 10 00 03 99"))).toBeUndefined();
    expect(request.accept(statusOf([3], 16))).toBeUndefined();
    expect(request.accept(request.bytes)).toBeUndefined();
    const other = encodeCu12Reply({ kind: "status", address: 1, hooks: new Array<boolean>(16).fill(true) });
    expect(kerongCu12Driver.statusRequest(cu12).accept(other)).toBeUndefined();
  });

  test("traces tell what was asked and answered", () => {
    const sent = kerongCu12Driver.unlockRequest({ ...cu12, address: 1 }, 3).bytes;
    expect(kerongCu12Driver.describe(sent, "sent")).toBe("unlock board 1 channel 3");
    expect(kerongCu12Driver.describe(bytes("02 00 00 80 00 00 03 85"), "sent")).toBe("status board 0");
    expect(kerongCu12Driver.describe(statusOf([1, 3, 4, 6, 7, 8, 9, 10, 11, 12], 16), "received")).toBe(
      "status board 0: open 2 5",
    );
    expect(kerongCu12Driver.describe(bytes("02 00 02 81 10 00 03 98"), "received")).toBe(
      "unlock noted board 0 channel 3",
    );
    expect(kerongCu24Driver.describe(bytes("02 00 00 8F 10 02 03 BA 13 01"), "received")).toBe(
      "version board 0: software 19 hardware 1",
    );
    expect(kerongCu12Driver.describe(bytes("02 10 00 80 00 00 03 95"), "sent")).toBeUndefined();
  });
});

function statusOf(closed: readonly number[], bits: 16 | 24): Uint8Array {
  return encodeCu12Reply({
    kind: "status",
    address: 0,
    hooks: Array.from({ length: bits }, (_, at) => closed.includes(at + 1)),
  });
}
