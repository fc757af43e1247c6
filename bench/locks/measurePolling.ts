import type { LockBoards } from "#core/interfaces/lockBoard.ts";
import { createLockBoards } from "#device/lockboard/lockBoards.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { bareCycles } from "./bareLoop.ts";
import { BOARDS, benchBoards, CHANNELS, type PacedBoards, UNLOCK_BYTES, wireMs } from "./pacedBoards.ts";

/** Cycles of each side in a turn; the two sides take turns on the same line. */
const CYCLES_PER_TURN = 8;
const TURNS = 5;
/** Cycles before the measured ones: the port opens, code is compiled. */
const WARM_UP_CYCLES = 2;
const UNLOCKS_PER_BOARD = 6;
/** Pulses on one wire are 500 ms apart; the rest keeps them out of step with the polls. */
const BETWEEN_UNLOCKS_MS = 520;
const RANDOM_REST_MS = 900;

const clock = systemClock();

/** Full poll cycles of ten boards, milliseconds. */
export interface PollCycles {
  readonly kiosk: readonly number[];
  readonly bare: readonly number[];
}

export async function measurePollCycles({ path }: PacedBoards, baudRate: number): Promise<PollCycles> {
  const cycles = { kiosk: [] as number[], bare: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    cycles.bare.push(...(await bareCycles(path, baudRate, CYCLES_PER_TURN + WARM_UP_CYCLES)).slice(WARM_UP_CYCLES));
    cycles.kiosk.push(...(await kioskCycles(path, baudRate)));
  }
  return cycles;
}

/** The kiosk's own polling without pauses, from one question to the first board to the next. */
async function kioskCycles(path: string, baudRate: number): Promise<number[]> {
  const boards = openBoards(path, baudRate, 0);
  const starts: number[] = [];
  const isEnough = new Promise<void>((resolve) => {
    boards.onFrame(({ direction, bytes, atMs }) => {
      // Board 0 stands in the high nibble of the second byte.
      if (direction !== "sent" || bytes[1] !== 0) return;
      starts.push(atMs);
      if (starts.length > CYCLES_PER_TURN + WARM_UP_CYCLES) resolve();
    });
  });
  boards.start();
  await isEnough;
  await boards.stop();
  const times = starts.slice(1).map((startMs, index) => startMs - (starts[index] ?? Number.NaN));
  return times.slice(WARM_UP_CYCLES, WARM_UP_CYCLES + CYCLES_PER_TURN);
}

/** How long unlocks waited while the boards were polled once a second, milliseconds. */
export interface UnlockWaits {
  /** From the call to the unlock frame's last bit on the wire, the reading before the pulse included. */
  readonly waits: readonly number[];
  /** Whole polls in the same minutes. */
  readonly polls: readonly number[];
}

export async function measureUnlockWaits(paced: PacedBoards, baudRate: number): Promise<UnlockWaits> {
  const boards = openBoards(paced.path, baudRate, undefined);
  const waits: number[] = [];
  const polls: number[] = [];
  let pollSentMs = 0;
  let unlockSentMs = 0;
  boards.onFrame(({ direction, bytes, atMs }) => {
    if (direction === "sent" && bytes[2] === 0x30) pollSentMs = atMs;
    if (direction === "sent" && bytes[2] === 0x31) unlockSentMs = atMs;
    if (direction === "received" && bytes[2] === 0x35) polls.push(atMs - pollSentMs);
  });
  boards.start();
  const ready = (): boolean => boards.boards().every(({ status }) => status === "online");
  while (!ready()) await rest(50);
  for (let round = 0; round < UNLOCKS_PER_BOARD * BOARDS; round += 1) {
    const lock = { board: `B${round % BOARDS}`, channel: 1 + (round % CHANNELS) };
    await rest(BETWEEN_UNLOCKS_MS + Math.random() * RANDOM_REST_MS);
    const calledAtMs = clock.monotonicMs();
    const outcome = await boards.unlock({ requestId: `unlock ${round}`, lock, useByMs: 5_000 });
    if (outcome !== "opened") throw new Error(`A door of ${lock.board} did not open: ${outcome}.`);
    waits.push(unlockSentMs - calledAtMs + wireMs(UNLOCK_BYTES, baudRate));
    await paced.shutDoor(lock.board, lock.channel);
    while (boards.latest(lock).door !== "closed") await rest(20);
  }
  await boards.stop();
  return { waits, polls };
}

/** `pollMs`: the pause between two polls of a board; the kiosk's own where undefined. */
function openBoards(path: string, baudRate: number, pollMs: number | undefined): LockBoards {
  return createLockBoards({
    wires: [
      {
        name: "bench",
        transport: serialTransport({ path, baudRate, clock, discardsUnsent: true }),
        baudRate,
        boards: benchBoards.map((board) => ({ ...board, isCommissioned: true })),
      },
    ],
    clock,
    ...(pollMs !== undefined && { times: { pollMs } }),
  });
}

function rest(forMs: number): Promise<void> {
  return new Promise((resolve) => clock.after(forMs, resolve));
}
