import { closeWithXor } from "../xorCheck.ts";
import { ASK, HOLD_OFF, HOLD_ON, PULSE, QUERY, requestRule, UNLOCK, UNLOCK_SEVERAL } from "./frames.ts";

export type Xor8aRequest =
  /** Ask one board for all its channels. */
  | { readonly kind: "status"; readonly address: number }
  /** Pulse one lock, timed by the board: 300 ms. `channel` is 1-based. */
  | { readonly kind: "unlock"; readonly address: number; readonly channel: number };

/** What a board understands besides, and no controller of ours sends. */
export type Xor8aForeignRequest =
  | { readonly kind: "channelStatus"; readonly address: number; readonly channel: number }
  | { readonly kind: "timedUnlock"; readonly address: number; readonly channel: number; readonly seconds: number }
  | { readonly kind: "unlockSeveral"; readonly address: number; readonly channels: readonly number[] }
  | { readonly kind: "unlockAll"; readonly address: number }
  | { readonly kind: "hold"; readonly address: number; readonly channel: number; readonly isOn: boolean };

/** The bytes of a request. `address` 1 to 32, `channel` at least 1: channel 0 would mean all. The driver checks both. */
export function encodeXor8aRequest(request: Xor8aRequest): Uint8Array {
  if (request.kind === "status") return closeWithXor([QUERY, request.address, 0, ASK]);
  return closeWithXor([UNLOCK, request.address, request.channel, PULSE]);
}

/** The meaning of one whole frame to a board, or undefined. */
export function decodeXor8aRequest(frame: Uint8Array): Xor8aRequest | Xor8aForeignRequest | undefined {
  const match = requestRule(frame, 0);
  if (match.kind !== "frame" || match.length !== frame.length) return undefined;
  const [header, address = 0, channel = 0, code, seconds = 0] = frame;
  if (header === UNLOCK_SEVERAL) return { kind: "unlockSeveral", address, channels: setChannels(frame.slice(2, -1)) };
  if (header === QUERY) {
    if (code !== ASK) return undefined;
    return channel === 0 ? { kind: "status", address } : { kind: "channelStatus", address, channel };
  }
  if (code !== PULSE) return undefined;
  if (header === HOLD_ON || header === HOLD_OFF) return { kind: "hold", address, channel, isOn: header === HOLD_ON };
  if (channel === 0) return { kind: "unlockAll", address };
  return frame.length === 5 ? { kind: "unlock", address, channel } : { kind: "timedUnlock", address, channel, seconds };
}

/** Channels whose bit is set; the first byte holds channels 1 to 8. */
function setChannels(bytes: Uint8Array): number[] {
  return Array.from({ length: bytes.length * 8 }, (_, index) => index + 1).filter(
    (channel) => (((bytes[(channel - 1) >> 3] ?? 0) >> ((channel - 1) & 7)) & 1) === 1,
  );
}
