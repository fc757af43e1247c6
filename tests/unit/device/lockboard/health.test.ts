import { describe, expect, test } from "vitest";
import { BOARD_A, BOARD_B, lockBoardsUnderTest } from "./lockBoardsSetup.ts";

const lock = { board: "A", channel: 1 };

describe("the health of a board", () => {
  test("counts requests and misses and knows how long replies take", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest();
    await clock.advance(10_000);
    const [good] = boards.boards();
    expect(good).toMatchObject({
      board: "A",
      wire: "wire 1",
      family: "kerong-cu16",
      status: "online",
      missed: 0,
      damaged: 0,
      latencyMs: { median: 8, p99: 8, worst: 8 },
    });
    expect(good?.requests).toBeGreaterThanOrEqual(10);
    expect(good?.sinceReplyMs).toBeLessThan(1_100);
    devices.cabinet.breakBoard("A", { isDead: true });
    await clock.advance(10_000);
    const [dead] = boards.boards();
    expect(dead).toMatchObject({ status: "noReply", damaged: 0, fault: undefined });
    expect(dead?.missed).toBeGreaterThanOrEqual(3);
    expect(dead?.sinceReplyMs).toBeGreaterThan(9_000);
  });

  test("keeps the latencies of the last 256 replies only", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest([BOARD_A], { times: { pollMs: 10 } });
    devices.cabinet.breakBoard("A", { replyDelayMs: 100 });
    await clock.advance(1_000);
    devices.cabinet.breakBoard("A", { replyDelayMs: 0 });
    expect(boards.boards()[0]?.latencyMs?.worst).toBe(108);
    await clock.advance(10_000);
    expect(boards.boards()[0]?.latencyMs?.worst).toBe(8);
  });

  test("tells each frame's meaning in the words of its family", async () => {
    const { clock, boards, frames } = await lockBoardsUnderTest();
    await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }));
    const meanings = frames.map(({ meaning }) => meaning);
    expect(meanings).toContain("status board 0");
    expect(meanings).toContain("status board 0: all closed");
    expect(meanings).toContain("unlock board 0 channel 1");
    expect(meanings).toContain("status board 0: open 1");
  });
});

describe("faults of a board's traffic", () => {
  test("an adapter that echoes is found out, and everything works behind it", async () => {
    const { clock, boards, devices, statuses, unlockFrames } = await lockBoardsUnderTest();
    devices.cabinet.breakWire({ isEchoing: true });
    await clock.advance(1_500);
    expect(statuses.at(-1)).toEqual({ board: "A", status: "online", fault: "echo" });
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("opened");
    expect(unlockFrames()).toHaveLength(1);
    devices.cabinet.breakWire({ isEchoing: false });
    await clock.advance(1_500);
    expect(statuses.at(-1)).toEqual({ board: "A", status: "online", fault: undefined });
  });

  test("two boards at one address are found out: their doors are unknown and get no pulse, until one is taken away", async () => {
    const { clock, boards, devices, statuses, unlockFrames } = await lockBoardsUnderTest([BOARD_A, BOARD_B]);
    devices.cabinet.breakBoard("A", { hasTwin: true });
    await clock.advance(5_000);
    expect(statuses.at(-1)).toEqual({ board: "A", status: "online", fault: "twoAnswers" });
    expect(boards.latest(lock).door).toBe("unknown");
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("noReply");
    expect(unlockFrames()).toEqual([]);
    expect(boards.latest({ board: "B", channel: 1 }).door).toBe("closed");
    devices.cabinet.breakBoard("A", { hasTwin: false });
    await clock.advance(30_000);
    expect(statuses.at(-1)).toEqual({ board: "A", status: "online", fault: undefined });
    expect(boards.latest(lock).door).toBe("closed");
  });

  test("a twin that is found between the reading and the pulse keeps the pulse back", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    await clock.advance(600);
    devices.cabinet.breakBoard("A", { hasTwin: true });
    const outcomes: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      outcomes.push(await clock.until(boards.unlock({ requestId: `r${round}`, lock, useByMs: 5_000 })));
      devices.cabinet.shutDoor(lock);
      await clock.advance(2_000);
    }
    expect(outcomes.at(-1)).toBe("noReply");
    expect(unlockFrames().length).toBeLessThanOrEqual(1);
  });

  test("replies whose check is wrong again and again are a fault, which goes when they are good again", async () => {
    const { clock, boards, devices, statuses } = await lockBoardsUnderTest();
    devices.cabinet.breakBoard("A", { corruptReplies: 1_000 });
    await clock.advance(15_000);
    expect(boards.boards()[0]).toMatchObject({ status: "noReply", fault: "damagedReplies" });
    expect(boards.boards()[0]?.damaged).toBeGreaterThanOrEqual(3);
    devices.cabinet.breakBoard("A", { corruptReplies: 0 });
    await clock.advance(35_000);
    expect(statuses.at(-1)).toEqual({ board: "A", status: "online", fault: undefined });
  });

  test("noise before a reply and a reply in two pieces are read through, and are no fault", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest();
    devices.cabinet.breakBoard("A", { noiseBytes: 4, splitPauseMs: 20 });
    await clock.advance(10_000);
    expect(boards.boards()[0]).toMatchObject({ status: "online", missed: 0, fault: undefined });
  });

  test("a reply that pauses longer than any adapter is no reply", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest();
    devices.cabinet.breakBoard("A", { splitPauseMs: 120 });
    await clock.advance(10_000);
    expect(boards.boards()[0]?.status).toBe("noReply");
  });

  test("a reply that names another board answers nothing", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest([BOARD_A, BOARD_B]);
    devices.cabinet.breakBoard("A", { hasWrongAddress: true });
    await clock.advance(10_000);
    expect(boards.boards().map(({ status }) => status)).toEqual(["noReply", "online"]);
    expect(boards.latest({ board: "B", channel: 1 }).door).toBe("closed");
  });

  test("a board whose sending wire is broken is never believed to have opened a door", async () => {
    const { clock, boards, devices, unlockFrames } = await lockBoardsUnderTest();
    devices.cabinet.breakBoard("A", { isMute: true });
    await clock.advance(600);
    expect(await clock.until(boards.unlock({ requestId: "r1", lock, useByMs: 5_000 }))).toBe("noReply");
    expect(unlockFrames()).toEqual([]);
  });
});
