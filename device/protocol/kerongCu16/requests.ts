import { assert } from "#core/base/assert.ts";
import { closeFrame, requestRule, STATUS, UNLOCK } from "./frames.ts";

export type Cu16Request =
  /** Ask one board for all its doors. */
  | { readonly kind: "status"; readonly address: number }
  /** Pulse one lock. `channel` is 1-based. */
  | { readonly kind: "unlock"; readonly address: number; readonly channel: number };

/** Channels of one board. */
export const CU16_CHANNELS = 16;
/** The board address is a nibble; F means "all boards" and is never used. */
export const CU16_HIGHEST_ADDRESS = 14;

/** The bytes of a request: `address` 0 to 14, `channel` 1 to 16. */
export function encodeCu16Request(request: Cu16Request): Uint8Array {
  const { address } = request;
  assert(isWithin(address, 0, CU16_HIGHEST_ADDRESS), `CU16 has no board address ${address}.`);
  if (request.kind === "status") return closeFrame([0x02, address << 4, STATUS]);
  assert(isWithin(request.channel, 1, CU16_CHANNELS), `CU16 has no channel ${request.channel}.`);
  return closeFrame([0x02, (address << 4) | (request.channel - 1), UNLOCK]);
}

/** The meaning of one whole frame, or undefined for anything that no controller of ours sends. */
export function decodeCu16Request(frame: Uint8Array): Cu16Request | undefined {
  const match = requestRule(frame, 0);
  if (match.kind !== "frame" || match.length !== frame.length) return undefined;
  const [, place = 0, command] = frame;
  const address = place >> 4;
  if (address > CU16_HIGHEST_ADDRESS) return undefined;
  if (command === STATUS && (place & 0x0f) === 0) return { kind: "status", address };
  if (command === UNLOCK) return { kind: "unlock", address, channel: (place & 0x0f) + 1 };
  return undefined;
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
