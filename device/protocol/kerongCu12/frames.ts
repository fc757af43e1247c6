import type { FrameMatch, FrameRule } from "../deframer.ts";
import { sum8 } from "../sum8.ts";

/*
 * KERONG CU12 and CU24, 19200 8N1: `02 ADDR LOCK CMD ASK LEN 03 SUM DATA…`. SUM counts every byte but itself, also the data
 * that follows it; values of several bytes are big-endian. Numbers in this folder are hexadecimal as in the documents.
 * Address 10 (all boards), the lock number that is the count of locks (unlock all), 82 to 85 (settings) and 8E (factory
 * reset) exist and are never sent.
 */
const START = 0x02;
const END = 0x03;
export const STATUS = 0x80;
export const UNLOCK = 0x81;
export const VERSION = 0x8f;

/** ASK of a request; of a reply: done, or why not. */
export const ASK_REQUEST = 0x00;
export const ASK_DONE = 0x10;
const ASK_HIGHEST = 0x14;

export const CU12_HIGHEST_ADDRESS = 0x0f;
const BROADCAST = 0x10;
/** Lock numbers are 0-based; the larger board's highest one. */
const HIGHEST_LOCK = 0x17;

const HEADER_LENGTH = 8;
const SUM_AT = 7;
/** The documents limit a frame to 48 bytes. */
const LONGEST_DATA = 48 - HEADER_LENGTH;

/**
 * Bytes of data in the replies to our questions. The documents allow 40; knowing better means that a damaged length claims
 * at most three bytes of the next frame.
 */
const REPLY_DATA = new Map<number, readonly number[]>([
  [STATUS, [0, 2, 3]],
  [UNLOCK, [0]],
  [VERSION, [0, 2]],
]);

/** The parts of a frame; START, END, length and sum follow from them. */
export interface Cu12Frame {
  readonly address: number;
  /** 0-based lock number; 0 where no lock is meant. */
  readonly lock: number;
  readonly command: number;
  readonly ask: number;
  readonly data: Uint8Array;
}

/** One check for each byte of the header, in order; the header so far is handed along. */
type HeaderChecks = readonly ((byte: number, header: Uint8Array) => boolean)[];

const REPLY_CHECKS: HeaderChecks = [
  (start) => start === START,
  (address) => address <= CU12_HIGHEST_ADDRESS,
  (lock) => lock <= HIGHEST_LOCK,
  (command) => REPLY_DATA.has(command),
  (ask) => ask >= ASK_DONE && ask <= ASK_HIGHEST,
  (dataLength, header) => REPLY_DATA.get(header[3] ?? 0)?.includes(dataLength) === true,
  (end) => end === END,
  () => true,
];

const REQUEST_CHECKS: HeaderChecks = [
  (start) => start === START,
  (address) => address <= BROADCAST,
  () => true,
  () => true,
  (ask) => ask === ASK_REQUEST,
  (dataLength) => dataLength <= LONGEST_DATA,
  (end) => end === END,
  () => true,
];

/** Frames that a controller sends, those of other controllers included. */
export const requestRule: FrameRule = (bytes, start) => matchFrame(bytes, start, REQUEST_CHECKS);

/** Frames that boards send in answer to a status, unlock or version request. */
export const replyRule: FrameRule = (bytes, start) => matchFrame(bytes, start, REPLY_CHECKS);

function matchFrame(bytes: Uint8Array, start: number, checks: HeaderChecks): FrameMatch {
  const header = bytes.subarray(start, start + HEADER_LENGTH);
  if (!checks.slice(0, header.length).every((isRight, at) => isRight(header[at] ?? 0, header))) return { kind: "none" };
  const length = HEADER_LENGTH + (header[5] ?? 0);
  if (header.length < HEADER_LENGTH || bytes.length - start < length) return { kind: "incomplete" };
  const isSumRight = sumOf(bytes.subarray(start, start + length)) === header[SUM_AT];
  return isSumRight ? { kind: "frame", length } : { kind: "none" };
}

/** The sum of a whole frame: everything before it and the data behind it. */
function sumOf(frame: Uint8Array): number {
  return sum8([...frame.subarray(0, SUM_AT), ...frame.subarray(SUM_AT + 1)]);
}

/** The bytes of a frame. */
export function closeFrame({ address, lock, command, ask, data }: Cu12Frame): Uint8Array {
  const frame = Uint8Array.from([START, address, lock, command, ask, data.length, END, 0, ...data]);
  frame[SUM_AT] = sumOf(frame);
  return frame;
}

/** The parts of one whole frame that satisfies the rule, or undefined. */
export function openFrame(frame: Uint8Array, rule: FrameRule): Cu12Frame | undefined {
  const match = rule(frame, 0);
  if (match.kind !== "frame" || match.length !== frame.length) return undefined;
  const [, address = 0, lock = 0, command = 0, ask = 0] = frame;
  return { address, lock, command, ask, data: frame.slice(HEADER_LENGTH) };
}
