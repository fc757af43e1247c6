import type { FrameMatch, FrameRule } from "../deframer.ts";

/*
 * KERONG CU16, 19200 8N1: `02 ADDR CMD [data] 03 SUM`, ADDR = board in the high nibble and lock (0-based) in the low one,
 * SUM = sum of all bytes before it, modulo 256. Numbers in this folder are hexadecimal as in the protocol's documents.
 * Commands 32 (status of all boards) and 33 (unlock all) exist and are never sent: no broadcast in service.
 */
export const START = 0x02;
export const END = 0x03;
export const STATUS = 0x30;
export const UNLOCK = 0x31;
export const STATUS_REPLY = 0x35;
export const UNLOCK_TIME_REPLY = 0x38;

const SHORT_LENGTH = 5;
const UNLOCK_TIME_LENGTH = 7;
const STATUS_REPLY_LENGTH = 9;
const SHORT_FRAMES = [SHORT_LENGTH];
const STATUS_FRAMES = [STATUS_REPLY_LENGTH];
const UNLOCK_TIME_FRAMES = [SHORT_LENGTH, UNLOCK_TIME_LENGTH];

/** The sum over bytes[start..end[, modulo 256; over all of an unfinished frame by default. */
export function sumOf(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let sum = 0;
  for (let at = start; at < end; at += 1) sum += bytes[at] ?? 0;
  return sum & 0xff;
}

/** Frames that a controller sends: all five bytes long. */
export const requestRule: FrameRule = (bytes, start) => matchLengths(bytes, start, SHORT_FRAMES);

/** Frames that a board sends: status replies, and the optional answers to an unlock. */
export const replyRule: FrameRule = (bytes, start) => {
  if (bytes[start] !== START) return { kind: "none" };
  if (bytes.length - start < 3) return { kind: "incomplete" };
  const command = bytes[start + 2];
  if (command === STATUS_REPLY) return matchLengths(bytes, start, STATUS_FRAMES);
  if (command === UNLOCK_TIME_REPLY) return matchLengths(bytes, start, UNLOCK_TIME_FRAMES);
  if (command === UNLOCK) return matchLengths(bytes, start, SHORT_FRAMES);
  return { kind: "none" };
};

function matchLengths(bytes: Uint8Array, start: number, lengths: readonly number[]): FrameMatch {
  if (bytes[start] !== START) return { kind: "none" };
  for (const length of lengths) {
    if (bytes.length - start < length) return { kind: "incomplete" };
    const last = start + length - 1;
    if (bytes[last - 1] !== END) continue;
    if (sumOf(bytes, start, last) === bytes[last]) return { kind: "frame", length };
  }
  return { kind: "none" };
}

/** Appends the end byte and the sum. */
export function closeFrame(head: readonly number[]): Uint8Array {
  const frame = new Uint8Array(head.length + 2);
  frame.set(head);
  frame[head.length] = END;
  frame[head.length + 1] = sumOf(frame);
  return frame;
}
