import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { LockBoards } from "#core/interfaces/lockBoard.ts";
import { createLockBoards } from "#device/lockboard/lockBoards.ts";
import { createSimulatedDevices, type SimulatedDeskDevices } from "#device/simulator/simulatedDevices.ts";
import { VirtualTime } from "#simulation/engine/virtualTime.ts";
import { benchBoards } from "./pacedBoards.ts";

const HOURS = 24;
/** Caches and compiled code have their size by then. */
const WARM_HOURS = 2;
const MINUTE_MS = 60_000;
/** How long a door stands open, and the wire hangs out. */
const OPEN_MS = 4_000;

export interface DayOfPolling {
  /** Live memory after the warm hours and at the end, bytes. */
  readonly warmBytes: number;
  readonly endBytes: number;
  readonly polls: number;
  readonly unlocks: number;
}

/**
 * A day of a kiosk with ten boards in simulated time: polled once a second, a door opened and shut each minute, a board that
 * loses its power now and then, and a wire that is pulled out once an hour.
 */
export async function measureDay(): Promise<DayOfPolling> {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const time = new VirtualTime();
  const devices = createSimulatedDevices({ boards: benchBoards, clock: time, turnaroundMs: 8 });
  const boards = createLockBoards({
    wires: [
      {
        name: "bench",
        transport: devices.lockTransport,
        baudRate: 9_600,
        boards: benchBoards.map((board) => ({ ...board, isCommissioned: true })),
      },
    ],
    clock: time,
  });
  boards.start();
  let unlocks = 0;
  const liveBytes = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  let warmBytes = 0;
  for (let minute = 1; minute <= HOURS * 60; minute += 1) {
    unlocks += await liveOneMinute({ boards, devices, time }, minute);
    if (minute === WARM_HOURS * 60) warmBytes = liveBytes();
  }
  const endBytes = liveBytes();
  const polls = boards.boards().reduce((total, { requests }) => total + requests, 0);
  await boards.stop();
  return { warmBytes, endBytes, polls, unlocks };
}

interface Kiosk {
  readonly boards: LockBoards;
  readonly devices: SimulatedDeskDevices;
  readonly time: VirtualTime;
}

/** Returns the number of doors that opened. */
async function liveOneMinute({ boards, devices, time }: Kiosk, minute: number): Promise<number> {
  const board = `B${minute % benchBoards.length}`;
  const lock = { board, channel: 1 + (minute % 16) };
  const isAway = minute % 60 === 0;
  if (isAway) devices.cabinet.unplugWire();
  devices.cabinet.breakBoard("B9", { isDead: minute % 30 === 5 });
  const outcome = boards.unlock({ requestId: `minute ${minute}`, lock, useByMs: 5_000 });
  await time.advance(OPEN_MS);
  devices.cabinet.shutDoor(lock);
  devices.cabinet.plugWire();
  await time.advance(MINUTE_MS - OPEN_MS);
  return (await outcome) === "opened" ? 1 : 0;
}
