import type { CommissioningProblem } from "#core/contract/technician.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { BoardLine } from "./boardLine.ts";
import type { LearningBoard } from "./learningBoard.ts";
import { isSameReading, type Readings } from "./wiringEvidence.ts";

/** How often a board is asked before it counts as silent. Asking is harmless; pulsing is not. */
const ATTEMPTS_TO_READ = 3;
/** After a question without an answer: a late one must not pass for the next. */
const QUIET_AFTER_MISS_MS = 100;
/** Between two readings of a board. */
const GAP_MS = 20;
/** A door that has not moved so long after its pulse will not: bolts move within half a second. */
const WATCH_MS = 2_500;

/** Reads every channel of a board once, with patience; undefined where it stays silent. */
export async function readBoard(line: BoardLine, board: LearningBoard): Promise<Readings | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS_TO_READ; attempt += 1) {
    const answer = await line.ask(board.statusQuestion());
    await line.pause(answer.kind === "reply" ? Math.max(GAP_MS, board.options.driver.quietMs) : QUIET_AFTER_MISS_MS);
    if (answer.kind === "lost") return undefined;
    if (answer.kind !== "reply") continue;
    board.see(answer.reply);
    return answer.reply;
  }
  return undefined;
}

export interface PulseOptions {
  readonly line: BoardLine;
  readonly board: LearningBoard;
  /** 1-based. */
  readonly channel: number;
  readonly clock: Clock;
}

/** Pulses one lock once and learns from what its contact does. The door must be shut before. */
export async function watchPulse(options: PulseOptions): Promise<CommissioningProblem | undefined> {
  const { line, board, channel } = options;
  const before = await readBoard(line, board);
  if (before === undefined) return "boardSilent";
  const isLearned = board.calibration === "done";
  if (board.isShutOutdated) {
    board.shut = before;
    board.isShutOutdated = false;
  }
  const isShut = isLearned
    ? board.doorReading(channel).door === "closed"
    : board.shut !== undefined && isSameReading(board.shut, before);
  if (!isShut) {
    // A door was opened since, or one that had been left open was shut: both look alike before the lesson.
    board.isShutOutdated = !isLearned && board.calibration !== "learning" && board.shut !== undefined;
    return "doorsNotShut";
  }
  const answer = await line.ask(board.unlockQuestion(channel));
  if (answer.kind === "lost") return "portFailed";
  if (answer.kind === "reply" && answer.reply === "refused") return "refusesPulse";
  board.pulsed.add(channel);
  await line.pause(Math.max(GAP_MS, board.options.driver.quietMs));
  const after = await readChange(options, before);
  if (after === undefined) return "boardSilent";
  const evidence = board.learnFrom(before, after, channel);
  if (evidence.kind === "learned") return undefined;
  return evidence.kind === "nothingChanged" ? "nothingChanged" : "severalChanged";
}

/** The first reading that came twice and differs from before; the last one where none does. */
async function readChange({ line, board, clock }: PulseOptions, before: Readings): Promise<Readings | undefined> {
  const untilMs = clock.monotonicMs() + WATCH_MS;
  let latest: Readings | undefined;
  while (clock.monotonicMs() < untilMs) {
    const reading = await readBoard(line, board);
    if (reading === undefined) return latest;
    const isSteady = latest !== undefined && isSameReading(latest, reading);
    if (isSteady && !isSameReading(before, reading)) return reading;
    latest = reading;
  }
  return latest;
}
