import { describe, expect, test } from "vitest";
import type { UnlockCommand } from "#core/interfaces/lockBoard.ts";
import { BOARD_A, BOARD_B, type LockBoardsUnderTest, lockBoardsUnderTest } from "./lockBoardsSetup.ts";

const lock = { board: "A", channel: 2 };
const command: UnlockCommand = { requestId: "r1", lock, useByMs: 5_000 };

/** Calls back so many milliseconds after the pulse left. */
function afterPulse({ boards, clock }: LockBoardsUnderTest, afterMs: number, callback: () => void): void {
  boards.onFrame(({ direction, bytes }) => {
    if (direction === "sent" && bytes[2] === 0x31) clock.after(afterMs, callback);
  });
}

describe("the truth about a door", () => {
  test("a door that was shut through a gap in its readings is unresolved, never jammed", async () => {
    const kiosk = await lockBoardsUnderTest();
    const { cabinet } = kiosk.devices;
    cabinet.breakCompartment(lock, { isJammed: true });
    afterPulse(kiosk, 600, () => cabinet.breakBoard("A", { isDead: true }));
    afterPulse(kiosk, 900, () => cabinet.breakBoard("A", { isDead: false }));
    expect(await kiosk.clock.until(kiosk.boards.unlock(command))).toBe("unresolved");
  });

  test("a door that a quick hand opened and shut within a gap is unresolved, and gets no second pulse", async () => {
    const kiosk = await lockBoardsUnderTest();
    const { cabinet } = kiosk.devices;
    cabinet.breakCompartment(lock, { stuckSensor: "closed" });
    afterPulse(kiosk, 550, () => cabinet.breakBoard("A", { isDead: true }));
    afterPulse(kiosk, 700, () => cabinet.shutDoor(lock));
    afterPulse(kiosk, 800, () => cabinet.repair());
    expect(await kiosk.clock.until(kiosk.boards.unlock(command))).toBe("unresolved");
    expect(kiosk.unlockFrames()).toHaveLength(1);
  });

  test("a board that is busy during its pulse leaves no gap: the bolt cannot catch before the pulse is over", async () => {
    const kiosk = await lockBoardsUnderTest();
    kiosk.devices.cabinet.breakCompartment(lock, { isJammed: true });
    kiosk.devices.cabinet.breakBoard("A", { busyAfterUnlockMs: 350 });
    expect(await kiosk.clock.until(kiosk.boards.unlock(command))).toBe("jammed");
  });

  test("one dead board on the wire keeps the jam of another board's door a jam", async () => {
    const kiosk = await lockBoardsUnderTest([BOARD_A, BOARD_B]);
    kiosk.devices.cabinet.breakCompartment(lock, { isJammed: true });
    kiosk.devices.cabinet.breakBoard("B", { isDead: true });
    await kiosk.clock.advance(10_000);
    for (let round = 1; round <= 5; round += 1) {
      await kiosk.clock.advance(1_300);
      expect(await kiosk.clock.until(kiosk.boards.unlock({ ...command, requestId: `try ${round}` }))).toBe("jammed");
    }
  });

  test("a dead board is asked again within ten seconds although doors are opened all the time", async () => {
    const { clock, boards, devices, statuses } = await lockBoardsUnderTest([BOARD_A, BOARD_B]);
    devices.cabinet.breakBoard("B", { isDead: true });
    await clock.advance(20_000);
    devices.cabinet.breakBoard("B", { isDead: false });
    for (let round = 1; round <= 8; round += 1) {
      void boards.unlock({ ...command, requestId: `open ${round}`, lock: { board: "A", channel: 1 } });
      await clock.advance(1_200);
      devices.cabinet.shutDoor({ board: "A", channel: 1 });
    }
    expect(statuses.at(-1)).toEqual({ board: "B", status: "online" });
  });

  test("a faulty sensor that says open keeps no pulse back, and the outcome is unresolved", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    devices.cabinet.breakCompartment(lock, { stuckSensor: "open" });
    await clock.advance(3_000);
    expect(await clock.until(boards.unlock({ ...command, sensor: "faulty" }))).toBe("unresolved");
    expect(unlockFrames()).toHaveLength(1);
    expect(devices.cabinet.compartment(lock).isOpen).toBe(true);
  });

  test("a faulty sensor that says shut all the time is unresolved, never jammed", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest();
    devices.cabinet.breakCompartment(lock, { stuckSensor: "closed" });
    expect(await clock.until(boards.unlock({ ...command, sensor: "faulty" }))).toBe("unresolved");
  });

  test("a sensor declared faulty that still saw the door move is believed", async () => {
    const { clock, boards } = await lockBoardsUnderTest();
    expect(await clock.until(boards.unlock({ ...command, sensor: "faulty" }))).toBe("opened");
  });

  test("a reply that is lost after the door opened does not hide the open door, and costs no second pulse", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    devices.cabinet.breakBoard("A", { hasNoUnlockReply: true, replyDelayMs: 30 });
    expect(await clock.until(boards.unlock(command))).toBe("opened");
    expect(unlockFrames()).toHaveLength(1);
  });

  test("a board that loses its power with the pulse and comes back with a shut door leaves it unresolved", async () => {
    const kiosk = await lockBoardsUnderTest();
    const { cabinet } = kiosk.devices;
    cabinet.breakCompartment(lock, { isJammed: true });
    afterPulse(kiosk, 0, () => cabinet.breakBoard("A", { isDead: true }));
    afterPulse(kiosk, 1_500, () => cabinet.breakBoard("A", { isDead: false }));
    expect(await kiosk.clock.until(kiosk.boards.unlock(command))).toBe("unresolved");
    expect(kiosk.unlockFrames()).toHaveLength(1);
  });
});

describe("a board that is not commissioned", () => {
  test("is polled, and a door of it is unknown and gets no pulse", async () => {
    const { clock, boards, frames, statuses, unlockFrames } = await lockBoardsUnderTest([BOARD_A], {
      profile: { isCommissioned: false },
    });
    await clock.advance(5_000);
    expect(frames.filter(({ direction }) => direction === "received").length).toBeGreaterThan(3);
    expect(boards.latest(lock).door).toBe("unknown");
    expect((await clock.until(boards.read(lock))).door).toBe("unknown");
    expect(await clock.until(boards.unlock(command))).toBe("noReply");
    expect(unlockFrames()).toEqual([]);
    expect(boards.boards()[0]).toMatchObject({ status: "notCommissioned", missed: 0 });
    expect(statuses).toEqual([]);
  });
});
