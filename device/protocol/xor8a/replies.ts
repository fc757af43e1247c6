import type { ByteOrder } from "#core/interfaces/lockBoard.ts";
import { closeWithXor } from "../xorCheck.ts";
import { ASK, isChannelReply, isStatusReply, NO_CONTACT, PULSE, QUERY, UNLOCK } from "./frames.ts";

/** One contact as a board tells it. Whether a made contact is a shut door depends on the lock's wiring. */
export interface Xor8aContact {
  readonly address: number;
  /** 1-based. */
  readonly channel: number;
  readonly isContactMade: boolean;
}

export type Xor8aReply =
  /** All channels; 1 to 7 bytes, of which a board sends as many as it likes. */
  | { readonly kind: "status"; readonly address: number; readonly statusBytes: readonly number[] }
  /** One channel that was asked for. */
  | ({ readonly kind: "channel" } & Xor8aContact)
  /** The answer to an unlock, with the contact as it was at that moment. */
  | ({ readonly kind: "unlock" } & Xor8aContact);

/** `80 aa`, 1 to 7 status bytes, `33 BCC`. */
export function encodeXor8aStatus(address: number, statusBytes: readonly number[]): Uint8Array {
  return closeWithXor([QUERY, address, ...statusBytes, ASK]);
}

/** `80 aa cc st BCC` to a query, `8A aa cc st BCC` to an unlock. */
export function encodeXor8aContact(kind: "channel" | "unlock", contact: Xor8aContact): Uint8Array {
  const { address, channel, isContactMade } = contact;
  return closeWithXor([kind === "unlock" ? UNLOCK : QUERY, address, channel, isContactMade ? PULSE : NO_CONTACT]);
}

/** The meaning of one whole frame from a board, or undefined. */
export function decodeXor8aReply(frame: Uint8Array): Xor8aReply | undefined {
  const [header, address = 0, channel = 0, state] = frame;
  if (isStatusReply(frame)) return { kind: "status", address, statusBytes: [...frame.subarray(2, -2)] };
  if ((header !== QUERY && header !== UNLOCK) || !isChannelReply(frame)) return undefined;
  return { kind: header === UNLOCK ? "unlock" : "channel", address, channel, isContactMade: state === PULSE };
}

/** Whether a channel's contact is made; undefined where the reply has no bit for it. The lowest bit is the lowest channel. */
export function contactOf(
  statusBytes: readonly number[],
  channel: number,
  { byteOrder }: { readonly byteOrder: ByteOrder },
): boolean | undefined {
  const byte = statusBytes[placeOf(channel, statusBytes.length, byteOrder)];
  return byte === undefined ? undefined : ((byte >> ((channel - 1) & 7)) & 1) === 1;
}

/** So many status bytes with the bits of these channels set: the board's side of `contactOf`. */
export function statusBytesOf(
  contacts: readonly number[],
  count: number,
  { byteOrder }: { readonly byteOrder: ByteOrder },
): number[] {
  const bytes = new Array<number>(count).fill(0);
  for (const channel of contacts) {
    const place = placeOf(channel, count, byteOrder);
    bytes[place] = (bytes[place] ?? 0) | (1 << ((channel - 1) & 7));
  }
  return bytes;
}

function placeOf(channel: number, count: number, byteOrder: ByteOrder): number {
  const fromFirst = (channel - 1) >> 3;
  return byteOrder === "firstByteFirst" ? fromFirst : count - 1 - fromFirst;
}
