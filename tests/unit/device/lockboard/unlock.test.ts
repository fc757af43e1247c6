import { describe, expect, test } from "vitest";
import { BOARD_A, BOARD_B, lockBoardsUnderTest } from "./lockBoardsSetup.ts";

const lock = { board: "A", channel: 2 };

describe("unlocking", () => {
  test("opens a shut door with one pulse and says so once the door was read open", async () => {
    const { clock, boards, unlockFrames, devices } = await lockBoardsUnderTest();
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("opened");
    expect(unlockFrames()).toEqual(["02 01 31 03 37"]);
    expect(devices.cabinet.compartment(lock).pulses).toBe(1);
  });

  test("pulses within 50 ms of the call, the reading before it included", async () => {
    const { clock, boards, frames } = await lockBoardsUnderTest();
    await clock.advance(700);
    const calledAtMs = clock.monotonicMs();
    await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }));
    const pulse = frames.find(({ direction, bytes }) => direction === "sent" && bytes[2] === 0x31);
    expect((pulse?.atMs ?? Number.NaN) - calledAtMs).toBeLessThan(50);
  });

  test("sends nothing to a door that stands open", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    devices.cabinet.forceDoor(lock);
    await clock.advance(3_000);
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("alreadyOpen");
    expect(unlockFrames()).toEqual([]);
  });

  test("sends nothing to a door that was opened since the last poll", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    await clock.advance(600);
    devices.cabinet.forceDoor(lock);
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("alreadyOpen");
    expect(unlockFrames()).toEqual([]);
  });

  test("calls a door jammed within two seconds, after a single pulse", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    devices.cabinet.breakCompartment(lock, { isJammed: true });
    const startMs = clock.monotonicMs();
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("jammed");
    expect(clock.monotonicMs() - startMs).toBeLessThanOrEqual(2_000);
    expect(unlockFrames()).toHaveLength(1);
  });

  test("says noReply and sends no pulse when the board does not answer before", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    devices.cabinet.breakBoard("A", { isDead: true });
    await clock.advance(500);
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("noReply");
    expect(unlockFrames()).toEqual([]);
  });

  test("says noReply at once while the cable is out, and sends nothing when it is back", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    devices.cabinet.unplugWire();
    await clock.advance(50);
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 60_000 }), 50)).toBe("noReply");
    devices.cabinet.plugWire();
    await clock.advance(15_000);
    expect(unlockFrames()).toEqual([]);
    expect(boards.latest(lock).door).toBe("closed");
  });

  test("says unresolved when the board falls silent with the pulse", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest();
    boards.onFrame(({ direction, bytes }) => {
      if (direction === "sent" && bytes[2] === 0x31) devices.cabinet.breakBoard("A", { isDead: true });
    });
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("unresolved");
  });

  test("finds the door open although the board never answers an unlock", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest();
    devices.cabinet.breakBoard("A", { hasNoUnlockReply: true });
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("opened");
  });

  test("finds the door open behind damaged replies, without a second pulse", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    devices.cabinet.breakBoard("A", { corruptReplies: 3 });
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("opened");
    expect(unlockFrames()).toHaveLength(1);
  });

  test("lets nothing leave once the use-by time has passed", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    await clock.advance(600);
    devices.cabinet.breakBoard("A", { replyDelayMs: 200 });
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 100 }))).toBe("expired");
    expect(unlockFrames()).toEqual([]);
  });

  test("refuses a request id that was used before", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }));
    devices.cabinet.shutDoor(lock);
    expect(() => boards.unlock({ requestId: "r1", lock, useByMs: 5_000 })).toThrow(/already used/);
    expect(unlockFrames()).toHaveLength(1);
  });

  test("refuses a lock that does not exist", async () => {
    const { boards } = await lockBoardsUnderTest();
    expect(() => boards.unlock({ requestId: "r1", lock: { board: "A", channel: 5 }, useByMs: 1 })).toThrow(
      /no channel 5/,
    );
    expect(() => boards.latest({ board: "Z", channel: 1 })).toThrow(/no lock board called Z/);
  });

  test("pulses two doors of one wire half a second apart", async () => {
    const { clock, boards, frames } = await lockBoardsUnderTest([BOARD_A, BOARD_B]);
    const outcomes = Promise.all([
      boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }),
      boards.unlock({ requestId: "r2", lock: { board: "B", channel: 1 }, useByMs: 5_000 }),
    ]);
    expect(await clock.until(outcomes)).toEqual(["opened", "opened"]);
    const pulses = frames.filter(({ direction, bytes }) => direction === "sent" && bytes[2] === 0x31);
    const [first, second] = pulses.map(({ atMs }) => atMs);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(500);
  });

  test("reads an inverted board by its profile", async () => {
    const { clock, boards } = await lockBoardsUnderTest([{ ...BOARD_A, feedback: "opening" }]);
    expect(boards.latest(lock).door).toBe("closed");
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("opened");
  });
});
