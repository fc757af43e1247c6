import { encodeWinnsenFrame, MOST_CHANNELS, POLL, REPLY_MARKS, replyRule, requestCodeOf, UNLOCK } from "./frames.ts";

export type WinnsenReply =
  /** Doors as bits: bit 0 = channel 1, 1 = open. */
  | { readonly kind: "poll"; readonly station: number; readonly openBits: number }
  /** The answer to an unlock; `isDone` is what the board makes of it, and says nothing sure about the door. */
  | { readonly kind: "unlock"; readonly station: number; readonly channel: number; readonly isDone: boolean };

/** The bytes of a reply. `mark` is what the board adds to the request's function: 80, on some boards A0. */
export function encodeWinnsenReply(
  reply: WinnsenReply,
  mark: (typeof REPLY_MARKS)[number] = REPLY_MARKS[0],
): Uint8Array {
  const { station } = reply;
  if (reply.kind === "unlock") return encodeWinnsenFrame(UNLOCK + mark, station, [reply.channel, reply.isDone ? 1 : 0]);
  return encodeWinnsenFrame(POLL + mark, station, [reply.openBits & 0xff, reply.openBits >> 8]);
}

/** The meaning of one whole frame from a board, or undefined. */
export function decodeWinnsenReply(frame: Uint8Array): WinnsenReply | undefined {
  const match = replyRule(frame, 0);
  if (match.kind !== "frame" || match.length !== frame.length) return undefined;
  const [, , code = 0, station = 0, first = 0, second = 0] = frame;
  if (requestCodeOf(code) === POLL) return { kind: "poll", station, openBits: first | (second << 8) };
  if (first < 1 || first > MOST_CHANNELS || second > 1) return undefined;
  return { kind: "unlock", station, channel: first, isDone: second === 1 };
}
