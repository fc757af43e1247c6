import { closeFrame, replyRule, STATUS_REPLY, UNLOCK_TIME_REPLY } from "./frames.ts";

/** All doors of one board as its raw bits; what a set bit means is a matter of the board's profile. */
export interface Cu16Status {
  readonly kind: "status";
  readonly address: number;
  /** Bit 0 = channel 1. */
  readonly hookBits: number;
  /** Bit 0 = channel 1, 1 = something inside; without meaning where no infrared sensor is fitted. */
  readonly infraredBits: number;
}

export type Cu16Reply =
  | Cu16Status
  /** Some boards answer an unlock, many do not; it says nothing about the door. `place` is the raw ADDR byte. */
  | { readonly kind: "unlockNoted"; readonly place: number };

/** The nine bytes `02 ADDR 35 H1 H2 I1 I2 03 SUM`; low channels first. */
export function encodeCu16Status(status: Omit<Cu16Status, "kind">): Uint8Array {
  const { address, hookBits, infraredBits } = status;
  const data = [hookBits & 0xff, hookBits >> 8, infraredBits & 0xff, infraredBits >> 8];
  return closeFrame([0x02, address << 4, STATUS_REPLY, ...data]);
}

/** The short answer to an unlock that some boards give. */
export function encodeCu16UnlockNoted(place: number): Uint8Array {
  return closeFrame([0x02, place, UNLOCK_TIME_REPLY]);
}

/** The meaning of one whole frame from a board, or undefined. */
export function decodeCu16Reply(frame: Uint8Array): Cu16Reply | undefined {
  const match = replyRule(frame, 0);
  if (match.kind !== "frame" || match.length !== frame.length) return undefined;
  const [, place = 0, command, h1 = 0, h2 = 0, i1 = 0, i2 = 0] = frame;
  if (command !== STATUS_REPLY) return { kind: "unlockNoted", place };
  // A board answers for itself, so the lock's nibble is empty; anything else is not the reply that was asked for.
  if ((place & 0x0f) !== 0) return undefined;
  return { kind: "status", address: place >> 4, hookBits: h1 | (h2 << 8), infraredBits: i1 | (i2 << 8) };
}
