import type { FrameMatch } from "../deframer.ts";

/**
 * Setting commands of Newland scanners: `7E 01 30 30 30 30`, "@" (kept) or "#" (until power is cut), tags in ASCII,
 * `3B 03`. The reply begins `02 01 30 30 30 30`, repeats the command and says 06h (done) or another byte before `3B 03`.
 * No command that starts a scan is documented.
 */
const COMMAND_HEAD = [0x7e, 0x01, 0x30, 0x30, 0x30, 0x30] as const;
const REPLY_HEAD = [0x02, 0x01, 0x30, 0x30, 0x30, 0x30] as const;
const SEMICOLON = 0x3b;
const END = 0x03;
const DONE = 0x06;
/** Longer replies are none: the scanner repeats a command of a few dozen characters. */
const LONGEST_REPLY_BYTES = 256;

/** `tags` such as `DFMADD0`; ASCII without ";". */
export function newlandCommand(tags: string, isKept: boolean): Uint8Array {
  const text = new TextEncoder().encode(`${isKept ? "@" : "#"}${tags}`);
  return Uint8Array.of(...COMMAND_HEAD, ...text, SEMICOLON, END);
}

/** What a reply says; undefined for what is no reply. */
export function readNewlandReply(frame: Uint8Array): { readonly tags: string; readonly isDone: boolean } | undefined {
  const match = newlandReplyRule(frame, 0);
  if (match.kind !== "frame" || match.length !== frame.length) return undefined;
  const answerAt = frame.length - 3;
  const tags = String.fromCharCode(...frame.subarray(REPLY_HEAD.length + 1, answerAt));
  return { tags, isDone: frame[answerAt] === DONE };
}

/** Finds a reply at `start`. */
export function newlandReplyRule(bytes: Uint8Array, start: number): FrameMatch {
  const rest = bytes.subarray(start, start + LONGEST_REPLY_BYTES);
  const head = rest.subarray(0, REPLY_HEAD.length);
  if (!head.every((byte, at) => byte === REPLY_HEAD[at])) return { kind: "none" };
  for (let at = REPLY_HEAD.length + 3; at < rest.length; at += 1)
    if (rest[at - 1] === SEMICOLON && rest[at] === END) return { kind: "frame", length: at + 1 };
  return { kind: rest.length < LONGEST_REPLY_BYTES ? "incomplete" : "none" };
}
