import {
  CHANNEL_STATUS,
  encodeWklyFrame,
  FLASH,
  HOLD_OFF,
  HOLD_ON,
  partsOf,
  requestRule,
  STATUS,
  UNLOCK,
  UNLOCK_ALL,
  UNLOCK_IN_TURN,
  UNLOCK_TOGETHER,
} from "./frames.ts";

export type WklyRequest =
  /** Ask one board for all its doors. */
  | { readonly kind: "status"; readonly address: number }
  /** Pulse one lock. `channel` is 1-based. */
  | { readonly kind: "unlock"; readonly address: number; readonly channel: number };

/** What a board understands besides, and no controller of ours sends. `command` is the byte that the reply repeats. */
export type WklyForeignRequest =
  | { readonly kind: "channelStatus"; readonly address: number; readonly channel: number }
  | {
      readonly kind: "unlockSeveral";
      readonly address: number;
      readonly command: number;
      readonly channels: readonly number[];
    }
  | { readonly kind: "unlockAll"; readonly address: number; readonly command: number }
  | {
      readonly kind: "power";
      readonly address: number;
      readonly command: number;
      readonly channel: number;
      readonly isOn: boolean;
    };

/** The bytes of a request. `address` 0 to 255, `channel` 1 to 24; the driver checks both. */
export function encodeWklyRequest(request: WklyRequest): Uint8Array {
  if (request.kind === "status") return encodeWklyFrame(request.address, STATUS, []);
  return encodeWklyFrame(request.address, UNLOCK, [request.channel]);
}

/** The meaning of one whole frame to a board, or undefined. */
export function decodeWklyRequest(frame: Uint8Array): WklyRequest | WklyForeignRequest | undefined {
  const parts = partsOf(frame, requestRule);
  if (parts === undefined) return undefined;
  const { address, command, data } = parts;
  const [channel = 0, ...channels] = data;
  switch (command) {
    case STATUS:
      return { kind: "status", address };
    case UNLOCK:
      return { kind: "unlock", address, channel };
    case CHANNEL_STATUS:
      return { kind: "channelStatus", address, channel };
    case UNLOCK_TOGETHER:
    case UNLOCK_IN_TURN:
      // Here the first byte counts the channels behind it.
      return channels.length === channel ? { kind: "unlockSeveral", address, command, channels } : undefined;
    case UNLOCK_ALL:
      return { kind: "unlockAll", address, command };
    case FLASH:
    case HOLD_ON:
    case HOLD_OFF:
      return { kind: "power", address, command, channel, isOn: command !== HOLD_OFF };
    default:
      return undefined;
  }
}
