import { encodeWinnsenFrame, MOST_CHANNELS, POLL, requestRule, UNLOCK } from "./frames.ts";

export type WinnsenRequest =
  /** Ask for the doors whose bit is set; bit 0 = channel 1. */
  | { readonly kind: "poll"; readonly station: number; readonly mask: number }
  /** Pulse one lock. `channel` is 1-based. */
  | { readonly kind: "unlock"; readonly station: number; readonly channel: number };

/** The bytes of a request. `station` 0 to 15, `channel` 1 to 16; the driver checks both. */
export function encodeWinnsenRequest(request: WinnsenRequest): Uint8Array {
  if (request.kind === "unlock") return encodeWinnsenFrame(UNLOCK, request.station, [request.channel]);
  return encodeWinnsenFrame(POLL, request.station, [request.mask & 0xff, request.mask >> 8]);
}

/** The meaning of one whole frame to a board, or undefined. */
export function decodeWinnsenRequest(frame: Uint8Array): WinnsenRequest | undefined {
  const match = requestRule(frame, 0);
  if (match.kind !== "frame" || match.length !== frame.length) return undefined;
  const [, , code, station = 0, low = 0, high = 0] = frame;
  if (code === POLL) return { kind: "poll", station, mask: low | (high << 8) };
  return low >= 1 && low <= MOST_CHANNELS ? { kind: "unlock", station, channel: low } : undefined;
}
