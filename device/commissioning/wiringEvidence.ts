import type { ByteOrder, Feedback } from "#core/interfaces/lockBoard.ts";
import type { ChannelBits } from "../protocol/boardDriver.ts";

/** One status reply, read in each order of bytes that is still possible. Element 0 is channel 1. */
export type Readings = Readonly<Partial<Record<ByteOrder, readonly ChannelBits[]>>>;

/** What opening one door showed. */
export type Evidence =
  | { readonly kind: "nothingChanged" }
  /** More than one bit: somebody moved another door, or the wiring is crossed. */
  | { readonly kind: "severalChanged" }
  /** One bit, and in no order the pulsed channel's: lock and contact of this door are not on the same channel. */
  | { readonly kind: "contradiction" }
  | {
      readonly kind: "learned";
      readonly feedback: Feedback;
      /** The orders in which the bit is the pulsed channel's: two where this channel cannot tell. */
      readonly byteOrders: readonly ByteOrder[];
    };

/** Compares two readings around the pulse on `channel` (1-based); before it every door was shut. */
export function evidenceOf(before: Readings, after: Readings, channel: number): Evidence {
  const byteOrders: ByteOrder[] = [];
  let mostFlips = 0;
  let saidClosed: boolean | undefined;
  for (const order of ordersOf(before)) {
    const flips = changedChannels(before[order] ?? [], after[order] ?? []);
    mostFlips = Math.max(mostFlips, flips.length);
    if (flips.length !== 1 || flips[0] !== channel) continue;
    byteOrders.push(order);
    saidClosed = before[order]?.[channel - 1]?.saysClosed;
  }
  if (mostFlips === 0) return { kind: "nothingChanged" };
  if (mostFlips > 1) return { kind: "severalChanged" };
  if (saidClosed === undefined) return { kind: "contradiction" };
  return { kind: "learned", feedback: saidClosed ? "closing" : "opening", byteOrders };
}

/** True where both say the same of every channel. */
export function isSameReading(a: Readings, b: Readings): boolean {
  return ordersOf(a).every((order) => changedChannels(a[order] ?? [], b[order] ?? []).length === 0);
}

/** The order of bytes that the evidence leaves, or undefined where a further channel must tell. */
export function orderOf(readings: Readings, byteOrders: readonly ByteOrder[]): ByteOrder | undefined {
  const [first, second] = byteOrders;
  if (second === undefined) return first;
  const one = readings[first ?? second] ?? [];
  const other = readings[second] ?? [];
  // With one status byte both orders mean the same.
  return one.length <= BITS_OF_A_BYTE && other.length <= BITS_OF_A_BYTE ? first : undefined;
}

const BITS_OF_A_BYTE = 8;

function ordersOf(readings: Readings): ByteOrder[] {
  return (["firstByteFirst", "lastByteFirst"] as const).filter((order) => readings[order] !== undefined);
}

/** Channels, 1-based, whose contact says something else. */
export function changedChannels(before: readonly ChannelBits[], after: readonly ChannelBits[]): number[] {
  return before.flatMap(({ saysClosed }, index) => (after[index]?.saysClosed === saysClosed ? [] : [index + 1]));
}
