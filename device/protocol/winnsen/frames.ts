import type { FrameMatch, FrameRule } from "../deframer.ts";

/*
 * Winnsen (serial command document V202104), boards with up to 16 channels, 9600 8N1: `90 LEN FN STATION … 03`, LEN = whole
 * frame. Nothing protects the bytes between: everything that can be known beforehand is checked, and what cannot, the
 * bits of the doors, is only as good as a second reading. Numbers in this folder are hexadecimal as in the document.
 */
export const POLL = 0x02;
export const UNLOCK = 0x05;
/** A reply's function is the request's plus 80, on some boards plus A0. */
export const REPLY_MARKS = [0x80, 0xa0] as const;
export const HIGHEST_STATION = 15;
export const MOST_CHANNELS = 16;

const START = 0x90;
const END = 0x03;
const UNLOCK_LENGTH = 6;
const POLL_LENGTH = 7;
const REPLY_LENGTH = 7;

/** Frames that a controller sends: `90 06 05 STATION LOCK 03` and `90 07 02 STATION LOW HIGH 03`. */
export const requestRule: FrameRule = (bytes, start) =>
  match(bytes, start, (code) => {
    if (code === UNLOCK) return UNLOCK_LENGTH;
    return code === POLL ? POLL_LENGTH : undefined;
  });

/** Frames that a board sends, all seven bytes long. */
export const replyRule: FrameRule = (bytes, start) =>
  match(bytes, start, (code) => (requestCodeOf(code) === undefined ? undefined : REPLY_LENGTH));

/** The request's function that a reply's function answers, or undefined. */
export function requestCodeOf(replyCode: number): typeof POLL | typeof UNLOCK | undefined {
  for (const mark of REPLY_MARKS) {
    if (replyCode === POLL + mark) return POLL;
    if (replyCode === UNLOCK + mark) return UNLOCK;
  }
  return undefined;
}

/** A whole frame around its function, station and data. */
export function encodeWinnsenFrame(code: number, station: number, data: readonly number[]): Uint8Array {
  return Uint8Array.from([START, data.length + 5, code, station, ...data, END]);
}

/** Stops at the first byte that does not fit, so that a damaged frame holds up nothing behind it. */
function match(bytes: Uint8Array, start: number, lengthOf: (code: number) => number | undefined): FrameMatch {
  const available = bytes.length - start;
  if (bytes[start] !== START) return { kind: "none" };
  const length = bytes[start + 1] ?? 0;
  if (available > 1 && length !== UNLOCK_LENGTH && length !== POLL_LENGTH) return { kind: "none" };
  if (available > 2 && lengthOf(bytes[start + 2] ?? 0) !== length) return { kind: "none" };
  if (available > 3 && (bytes[start + 3] ?? 0) > HIGHEST_STATION) return { kind: "none" };
  if (available < 3 || available < length) return { kind: "incomplete" };
  return bytes[start + length - 1] === END ? { kind: "frame", length } : { kind: "none" };
}
