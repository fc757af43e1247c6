import { failed, ok, type Result } from "#core/base/result.ts";
import type { OpenOutcome } from "#core/contract/control.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { DoorReading, LockBoards } from "#core/interfaces/lockBoard.ts";
import { BoardLine, type LineAnswer } from "#device/commissioning/boardLine.ts";
import { type BoardProfile, readChannel } from "#device/lockboard/boardProfile.ts";
import { createLockBoards } from "#device/lockboard/lockBoards.ts";
import type { BoardRequest } from "#device/protocol/boardDriver.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import type { NamedBoard } from "./boardFlags.ts";

/** Longest wait for the first byte of an answer: a slow USB adapter on a busy machine, milliseconds. */
const ANSWER_MS = 250;
/** Asking is harmless. */
const ATTEMPTS = 3;
/** After a question without an answer, so that a late one does not pass for the next. */
const QUIET_MS = 100;
/** Longest wait until a board that has just answered does so again. */
const ONLINE_WITHIN_MS = 3_000;
/** Pulses for one door, each after it was read shut all the time since the one before. */
const MOST_PULSES = 3;
const USE_BY_MS = 5_000;
/** A program that has just started is slower than one that runs; nobody opens and shuts a door in this time. */
const BENCH_GAP_MS = 400;

/** What one board says: every channel, or no answer; fails with the reason for which the port could not be opened. */
export async function readBenchBoard(
  board: NamedBoard,
  clock: Clock,
): Promise<Result<readonly DoorReading[] | undefined, string>> {
  const { port, baudRate, driver, address, byteOrder } = board;
  const opened = await BoardLine.open(serialTransport({ path: port, baudRate, clock })(), clock);
  if (!opened.ok) return failed(portSentence(port, opened.error));
  const line = opened.value;
  try {
    const channels = board.channels ?? (await channelsOf(line, board)) ?? driver.limits.channels;
    const bits = await ask(line, board, driver.statusRequest({ address, channels, byteOrder }));
    const profile = profileOf(board, channels);
    return ok(bits && Array.from({ length: channels }, (_, index) => readChannel(bits[index], profile)));
  } finally {
    await line.close();
  }
}

/** A board on its own wire, for as long as a door is opened. */
export function benchBoards(board: NamedBoard, channels: number, { clock }: { readonly clock: Clock }): LockBoards {
  const { port: path, baudRate } = board;
  const transport = serialTransport({ path, baudRate, clock });
  return createLockBoards({
    wires: [{ name: path, transport, baudRate, boards: [profileOf(board, channels)] }],
    clock,
    times: { gapMs: BENCH_GAP_MS },
  });
}

export interface OpenSteps {
  readonly clock: Clock;
  readonly board: string;
  /** 1-based. */
  readonly channel: number;
  /** Makes the request durable before its pulse may leave, and gives its id. */
  readonly beforePulse: (pulse: number) => string;
  readonly afterPulse: (requestId: string, outcome: OpenOutcome | "expired", pulse: number) => void;
}

/** Opens one door: reads it, sends one pulse, and a further one only after it was read shut all the time. Never rejects. */
export async function openDoor(boards: LockBoards, steps: OpenSteps): Promise<OpenOutcome> {
  const { clock, channel, beforePulse, afterPulse } = steps;
  const lock = { board: steps.board, channel };
  await whenOnline(boards, clock);
  // A channel of which the board says nothing is not pulsed: nobody could tell what came of it.
  const { door } = await boards.read(lock);
  if (door === "unknown") return "noReply";
  let outcome: OpenOutcome = "noReply";
  for (let pulse = 1; pulse <= MOST_PULSES; pulse += 1) {
    const requestId = beforePulse(pulse);
    const came = await boards.unlock({ requestId, lock, useByMs: USE_BY_MS });
    afterPulse(requestId, came, pulse);
    outcome = came === "expired" ? "noReply" : came;
    if (outcome !== "jammed") break;
  }
  return outcome;
}

/** The name under which `benchBoards` knows its board. */
export const BENCH_BOARD = "bench";

function profileOf({ driver, address, feedback, byteOrder }: NamedBoard, channels: number): BoardProfile {
  const { family, hasOccupancy } = driver;
  // Whoever opens a door by hand sees which one it is.
  return { name: BENCH_BOARD, family, address, channels, feedback, byteOrder, hasOccupancy, isCommissioned: true };
}

async function channelsOf(line: BoardLine, board: NamedBoard): Promise<number | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    for (const request of board.driver.probeRequests(board.address)) {
      const found = await askOnce(line, board, request);
      if (found.kind === "reply" && found.reply.channels > 0) return found.reply.channels;
      if (found.kind === "lost") return undefined;
    }
  }
  return undefined;
}

async function ask<Reply>(
  line: BoardLine,
  board: NamedBoard,
  request: BoardRequest<Reply>,
): Promise<Reply | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const answer = await askOnce(line, board, request);
    if (answer.kind === "reply") return answer.reply;
    if (answer.kind === "lost") return undefined;
  }
  return undefined;
}

async function askOnce<Reply>(
  line: BoardLine,
  { driver }: NamedBoard,
  request: BoardRequest<Reply>,
): Promise<LineAnswer<Reply>> {
  const answer = await line.ask({ ...request, rule: driver.replyRule, waitMs: ANSWER_MS });
  await line.pause(answer.kind === "reply" ? driver.quietMs : QUIET_MS);
  return answer;
}

function whenOnline(boards: LockBoards, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ONLINE_WITHIN_MS, resolve);
    boards.onBoardChanged(({ status }) => {
      if (status !== "online") return;
      cancel();
      resolve();
    });
    boards.start();
  });
}

/** Why a port could not be opened. */
export function portSentence(port: string, reason: string): string {
  return `The port ${port} cannot be opened (${reason}). Check its name, its rights, and that no other program has it.`;
}
