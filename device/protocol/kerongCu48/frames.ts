import type { FrameMatch, FrameRule } from "../deframer.ts";
import { sum8 } from "../sum8.ts";

/*
 * KERONG CU48B, 19200 8N1. Requests are `02 ADDR LOCK CMD 03 SUM`, replies `02 ADDR 00 75 L0..L5 S0..S5 03 SUM` with 48 lock
 * bits and 48 sensor bits; SUM = sum of all bytes before it, modulo 256. Numbers in this folder are hexadecimal as in the
 * documents. Lock 30 (unlock all) and address 0A (all boards) exist and are never sent.
 */
const START = 0x02;
const END = 0x03;
export const STATUS = 0x60;
export const UNLOCK = 0x61;
export const STATUS_REPLY = 0x75;

export const CU48_HIGHEST_ADDRESS = 0x09;
const REQUEST_LENGTH = 6;
const REPLY_LENGTH = 18;

/** Frames that a controller sends. */
export const requestRule: FrameRule = (bytes, start) =>
  bytes[start] === START ? matchLength(bytes, start, REQUEST_LENGTH) : { kind: "none" };

/** Frames that a board sends: always all of its locks. */
export const replyRule: FrameRule = (bytes, start) => {
  const [first, address = 0, lock = 0, command = STATUS_REPLY] = bytes.subarray(start, start + 4);
  const isReply = first === START && address <= CU48_HIGHEST_ADDRESS && lock === 0 && command === STATUS_REPLY;
  return isReply ? matchLength(bytes, start, REPLY_LENGTH) : { kind: "none" };
};

function matchLength(bytes: Uint8Array, start: number, length: number): FrameMatch {
  if (bytes.length - start < length) return { kind: "incomplete" };
  const frame = bytes.subarray(start, start + length);
  const isRight = frame[length - 2] === END && sum8(frame.subarray(0, length - 1)) === frame[length - 1];
  return isRight ? { kind: "frame", length } : { kind: "none" };
}

/** Puts start byte, end byte and sum around the rest of a frame. */
export function closeFrame(middle: readonly number[]): Uint8Array {
  const body = [START, ...middle, END];
  return Uint8Array.from([...body, sum8(body)]);
}

/** True for one whole frame that satisfies the rule. */
export function isFrame(frame: Uint8Array, rule: FrameRule): boolean {
  const match = rule(frame, 0);
  return match.kind === "frame" && match.length === frame.length;
}
