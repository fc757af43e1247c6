import { type Figure, makeFigure } from "../figure.ts";
import { percentile } from "../statistics.ts";
import type { DayOfPolling } from "./measureDay.ts";
import type { PollCycles, UnlockWaits } from "./measurePolling.ts";
import { BOARDS, POLL_BYTES, UNLOCK_BYTES, wireMs } from "./pacedBoards.ts";

/** What the kiosk's checks may cost beside a loop that checks nothing; where the family prescribes no quiet time. */
const POLL_LIMIT = 1.25;
/** What an unlock may wait beside the poll that is on the wire and its own bytes. */
const UNLOCK_ALLOWANCE_MS = 15;
const CPU_LIMIT_PERCENT = 3;
/** What live memory may differ by between two moments of a day in which nothing is kept. */
const GROWTH_LIMIT_MB = 2;
const BYTES_PER_MB = 1_000_000;

/** A full poll cycle beside a bare loop over the same bytes on the same line. */
export function pollFigure({ kiosk, bare }: PollCycles, baudRate: number): Figure {
  return makeFigure(
    {
      name: `pollCycle${baudRate}`,
      what: `One poll of each of ${BOARDS} CU16 boards on a simulated line paced at ${baudRate} baud; both ways in turn.`,
      unit: "ms",
      rounds: kiosk.length,
      values: { p50: percentile(kiosk, 50), longest: percentile(kiosk, 100) },
    },
    [
      {
        value: "p50",
        beside: "bare loop that writes and reads the same bytes, median",
        reference: percentile(bare, 50),
        required: { atMost: POLL_LIMIT },
      },
      { value: "p50", beside: "the bytes' own time on the wire", reference: wireMs(POLL_BYTES * BOARDS, baudRate) },
    ],
  );
}

/** How long unlocks wait while ten boards are polled. */
export function unlockWaitFigure({ waits, polls }: UnlockWaits, baudRate: number): Figure {
  const ownMs = wireMs(UNLOCK_BYTES, baudRate);
  return makeFigure(
    {
      name: `unlockWhilePolling${baudRate}`,
      what: `From the call to the unlock frame's last bit at ${baudRate} baud, the reading of the door before it included.`,
      unit: "ms",
      rounds: waits.length,
      values: { p50: percentile(waits, 50), p99: percentile(waits, 99), longest: percentile(waits, 100) },
    },
    [
      {
        value: "p99",
        beside: `one poll (99 % of the same run's), the frame's own ${ownMs.toFixed(1)} ms, and ${UNLOCK_ALLOWANCE_MS} ms`,
        reference: percentile(polls, 99) + ownMs + UNLOCK_ALLOWANCE_MS,
        required: { atMost: 1 },
      },
      {
        value: "p99",
        beside: "the same with the poll's bytes alone",
        reference: wireMs(POLL_BYTES, baudRate) + ownMs + UNLOCK_ALLOWANCE_MS,
      },
    ],
  );
}

export function idleCpuFigure(percentOfACore: number): Figure {
  return makeFigure(
    {
      name: "idleCpu",
      what: "Processor time of the controller's process: nobody at the screen, 160 doors on ten boards polled at 9600 baud.",
      unit: "percentOfACore",
      rounds: 1,
      values: { idle: percentOfACore },
    },
    [{ value: "idle", beside: "limit", reference: CPU_LIMIT_PERCENT, required: { atMost: 1 } }],
  );
}

export function dayFigure({ warmBytes, endBytes, polls, unlocks }: DayOfPolling): Figure {
  return makeFigure(
    {
      name: "memoryOfADay",
      what: `Live memory after 24 simulated hours (${polls} polls, ${unlocks} doors opened) beside that after two.`,
      unit: "megabytes",
      rounds: 1,
      values: { after24h: endBytes / BYTES_PER_MB },
    },
    [
      {
        value: "after24h",
        beside: `after two hours, and ${GROWTH_LIMIT_MB} MB`,
        reference: warmBytes / BYTES_PER_MB + GROWTH_LIMIT_MB,
        required: { atMost: 1 },
      },
    ],
  );
}
