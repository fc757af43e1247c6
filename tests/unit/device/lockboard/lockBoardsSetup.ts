import type { BoardStatus, DoorChange, LockBoards, TracedFrame } from "#core/interfaces/lockBoard.ts";
import { type BoardProfile, createLockBoards } from "#device/lockboard/lockBoards.ts";
import type { LockBoardTimes } from "#device/lockboard/lockBoardTimes.ts";
import type { SimulatedBoard } from "#device/simulator/simulatedCabinet.ts";
import { createSimulatedDevices, type SimulatedDeskDevices } from "#device/simulator/simulatedDevices.ts";
import { hex } from "#tests/support/hex.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

const WIRED = { family: "kerong-cu16", channels: 4, feedback: "closing", byteOrder: "lastByteFirst" } as const;
export const BOARD_A: SimulatedBoard = { ...WIRED, name: "A", address: 0, hasOccupancy: true };
export const BOARD_B: SimulatedBoard = { ...WIRED, name: "B", address: 1, hasOccupancy: false };

export interface LockBoardsUnderTest {
  readonly clock: ManualClock;
  readonly devices: SimulatedDeskDevices;
  readonly boards: LockBoards;
  readonly doors: DoorChange[];
  readonly statuses: BoardStatus[];
  readonly frames: TracedFrame[];
  /** Unlock frames that left, as hexadecimal. */
  unlockFrames(): string[];
  /** `open`, `closed` … of one channel of board A, in order. */
  doorHistory(channel: number): string[];
}

export interface SetupOptions {
  readonly times?: Partial<LockBoardTimes>;
  /** What every profile says instead of the truth. */
  readonly profile?: Partial<BoardProfile>;
  /** Bytes take their time at this rate; without it none. */
  readonly pacedBaudRate?: number;
}

/** Lock boards over the simulated cabinet, already polled once. */
export async function lockBoardsUnderTest(
  boards: readonly SimulatedBoard[] = [BOARD_A],
  { times = {}, profile = {}, pacedBaudRate }: SetupOptions = {},
): Promise<LockBoardsUnderTest> {
  const clock = new ManualClock();
  const devices = createSimulatedDevices({
    boards,
    clock,
    turnaroundMs: 8,
    ...(pacedBaudRate !== undefined && { pacedBaudRate }),
  });
  const wire = {
    name: "wire 1",
    transport: devices.lockTransport,
    baudRate: pacedBaudRate ?? 19_200,
    boards: boards.map((board) => ({ ...board, isCommissioned: true, ...profile })),
  };
  const driver = createLockBoards({ wires: [wire], clock, times });
  const doors: DoorChange[] = [];
  const statuses: BoardStatus[] = [];
  const frames: TracedFrame[] = [];
  driver.onDoorChanged((change) => doors.push(change));
  driver.onBoardChanged((status) => statuses.push(status));
  driver.onFrame((frame) => frames.push(frame));
  driver.start();
  await clock.advance(100);
  return {
    clock,
    devices,
    boards: driver,
    doors,
    statuses,
    frames,
    unlockFrames: () => frames.filter(isUnlock).map(({ bytes }) => hex(bytes)),
    doorHistory: (channel) =>
      doors.filter(({ lock }) => lock.board === "A" && lock.channel === channel).map(({ reading }) => reading.door),
  };
}

function isUnlock({ direction, bytes }: TracedFrame): boolean {
  return direction === "sent" && bytes[2] === 0x31;
}
