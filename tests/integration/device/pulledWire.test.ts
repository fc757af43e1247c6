import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { LockBoards, UnlockOutcome } from "#core/interfaces/lockBoard.ts";
import { createLockBoards } from "#device/lockboard/lockBoards.ts";
import { type SimulatedBoard, SimulatedCabinet } from "#device/simulator/simulatedCabinet.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { isFullRun } from "#tests/support/fullRun.ts";
import { type PulledWire, startPulledWire } from "#tests/support/pulledWire.ts";
import { until } from "#tests/support/until.ts";

const BAUD_RATE = 9_600;
const BACK_IN_SERVICE_MS = 10_000;
/** Wires that are pulled at the same time; a hundred rounds among them, ten times as many in a full run. */
const WIRES = 5;
const ROUNDS_PER_WIRE = isFullRun ? 200 : 20;
const CHANNELS = 4;
const clock = systemClock();

/** What one round does; times in milliseconds. */
interface Round {
  readonly channel: number;
  readonly isAsked: boolean;
  /** From a request leaving to the pull: a CU16 transaction takes 15 ms at this speed. */
  readonly pullAfterMs: number;
  readonly goneMs: number;
}

const anyRound = fc.record<Round>({
  channel: fc.integer({ min: 1, max: CHANNELS }),
  isAsked: fc.boolean(),
  pullAfterMs: fc.integer({ min: 0, max: 16 }),
  goneMs: fc.integer({ min: 0, max: 400 }),
});

test(
  "a wire that is pulled mid-frame, a hundred times, is in service each time it returns, and no door opened that was not asked for",
  async () => {
    const seed = isFullRun ? Date.now() : 20_261_120;
    const rounds = fc.sample(anyRound, { numRuns: WIRES * ROUNDS_PER_WIRE, seed });
    await Promise.all(
      Array.from({ length: WIRES }, (_, index) =>
        pullAgainAndAgain(rounds.slice(index * ROUNDS_PER_WIRE, (index + 1) * ROUNDS_PER_WIRE), `seed ${seed}`),
      ),
    );
  },
  isFullRun ? 900_000 : 120_000,
);

async function pullAgainAndAgain(rounds: readonly Round[], name: string): Promise<void> {
  const board: SimulatedBoard = {
    name: "A",
    family: "kerong-cu16",
    address: 0,
    channels: CHANNELS,
    feedback: "closing",
    byteOrder: "lastByteFirst",
    hasOccupancy: false,
  };
  const cabinet = new SimulatedCabinet([board]);
  const wire = await startPulledWire(cabinet, BAUD_RATE);
  const boards = createLockBoards({
    wires: [
      {
        name: "wire",
        transport: serialTransport({ path: wire.path, baudRate: BAUD_RATE, clock, discardsUnsent: true }),
        baudRate: BAUD_RATE,
        boards: [{ ...board, isCommissioned: true }],
      },
    ],
    clock,
    times: { pollMs: 200 },
  });
  boards.start();
  try {
    await awaitService(boards, name, clock.monotonicMs());
    for (const [index, round] of rounds.entries())
      await pullOnce({ boards, cabinet, wire }, round, `${name}, ${index}`);
    const lock = { board: "A", channel: 1 };
    expect(await boards.unlock({ requestId: "last", lock, useByMs: 5_000 })).toBe("opened");
  } finally {
    await boards.stop();
    await wire.close();
  }
}

interface Line {
  readonly boards: LockBoards;
  readonly cabinet: SimulatedCabinet;
  readonly wire: PulledWire;
}

async function pullOnce({ boards, cabinet, wire }: Line, round: Round, name: string): Promise<void> {
  const lock = { board: "A", channel: round.channel };
  const before = pulsesOf(cabinet);
  const asked: Promise<UnlockOutcome> | undefined = round.isAsked
    ? boards.unlock({ requestId: name, lock, useByMs: 5_000 })
    : undefined;
  await nextRequest(boards);
  await pause(round.pullAfterMs);
  await wire.pull();
  await pause(round.goneMs);
  await wire.plug();
  const outcome = await asked;
  await awaitService(boards, name, clock.monotonicMs());
  const isPossible = outcome !== undefined && ["opened", "jammed", "unresolved"].includes(outcome);
  for (const [index, pulses] of pulsesOf(cabinet).entries()) {
    const isAllowed = index + 1 === round.channel && isPossible ? 1 : 0;
    expect(pulses - (before[index] ?? 0), `pulses of channel ${index + 1}, ${name}, ${outcome}`).toBeLessThanOrEqual(
      isAllowed,
    );
  }
  cabinet.shutDoor(lock);
  await until(() => boards.latest(lock).door === "closed", { what: `the door read shut again, ${name}` });
}

/** Resolves when the next request has left. */
function nextRequest(boards: LockBoards): Promise<void> {
  return new Promise((resolve) => boards.onFrame(({ direction }) => direction === "sent" && resolve()));
}

/** Resolves when the board answered after `sinceMs` and each door is known. */
async function awaitService(boards: LockBoards, name: string, sinceMs: number): Promise<void> {
  const channels = Array.from({ length: CHANNELS }, (_, index) => index + 1);
  const isInService = (): boolean => {
    const { sinceReplyMs = Number.POSITIVE_INFINITY } = boards.boards()[0] ?? {};
    const hasAnswered = clock.monotonicMs() - sinceReplyMs > sinceMs;
    return hasAnswered && channels.every((channel) => boards.latest({ board: "A", channel }).door !== "unknown");
  };
  await until(isInService, { what: `every door read, ${name}`, timeoutMs: BACK_IN_SERVICE_MS });
}

function pulsesOf(cabinet: SimulatedCabinet): readonly number[] {
  return cabinet.state().compartments.map(({ pulses }) => pulses);
}
