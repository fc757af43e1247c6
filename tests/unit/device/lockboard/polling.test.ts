import { describe, expect, test } from "vitest";
import { BOARD_A, BOARD_B, lockBoardsUnderTest } from "./lockBoardsSetup.ts";

const lock = { board: "A", channel: 1 };

describe("polling", () => {
  test("knows every door soon after the start", async () => {
    const { boards, statuses, doorHistory } = await lockBoardsUnderTest();
    expect(boards.latest(lock)).toEqual({ door: "closed", occupancy: "nothing" });
    expect(statuses).toEqual([{ board: "A", status: "online" }]);
    expect(doorHistory(1)).toEqual(["closed"]);
  });

  test("notices a door that is forced, after two equal readings", async () => {
    const { clock, devices, doorHistory } = await lockBoardsUnderTest();
    devices.cabinet.forceDoor(lock);
    await clock.advance(1_000);
    expect(doorHistory(1)).toEqual(["closed"]);
    await clock.advance(1_500);
    expect(doorHistory(1)).toEqual(["closed", "open"]);
  });

  test("passes over a flicker of the sensor", async () => {
    const { clock, boards, devices, doorHistory } = await lockBoardsUnderTest();
    devices.cabinet.breakCompartment(lock, { stuckSensor: "open" });
    expect((await clock.until(boards.read(lock))).door).toBe("open");
    devices.cabinet.breakCompartment(lock, { stuckSensor: undefined });
    await clock.advance(5_000);
    expect(doorHistory(1)).toEqual(["closed"]);
  });

  test("sees a door that is opened and shut again at once after an unlock", async () => {
    const { clock, boards, devices, doorHistory } = await lockBoardsUnderTest();
    await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }));
    devices.cabinet.shutDoor(lock);
    await clock.advance(150);
    expect(doorHistory(1)).toEqual(["closed", "open", "closed"]);
  });

  test("asks without pause until the door is shut, then once a second", async () => {
    const { clock, boards, devices, frames } = await lockBoardsUnderTest();
    await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }));
    const sentWithin = async (ms: number): Promise<number> => {
      const before = frames.filter(({ direction }) => direction === "sent").length;
      await clock.advance(ms);
      return frames.filter(({ direction }) => direction === "sent").length - before;
    };
    expect(await sentWithin(1_000)).toBeGreaterThan(15);
    devices.cabinet.shutDoor(lock);
    await clock.advance(200);
    expect(await sentWithin(3_000)).toBeLessThanOrEqual(4);
  });

  test("of doors that stand open on a slow wire starves no other board: all open in turn, and a forced door is noticed", async () => {
    const ten = Array.from({ length: 10 }, (_, address) => ({ ...BOARD_B, name: `board ${address}`, address }));
    const { clock, boards, devices } = await lockBoardsUnderTest(ten, { pacedBaudRate: 9_600 });
    for (const { name } of ten.slice(0, 9)) {
      const door = { board: name, channel: 1 };
      expect(await clock.until(boards.unlock({ requestId: name, lock: door, useByMs: 5_000 })), name).toBe("opened");
    }
    const forced = { board: "board 9", channel: 2 };
    devices.cabinet.forceDoor(forced);
    await clock.advance(4_000);
    expect(boards.latest(forced).door).toBe("open");
  });

  test("reports occupancy where sensors are fitted and notSupported elsewhere", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest([BOARD_A, BOARD_B]);
    devices.cabinet.forceDoor(lock);
    devices.cabinet.putBag(lock);
    await clock.advance(3_000);
    expect(boards.latest(lock)).toEqual({ door: "open", occupancy: "something" });
    expect(boards.latest({ board: "B", channel: 1 }).occupancy).toBe("notSupported");
  });
});

describe("faults on the wire", () => {
  test("a dead board becomes unknown and is back within ten seconds of its return", async () => {
    const { clock, boards, devices, statuses } = await lockBoardsUnderTest();
    devices.cabinet.breakBoard("A", { isDead: true });
    await clock.advance(60_000);
    expect(statuses.at(-1)).toEqual({ board: "A", status: "noReply" });
    expect(boards.latest(lock).door).toBe("unknown");
    devices.cabinet.breakBoard("A", { isDead: false });
    await clock.advance(10_000);
    expect(statuses.at(-1)).toEqual({ board: "A", status: "online" });
    expect(boards.latest(lock).door).toBe("closed");
  });

  test("a pulled cable makes every door unknown, and doors are known within ten seconds of its return", async () => {
    const { clock, boards, devices, doorHistory } = await lockBoardsUnderTest();
    devices.cabinet.unplugWire();
    await clock.advance(120_000);
    expect(boards.latest(lock).door).toBe("unknown");
    devices.cabinet.plugWire();
    await clock.advance(10_000);
    expect(boards.latest(lock).door).toBe("closed");
    expect(doorHistory(1)).toEqual(["closed", "unknown", "closed"]);
  });

  test.each([1, 24])("a wire that was gone for %d hours is in service ten seconds after its return", async (hours) => {
    const { clock, boards, devices } = await lockBoardsUnderTest();
    devices.cabinet.unplugWire();
    await clock.advance(hours * 3_600_000);
    devices.cabinet.plugWire();
    await clock.advance(10_000);
    expect(boards.latest(lock).door).toBe("closed");
  });

  test("a board without power for an hour is in service ten seconds after it is back, and its neighbour never left", async () => {
    const { clock, boards, devices, statuses } = await lockBoardsUnderTest([BOARD_A, BOARD_B]);
    devices.cabinet.breakBoard("A", { isDead: true });
    await clock.advance(3_600_000);
    devices.cabinet.breakBoard("A", { isDead: false });
    await clock.advance(10_000);
    expect(boards.latest(lock).door).toBe("closed");
    expect(statuses.filter(({ board }) => board === "B")).toEqual([{ board: "B", status: "online" }]);
  });

  test("a dead board slows the other one by at most a time-out in each of its pauses", async () => {
    const { clock, devices, frames } = await lockBoardsUnderTest([BOARD_A, BOARD_B]);
    devices.cabinet.breakBoard("A", { isDead: true });
    await clock.advance(10_000);
    const before = frames.length;
    await clock.advance(10_000);
    const replies = frames
      .slice(before)
      .filter(({ direction, bytes }) => direction === "received" && bytes[1] === 0x10);
    expect(replies.length).toBeGreaterThanOrEqual(9);
  });

  test("damaged replies are dropped and the board stays known", async () => {
    const { clock, boards, devices, frames, statuses } = await lockBoardsUnderTest();
    devices.cabinet.breakBoard("A", { corruptReplies: 1 });
    await clock.advance(5_000);
    expect(frames.some(({ direction }) => direction === "dropped")).toBe(true);
    expect(statuses).toEqual([{ board: "A", status: "online" }]);
    expect(boards.latest(lock).door).toBe("closed");
  });

  test("a reply that comes too late never answers a later question", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest();
    await clock.advance(600);
    devices.cabinet.breakBoard("A", { replyDelayMs: 400 });
    const reading = boards.read(lock);
    expect((await clock.until(reading)).door).toBe("unknown");
    devices.cabinet.breakBoard("A", { replyDelayMs: 0 });
    devices.cabinet.breakCompartment(lock, { stuckSensor: "open" });
    expect((await clock.until(boards.read(lock))).door).toBe("open");
  });

  test("boards of one wire must have different names and addresses", async () => {
    await expect(lockBoardsUnderTest([BOARD_A, { ...BOARD_B, address: 0 }])).rejects.toThrow(/same address/);
    await expect(lockBoardsUnderTest([BOARD_A, { ...BOARD_B, name: "A" }])).rejects.toThrow(
      /Two lock boards are called A/,
    );
  });
});
