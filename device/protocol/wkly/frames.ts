import type { FrameMatch, FrameRule } from "../deframer.ts";
import { closeWithXor, xorOf } from "../xorCheck.ts";

/*
 * WKLY, boards with 12 or 24 channels, 9600 8N1: `57 4B 4C 59` ("WKLY"), length of the whole frame, board, command, data,
 * XOR of all bytes before it. Numbers in this folder are hexadecimal as in the boards' documents.
 * Also documented and never sent: 80, 87 (unlock several), 86 (unlock all), 81 (flash) and 88 (power a channel), which keep a
 * solenoid energised until the board is restarted, 89 (power off).
 */
export const UNLOCK_TOGETHER = 0x80;
export const FLASH = 0x81;
export const UNLOCK = 0x82;
export const CHANNEL_STATUS = 0x83;
export const STATUS = 0x84;
export const REPORT = 0x85;
export const UNLOCK_ALL = 0x86;
export const UNLOCK_IN_TURN = 0x87;
export const HOLD_ON = 0x88;
export const HOLD_OFF = 0x89;

export const DONE = 0x00;
export const FAILED = 0xff;
export const MOST_CHANNELS = 24;

const PREAMBLE = [0x57, 0x4b, 0x4c, 0x59] as const;
/** Preamble, length, board, command and check around the data. */
const FRAME_EXTRA = 8;

/** Fewest and most bytes of data by command. */
type DataLengths = ReadonlyMap<number, readonly [fewest: number, most: number]>;

const REQUEST_DATA: DataLengths = new Map([
  [UNLOCK_TOGETHER, [1, 1 + MOST_CHANNELS]],
  [FLASH, [1, 1]],
  [UNLOCK, [1, 1]],
  [CHANNEL_STATUS, [1, 1]],
  [STATUS, [0, 0]],
  // One source sends it with a byte of data, against the maker's own example.
  [UNLOCK_ALL, [0, 1]],
  [UNLOCK_IN_TURN, [1, 1 + MOST_CHANNELS]],
  [HOLD_ON, [1, 1]],
  [HOLD_OFF, [1, 1]],
]);

/** Replies that say "failed" may leave out what comes after the status byte. */
const REPLY_DATA: DataLengths = new Map([
  [UNLOCK_TOGETHER, [1, 1]],
  [FLASH, [1, 2]],
  [UNLOCK, [1, 3]],
  [CHANNEL_STATUS, [1, 3]],
  [STATUS, [1, 2 + MOST_CHANNELS]],
  [REPORT, [2, 2]],
  [UNLOCK_ALL, [1, 1]],
  [UNLOCK_IN_TURN, [1, 1]],
  [HOLD_ON, [1, 2]],
  [HOLD_OFF, [1, 2]],
]);

/** Frames that a controller sends, those included that ours never sends. */
export const requestRule: FrameRule = (bytes, start) => match(bytes, start, REQUEST_DATA);

/** Frames that a board sends, reports included that nobody asked for. */
export const replyRule: FrameRule = (bytes, start) => match(bytes, start, REPLY_DATA);

/** A whole frame around its command and data. */
export function encodeWklyFrame(address: number, command: number, data: readonly number[]): Uint8Array {
  return closeWithXor([...PREAMBLE, FRAME_EXTRA + data.length, address, command, ...data]);
}

/** The parts of one whole frame; undefined where the rule finds none, or another length. */
export function partsOf(
  frame: Uint8Array,
  rule: FrameRule,
): { readonly address: number; readonly command: number; readonly data: readonly number[] } | undefined {
  const found = rule(frame, 0);
  if (found.kind !== "frame" || found.length !== frame.length) return undefined;
  return { address: frame[5] ?? 0, command: frame[6] ?? 0, data: [...frame.subarray(7, -1)] };
}

/** The length must fit the command before it is trusted: a damaged one would make the parser wait for bytes that never come. */
function match(bytes: Uint8Array, start: number, dataLengths: DataLengths): FrameMatch {
  const available = bytes.length - start;
  for (const [index, letter] of PREAMBLE.entries()) {
    if (index === available) return { kind: "incomplete" };
    if (bytes[start + index] !== letter) return { kind: "none" };
  }
  if (available < FRAME_EXTRA - 1) return { kind: "incomplete" };
  const length = bytes[start + 4] ?? 0;
  const [fewest, most] = dataLengths.get(bytes[start + 6] ?? 0) ?? [1, 0];
  const dataLength = length - FRAME_EXTRA;
  if (dataLength < fewest || dataLength > most) return { kind: "none" };
  if (available < length) return { kind: "incomplete" };
  return xorOf(bytes.subarray(start, start + length)) === 0 ? { kind: "frame", length } : { kind: "none" };
}
