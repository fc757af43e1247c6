import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LockBoards, TracedFrame } from "#core/interfaces/lockBoard.ts";
import { createLockBoards } from "#device/lockboard/lockBoards.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { createPtyPair, type PtyPair } from "#tests/support/ptyPair.ts";
import { type SimulatorProcess, startSimulator } from "#tests/support/simulatorProcess.ts";
import { until } from "#tests/support/until.ts";

const BACK_IN_SERVICE_MS = 10_000;
const clock = systemClock();
let folder: string;
let pair: PtyPair;
let simulator: SimulatorProcess;
let boards: LockBoards;
let frames: TracedFrame[];
let requests = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lock-boards-"));
  pair = await createPtyPair(folder, "lock");
  simulator = await startSimulator(["--lock", pair.devicePath, "--boards", "A:0:16,B:1:8"]);
});

afterAll(async () => {
  await simulator.stop();
  await pair.unplug();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  await simulator.control({ action: "repair" });
  frames = [];
  const common = {
    family: "kerong-cu16",
    feedback: "closing",
    byteOrder: "lastByteFirst",
    hasOccupancy: false,
    isCommissioned: true,
  } as const;
  boards = createLockBoards({
    wires: [
      {
        name: "wire 1",
        transport: serialTransport({ path: pair.driverPath, baudRate: 19_200, clock }),
        baudRate: 19_200,
        boards: [
          { ...common, name: "A", address: 0, channels: 16 },
          { ...common, name: "B", address: 1, channels: 8 },
        ],
      },
    ],
    clock,
  });
  boards.onFrame((frame) => frames.push(frame));
  boards.start();
  await until(() => boards.latest(at(1)).door !== "unknown" && boards.latest(at(1, "B")).door !== "unknown", {
    what: "the first reading of both boards",
  });
});

afterEach(async () => {
  for (const { lock, isOpen } of (await simulator.state()).cabinet.compartments) {
    if (isOpen) await simulator.control({ action: "shutDoor", lock });
  }
  await boards.stop();
});

describe("lock boards on a serial line", () => {
  test("a door opens, is shut by a person, and both are seen", async () => {
    expect(await unlock(at(3))).toBe("opened");
    expect(await pulses(at(3))).toBe(1);
    await simulator.control({ action: "shutDoor", lock: at(3) });
    await until(() => boards.latest(at(3)).door === "closed", {
      what: "door 3 read shut",
      timeoutMs: 1_000,
    });
  });

  test("the unlock frame leaves within 100 ms of the call", async () => {
    const calledAtMs = clock.monotonicMs();
    await unlock(at(5, "B"));
    const sent = frames.find(({ direction, bytes }) => direction === "sent" && bytes[2] === 0x31);
    expect((sent?.atMs ?? Number.NaN) - calledAtMs).toBeLessThan(100);
  });

  test("a jammed door is known within two seconds", async () => {
    await simulator.control({ action: "breakCompartment", lock: at(4), isJammed: true });
    const startMs = clock.monotonicMs();
    const before = await pulses(at(4));
    expect(await unlock(at(4))).toBe("jammed");
    expect(clock.monotonicMs() - startMs).toBeLessThan(2_000);
    expect(await pulses(at(4))).toBe(before + 1);
  });

  test("a board that opens without answering is found open", async () => {
    await simulator.control({ action: "breakBoard", board: "A", hasNoUnlockReply: true });
    expect(await unlock(at(6))).toBe("opened");
  });

  test("a dead board says noReply and its door gets no pulse", async () => {
    const before = await pulses(at(7));
    await simulator.control({ action: "breakBoard", board: "A", isDead: true });
    await until(() => boards.latest(at(7)).door === "unknown", { what: "door 7 unknown on a dead board" });
    expect(await unlock(at(7))).toBe("noReply");
    expect(await pulses(at(7))).toBe(before);
  });

  test("damaged replies are dropped and the door is still found open, after one pulse", async () => {
    const before = await pulses(at(8));
    await simulator.control({ action: "breakBoard", board: "A", corruptReplies: 2 });
    expect(await unlock(at(8))).toBe("opened");
    expect(await pulses(at(8))).toBe(before + 1);
    expect(frames.some(({ direction }) => direction === "dropped")).toBe(true);
  });

  test("two boards at one address, set over the control, are found out on a real line, and no pulse reaches them", async () => {
    const before = await pulses(at(2, "B"));
    await simulator.control({ action: "breakBoard", board: "B", hasTwin: true });
    const faultOf = (name: string) => boards.boards().find(({ board }) => board === name)?.fault;
    await until(() => faultOf("B") === "twoAnswers", { what: "the fault of board B" });
    expect(await unlock(at(2, "B"))).toBe("noReply");
    expect(await pulses(at(2, "B"))).toBe(before);
    expect(faultOf("A")).toBeUndefined();
  });

  test("an echoing adapter, noise and split replies, set over the control, keep no door shut", async () => {
    await simulator.control({ action: "breakWire", isEchoing: true });
    await simulator.control({ action: "breakBoard", board: "A", noiseBytes: 5, splitPauseMs: 15, replyDelayMs: 20 });
    expect(await unlock(at(11))).toBe("opened");
    // One reply with an echo may be chance: the board's fault is told when more of them came.
    await until(() => boards.boards()[0]?.fault === "echo", { what: "the echo is told" });
    expect(boards.boards()[0]).toMatchObject({ status: "online" });
  });

  test("an adapter that is pulled out and put back is in service within ten seconds, and opens nothing by itself", async () => {
    const before = await pulses(at(9));
    await pair.unplug();
    await until(() => boards.latest(at(9)).door === "unknown", {
      what: "door 9 unknown without its wire",
      timeoutMs: 5_000,
    });
    expect(await unlock(at(9))).toBe("noReply");
    await pair.plug();
    await until(() => boards.latest(at(9)).door === "closed", {
      what: "door 9 read shut again",
      timeoutMs: BACK_IN_SERVICE_MS,
    });
    expect(await pulses(at(9))).toBe(before);
    expect(await unlock(at(9))).toBe("opened");
  }, 20_000);
});

function at(channel: number, board = "A"): { board: string; channel: number } {
  return { board, channel };
}

function unlock(lock: { board: string; channel: number }): ReturnType<LockBoards["unlock"]> {
  requests += 1;
  return boards.unlock({ requestId: `request ${requests}`, lock, useByMs: 5_000 });
}

async function pulses(lock: { board: string; channel: number }): Promise<number> {
  const { cabinet } = await simulator.state();
  const found = cabinet.compartments.find((one) => one.lock.board === lock.board && one.lock.channel === lock.channel);
  return found?.pulses ?? Number.NaN;
}
