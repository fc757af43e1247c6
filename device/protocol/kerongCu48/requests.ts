import { assert } from "#core/base/assert.ts";
import { CU48_HIGHEST_ADDRESS, closeFrame, isFrame, requestRule, STATUS, UNLOCK } from "./frames.ts";

export type Cu48Request =
  /** Ask one board for all its doors. */
  | { readonly kind: "status"; readonly address: number }
  /** Pulse one lock. `channel` is 1-based. */
  | { readonly kind: "unlock"; readonly address: number; readonly channel: number };

/** Channels of one board; the lock number behind the last one opens all. */
export const CU48_CHANNELS = 48;

/** The bytes of a request: `address` 0 to 9, `channel` 1 to 48. */
export function encodeCu48Request(request: Cu48Request): Uint8Array {
  const { address } = request;
  assert(isWithin(address, 0, CU48_HIGHEST_ADDRESS), `CU48B has no board address ${address}.`);
  if (request.kind === "status") return closeFrame([address, 0, STATUS]);
  assert(isWithin(request.channel, 1, CU48_CHANNELS), `CU48B has no channel ${request.channel}.`);
  return closeFrame([address, request.channel - 1, UNLOCK]);
}

/** The meaning of one whole frame, or undefined for anything that no controller of ours sends. */
export function decodeCu48Request(frame: Uint8Array): Cu48Request | undefined {
  if (!isFrame(frame, requestRule)) return undefined;
  const [, address = 0, lock = 0, command] = frame;
  if (address > CU48_HIGHEST_ADDRESS || lock >= CU48_CHANNELS) return undefined;
  if (command === UNLOCK) return { kind: "unlock", address, channel: lock + 1 };
  return command === STATUS && lock === 0 ? { kind: "status", address } : undefined;
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
