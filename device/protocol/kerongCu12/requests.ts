import { assert } from "#core/base/assert.ts";
import {
  ASK_REQUEST,
  CU12_HIGHEST_ADDRESS,
  closeFrame,
  openFrame,
  requestRule,
  STATUS,
  UNLOCK,
  VERSION,
} from "./frames.ts";

export type Cu12Request =
  /** Ask one board for all its doors. */
  | { readonly kind: "status"; readonly address: number }
  /** Ask one board for the versions of its software and hardware. */
  | { readonly kind: "version"; readonly address: number }
  /** Pulse one lock. `channel` is 1-based. */
  | { readonly kind: "unlock"; readonly address: number; readonly channel: number };

/** Channels of the larger board. */
export const CU24_CHANNELS = 24;
/** Channels of the smaller board: its lock number 0C opens all of them. */
export const CU12_CHANNELS = 12;
/** Which of the two boards is meant. */
export type Cu12Channels = typeof CU12_CHANNELS | typeof CU24_CHANNELS;

const COMMANDS = { status: STATUS, version: VERSION, unlock: UNLOCK } as const;

/**
 * The bytes of a request: `address` 0 to 15, `channel` 1 to `channels`. The number of channels of the board that is meant
 * has to be said, since the one behind the last channel would open all.
 */
export function encodeCu12Request(request: Cu12Request, channels: Cu12Channels): Uint8Array {
  const { kind, address } = request;
  assert(isWithin(address, 0, CU12_HIGHEST_ADDRESS), `CU${channels} has no board address ${address}.`);
  let lock = 0;
  if (kind === "unlock") {
    assert(isWithin(request.channel, 1, channels), `CU${channels} has no channel ${request.channel}.`);
    lock = request.channel - 1;
  }
  return closeFrame({ address, lock, command: COMMANDS[kind], ask: ASK_REQUEST, data: new Uint8Array(0) });
}

/** The meaning of one whole frame, or undefined for anything that no controller of ours sends to such a board. */
export function decodeCu12Request(frame: Uint8Array, channels: Cu12Channels): Cu12Request | undefined {
  const parts = openFrame(frame, requestRule);
  if (parts === undefined || parts.data.length > 0 || parts.address > CU12_HIGHEST_ADDRESS) return undefined;
  const { address, lock, command } = parts;
  if (command === UNLOCK) return lock < channels ? { kind: "unlock", address, channel: lock + 1 } : undefined;
  if (lock !== 0) return undefined;
  if (command === STATUS) return { kind: "status", address };
  return command === VERSION ? { kind: "version", address } : undefined;
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
