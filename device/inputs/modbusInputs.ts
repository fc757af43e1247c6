import { assert } from "#core/base/assert.ts";
import type { BoardDriver } from "../protocol/boardDriver.ts";
import type { FrameRule } from "../protocol/deframer.ts";

/*
 * Modbus RTU, function 02 (read discrete inputs), for a board that has nothing but dry contacts: `ADDR 02 0000 00nn CRC`
 * and `ADDR 02 bytes data CRC`, CRC low byte first, inputs from the lowest bit of the first byte on. Nothing here writes.
 */
const READ_INPUTS = 0x02;
const MOST_INPUTS = 32;
/** Address, function, count of bytes and CRC. */
const REPLY_OVERHEAD = 5;

/** The part of a driver that reads; a contact that is closed says `saysClosed`. */
export type InputReader = Pick<BoardDriver, "replyRule" | "statusRequest">;

const replyRule: FrameRule = (bytes, start) => {
  const [address = 1, fn = READ_INPUTS, count] = bytes.subarray(start, start + 3);
  if (address < 1 || address > 247 || fn !== READ_INPUTS) return { kind: "none" };
  if (count === undefined) return { kind: "incomplete" };
  if (count < 1 || count > MOST_INPUTS / 8) return { kind: "none" };
  const length = REPLY_OVERHEAD + count;
  if (bytes.length - start < length) return { kind: "incomplete" };
  const crc = crc16(bytes.subarray(start, start + length - 2));
  const isRight = bytes[start + length - 2] === (crc & 0xff) && bytes[start + length - 1] === crc >> 8;
  return isRight ? { kind: "frame", length } : { kind: "none" };
};

export const modbusInputs: InputReader = {
  replyRule,
  statusRequest: ({ address, channels }) => {
    assert(Number.isInteger(address) && address >= 1 && address <= 247, `Modbus has no board address ${address}.`);
    assert(channels >= 1 && channels <= MOST_INPUTS, `An input board has no ${channels} inputs to read.`);
    const byteCount = Math.ceil(channels / 8);
    return {
      bytes: withCrc([address, READ_INPUTS, 0, 0, 0, channels]),
      accept: (frame) => {
        const match = replyRule(frame, 0);
        const isReply = match.kind === "frame" && match.length === frame.length;
        if (!isReply || frame[0] !== address || frame[2] !== byteCount) return undefined;
        return Array.from({ length: channels }, (_, at) => ({
          saysClosed: (((frame[3 + (at >> 3)] ?? 0) >> (at & 7)) & 1) === 1,
          saysOccupied: undefined,
        }));
      },
    };
  },
};

/** Appends the CRC-16 of Modbus: polynomial A001 (reflected), start FFFF. */
export function withCrc(body: readonly number[]): Uint8Array {
  const crc = crc16(Uint8Array.from(body));
  return Uint8Array.of(...body, crc & 0xff, crc >> 8);
}

function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}
