import type { Clock } from "#core/interfaces/clock.ts";
import type { DoorReading, UnlockOutcome } from "#core/interfaces/lockBoard.ts";
import { attendedTimer } from "../transport/attendedTimer.ts";
import type { Board } from "./board.ts";
import type { DoorWatch } from "./doorWatch.ts";
import type { LockBoardTimes } from "./lockBoardTimes.ts";
import type { PulseTurns } from "./pulseTurns.ts";

export interface UnlockOptions {
  readonly turns: PulseTurns;
  readonly clock: Clock;
  readonly times: LockBoardTimes;
  /** Monotonic time after which the pulse must not leave. */
  readonly useByMs: number;
  /** A faulty sensor keeps no pulse back and proves no jam. */
  readonly sensor: "trusted" | "faulty";
}

/** How often the door is asked for before a pulse is given up. Asking is harmless; pulsing is not. */
const ATTEMPTS_TO_READ = 2;
/** A door is called jammed on no fewer readings than this. */
const READINGS_TO_JAM = 2;

/** Reads the door, pulses at most once, and reads what the door did. Never rejects. */
export async function unlockDoor(board: Board, channel: number, options: UnlockOptions): Promise<UnlockOutcome> {
  if (!board.mayPulse) return "noReply";
  const release = await options.turns.take();
  if (release === undefined) return "expired";
  let watch: DoorWatch;
  let pulsedAtMs: number;
  try {
    const before = await readBeforePulse(board, channel, options);
    if (options.clock.monotonicMs() > options.useByMs) return "expired";
    if (before === undefined || !board.mayPulse) return "noReply";
    if (before.door === "open" && options.sensor === "trusted") return "alreadyOpen";
    const pulse = await board.pulse(channel, options.useByMs);
    if (pulse.kind === "notSent") return pulse.reason === "expired" ? "expired" : "noReply";
    pulsedAtMs = pulse.sentAtMs;
    options.turns.markPulse(pulsedAtMs);
    watch = board.watch(channel, pulsedAtMs, before.door);
  } finally {
    release();
  }
  return outcomeOf(watch, pulsedAtMs, options);
}

async function readBeforePulse(
  board: Board,
  channel: number,
  options: UnlockOptions,
): Promise<DoorReading | undefined> {
  const { clock, times, useByMs } = options;
  const latest = board.raw(channel);
  const isFresh = latest !== undefined && clock.monotonicMs() - latest.askedAtMs <= times.freshReadingMs;
  // A reading that differs from the ones before may be flicker: then the next one decides.
  if (isFresh && latest.reading.door === board.steady(channel).door) return latest.reading;
  for (let attempt = 1; attempt <= ATTEMPTS_TO_READ; attempt += 1) {
    const outcome = await board.ask(useByMs);
    if (outcome === "notSent") return undefined;
    if (outcome === "noReply") continue;
    const raw = board.raw(channel)?.reading;
    if (raw?.door === board.steady(channel).door || attempt === ATTEMPTS_TO_READ) return raw;
  }
  return undefined;
}

function outcomeOf(watch: DoorWatch, pulsedAtMs: number, options: UnlockOptions): Promise<UnlockOutcome> {
  const { clock, times, sensor } = options;
  return new Promise((resolve) => {
    const cancels: (() => void)[] = [];
    const settle = (outcome: UnlockOutcome): void => {
      for (const cancel of cancels) cancel();
      resolve(outcome);
    };
    const judge = (): void => {
      const nowMs = clock.monotonicMs();
      const isJamTime = nowMs - pulsedAtMs >= times.jamAfterMs && watch.readings >= READINGS_TO_JAM;
      if (watch.hasOpened) settle("opened");
      else if (watch.hasEnded) settle("unresolved");
      // Only a door that was read shut without a gap stayed shut: a quick hand may have been missed in any other case.
      else if (isJamTime) settle(sensor === "trusted" && !watch.hasGap(nowMs) ? "jammed" : "unresolved");
      else if (nowMs - pulsedAtMs >= times.giveUpAfterMs) settle("unresolved");
    };
    watch.onReading(judge);
    // Time is counted from the pulse, which left before its answer came.
    const inMs = (atMs: number): number => Math.max(0, pulsedAtMs + atMs - clock.monotonicMs());
    cancels.push(
      attendedTimer(clock, inMs(times.jamAfterMs), judge),
      attendedTimer(clock, inMs(times.giveUpAfterMs), judge),
    );
  });
}
