import { assert } from "#core/base/assert.ts";
import type { FrameMatch } from "../deframer.ts";

/**
 * Commands of the Grow GM65 family (GM65, GM810, GM812, GM861 and clones): `7E 00`, type, count, zone address (two
 * bytes, high first), data, CRC. The CRC is CRC-16 with polynomial 1021h and start 0 (XMODEM), high byte first, over all
 * between `7E 00` and itself.
 */
const HEAD = [0x7e, 0x00] as const;

/** 07h reads `value` bytes of a zone, 08h writes, 09h saves to flash. */
export type Gm65Type = 0x07 | 0x08 | 0x09;

export function gm65Command(type: Gm65Type, zone: number, data: readonly number[]): Uint8Array {
  assert(zone >= 0 && zone <= 0xffff, "A zone address has 16 bits.");
  assert(data.length >= 1 && data.length <= 0xff, "A command carries 1 to 255 bytes.");
  // Reading names how many bytes in place of data, and counts as one.
  const body = [type, data.length, zone >> 8, zone & 0xff, ...data];
  const check = crc16Xmodem(body);
  return Uint8Array.of(...HEAD, ...body, check >> 8, check & 0xff);
}

/** Scan once: 01 into zone 0002. */
export const GM65_TRIGGER = gm65Command(0x08, 0x0002, [0x01]);

/** "Done", which comes ahead of the code on the same line. */
export const GM65_ACKNOWLEDGEMENT = Uint8Array.of(0x02, 0x00, 0x00, 0x01, 0x00, 0x33, 0x31);

/** CRC-16, polynomial 1021h, start value 0, not reflected. */
export function crc16Xmodem(bytes: Iterable<number>): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/** Finds an acknowledgement at `start`. */
export function gm65ReplyRule(bytes: Uint8Array, start: number): FrameMatch {
  const { length } = GM65_ACKNOWLEDGEMENT;
  const rest = bytes.subarray(start, start + length);
  if (!rest.every((byte, at) => byte === GM65_ACKNOWLEDGEMENT[at])) return { kind: "none" };
  return rest.length === length ? { kind: "frame", length } : { kind: "incomplete" };
}
