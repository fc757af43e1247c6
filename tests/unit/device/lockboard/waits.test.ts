import { describe, expect, test } from "vitest";
import { BOARD_A, lockBoardsUnderTest } from "./lockBoardsSetup.ts";

/** A poll of a CU16 board at 9600 baud: 14 bytes of ten bits, and the 8 ms that simulated boards take to answer. */
const POLL_MS = (14 * 10_000) / 9_600 + 8;
const TEN_BOARDS = Array.from({ length: 10 }, (_, address) => ({ ...BOARD_A, name: `B${address}`, address }));

describe("on a wire with ten boards at 9600 baud", () => {
  test("a pulse waits for one poll and its own reading at most, whenever it is asked for", async () => {
    const { clock, boards, devices, frames } = await lockBoardsUnderTest(TEN_BOARDS, { pacedBaudRate: 9_600 });
    const waits: number[] = [];
    for (let round = 0; round < 150; round += 1) {
      const lock = { board: `B${round % 10}`, channel: 1 + (round % 4) };
      // A step that shares nothing with the second of the polls: every phase of a cycle is met.
      await clock.advance(1_500 + round * 7);
      const calledAtMs = clock.monotonicMs();
      const seen = frames.length;
      expect(await clock.until(boards.unlock({ requestId: `r${round}`, lock, useByMs: 5_000 }))).toBe("opened");
      const pulse = frames.slice(seen).find(({ direction, bytes }) => direction === "sent" && bytes[2] === 0x31);
      waits.push((pulse?.atMs ?? Number.NaN) - calledAtMs);
      devices.cabinet.shutDoor(lock);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(2 * POLL_MS + 1);
  });

  test("all boards are read within a second and the time that their bytes take", async () => {
    const { clock, boards } = await lockBoardsUnderTest(TEN_BOARDS, { pacedBaudRate: 9_600 });
    await clock.advance(3_000);
    const longestMs = 1_000 + 10 * POLL_MS + 20;
    for (let look = 0; look < 50; look += 1) {
      await clock.advance(97);
      for (const { sinceReplyMs } of boards.boards()) expect(sinceReplyMs).toBeLessThanOrEqual(longestMs);
    }
  });

  test("a watched door is read often enough for a jam while nine other boards are polled", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest(TEN_BOARDS, { pacedBaudRate: 9_600 });
    for (let round = 0; round < 10; round += 1) {
      const lock = { board: `B${round}`, channel: 1 };
      devices.cabinet.breakCompartment(lock, { isJammed: true });
      await clock.advance(700 + round * 31);
      expect(await clock.until(boards.unlock({ requestId: `r${round}`, lock, useByMs: 5_000 }))).toBe("jammed");
    }
  });
});
