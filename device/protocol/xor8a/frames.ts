import type { FrameMatch, FrameRule } from "../deframer.ts";
import { xorOf } from "../xorCheck.ts";

/*
 * XOR-8A, the common Chinese boards with 2 to 50 channels, 9600 8N1: `HEADER aa cc FN BCC`, aa = board, cc = channel
 * (1-based), BCC = XOR of all bytes before it. Numbers in this folder are hexadecimal as in the boards' documents.
 * Also documented and never sent: `8A aa 00 11` (unlock all), `90` (unlock several), `9A` and `9B` (power a channel until
 * told otherwise), `9D` (unlock all, without a check).
 */
export const QUERY = 0x80;
export const UNLOCK = 0x8a;
export const UNLOCK_SEVERAL = 0x90;
export const HOLD_ON = 0x9a;
export const HOLD_OFF = 0x9b;
/** Function of an unlock; in replies the value of a contact that is made. */
export const PULSE = 0x11;
/** Function of a query, and the byte that ends the reply to a query of all channels. */
export const ASK = 0x33;
/** Value of a contact that is not made. */
export const NO_CONTACT = 0x00;

export const LOWEST_ADDRESS = 1;
export const HIGHEST_ADDRESS = 32;

const SHORT_LENGTH = 5;
const TIMED_LENGTH = 6;
const MOST_STATUS_BYTES = 7;
/** Header, address, end byte and check around the status bytes. */
const STATUS_FRAME_EXTRA = 4;
const LONGEST_STATUS = STATUS_FRAME_EXTRA + MOST_STATUS_BYTES;
/** 24-way boards take 3 bytes of channels, 50-way boards 7. */
const SEVERAL_LENGTHS = [6, 10] as const;

/** The function that each header goes with. */
const REQUEST_CODES: ReadonlyMap<number, number> = new Map([
  [QUERY, ASK],
  [UNLOCK, PULSE],
  [HOLD_ON, PULSE],
  [HOLD_OFF, PULSE],
]);

const NONE: FrameMatch = { kind: "none" };
const INCOMPLETE: FrameMatch = { kind: "incomplete" };

/**
 * Frames that a board sends to what is asked: answers to an unlock, and status replies of 1 to 7 bytes, however many
 * channels the board has. Answers to a query of one channel are left out on purpose: they are never asked for, and status
 * bytes often look like one (`80 01 01 00 80` begins the reply of a board whose locks 1 and 24 make contact).
 */
export const replyRule: FrameRule = (bytes, start) => {
  const header = bytes[start];
  if (header !== QUERY && header !== UNLOCK) return NONE;
  if (bytes.length - start < 2) return INCOMPLETE;
  if (!isBoard(bytes[start + 1])) return NONE;
  return header === QUERY ? matchStatus(bytes, start) : matchUnlockReply(bytes, start);
};

/** Frames that a controller sends, those included that ours never sends. */
export const requestRule: FrameRule = (bytes, start) => {
  const header = bytes[start] ?? 0;
  const code = REQUEST_CODES.get(header);
  if (code === undefined && header !== UNLOCK_SEVERAL) return NONE;
  if (bytes.length - start < 2) return INCOMPLETE;
  if (!isBoard(bytes[start + 1])) return NONE;
  if (code === undefined) return matchOneOf(bytes, start, SEVERAL_LENGTHS);
  if (bytes.length - start < SHORT_LENGTH) return INCOMPLETE;
  if (bytes[start + 3] !== code) return NONE;
  // No channel makes the check of a short unlock as small as a number of seconds, so the two are told apart.
  const isTimed = header === UNLOCK && isWithin(bytes[start + 4], 1, 9);
  return matchOneOf(bytes, start, [isTimed ? TIMED_LENGTH : SHORT_LENGTH]);
};

/** True for a whole status reply: `80 aa`, 1 to 7 status bytes, `33 BCC`. */
export function isStatusReply(frame: Uint8Array): boolean {
  const { length } = frame;
  if (length < SHORT_LENGTH || length > LONGEST_STATUS) return false;
  return frame[0] === QUERY && isBoard(frame[1]) && frame[length - 2] === ASK && xorOf(frame) === 0;
}

/** True for a whole `HEADER aa cc st BCC` where st is the value of one contact. */
export function isChannelReply(frame: Uint8Array): boolean {
  const isContact = frame[3] === PULSE || frame[3] === NO_CONTACT;
  return frame.length === SHORT_LENGTH && isBoard(frame[1]) && frame[2] !== 0 && isContact && xorOf(frame) === 0;
}

/**
 * A status reply says nowhere how long it is. It ends where `33` and a fitting check stand; but a status byte can be 33, and
 * the next one can fit as its check. So an end counts when nothing follows it yet or what follows could be a frame; among
 * ends that are followed by anything else, the last one does. Left over is the frame that the line delivers in two pieces
 * exactly at such a false end, or whose bytes after it look like header and address: nothing tells these apart.
 */
function matchStatus(bytes: Uint8Array, start: number): FrameMatch {
  const available = Math.min(bytes.length - start, LONGEST_STATUS);
  let last: FrameMatch | undefined;
  for (let length = SHORT_LENGTH; length <= available; length += 1) {
    if (!isStatusReply(bytes.subarray(start, start + length))) continue;
    last = { kind: "frame", length };
    if (couldBegin(bytes, start + length)) return last;
  }
  return last ?? (available < LONGEST_STATUS ? INCOMPLETE : NONE);
}

function matchUnlockReply(bytes: Uint8Array, start: number): FrameMatch {
  if (bytes.length - start < SHORT_LENGTH) return INCOMPLETE;
  return isChannelReply(bytes.subarray(start, start + SHORT_LENGTH)) ? { kind: "frame", length: SHORT_LENGTH } : NONE;
}

/** True at the end of the bytes too: the rest of a frame may still come. */
function couldBegin(bytes: Uint8Array, at: number): boolean {
  if (at === bytes.length) return true;
  const isHeader = bytes[at] === QUERY || bytes[at] === UNLOCK;
  return isHeader && (at + 1 === bytes.length || isBoard(bytes[at + 1]));
}

function matchOneOf(bytes: Uint8Array, start: number, lengths: readonly number[]): FrameMatch {
  for (const length of lengths) {
    if (bytes.length - start < length) return INCOMPLETE;
    if (xorOf(bytes.subarray(start, start + length)) === 0) return { kind: "frame", length };
  }
  return NONE;
}

function isBoard(address: number | undefined): boolean {
  return isWithin(address, LOWEST_ADDRESS, HIGHEST_ADDRESS);
}

function isWithin(byte: number | undefined, low: number, high: number): boolean {
  return byte !== undefined && byte >= low && byte <= high;
}
