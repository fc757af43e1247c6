import type { FrameMatch, FrameRule } from "../deframer.ts";
import { crc16 } from "./crc16.ts";

/*
 * Modbus RTU for boards with relays and discrete inputs, such as Waveshare's, 9600 8N1: `ADDR FN data CRC`, CRC low byte
 * first. One input and one relay per lock, numbered from 0. Numbers in this folder are hexadecimal as in the documents.
 * A plain coil ON (`05 00nn FF00`) keeps a solenoid energised until somebody ends it; it, 0F (many coils), 06 (settings, the
 * board's address among them) and address 0 (all boards) exist and are never sent.
 */
export const READ_INPUTS = 0x02;
export const WRITE_COIL = 0x05;
const EXCEPTION = 0x80;

export const MODBUS_LOWEST_ADDRESS = 1;
export const MODBUS_HIGHEST_ADDRESS = 247;
/** The largest board has so many relays and inputs. */
export const MODBUS_CHANNELS = 32;

const REQUEST_LENGTH = 8;
const WRITE_LENGTH = 8;
const EXCEPTION_LENGTH = 5;
/** Address, function, count of bytes and CRC. */
const INPUTS_OVERHEAD = 5;
const HIGHEST_EXCEPTION_CODE = 0x0b;

/** Frames that a controller sends: functions 01 to 06 are eight bytes long, 0F and 10 tell how much they carry. */
export const requestRule: FrameRule = (bytes, start) => {
  const fn = bytes[start + 1];
  if (fn === undefined) return { kind: "incomplete" };
  if (fn >= 0x01 && fn <= 0x06) return matchLength(bytes, start, REQUEST_LENGTH);
  if (fn !== 0x0f && fn !== 0x10) return { kind: "none" };
  const byteCount = bytes[start + 6];
  return byteCount === undefined ? { kind: "incomplete" } : matchLength(bytes, start, 9 + byteCount);
};

/**
 * Frames that boards send in answer to our questions. Every byte is checked as early as possible: without a start byte any
 * two bytes may look like the beginning of a frame, and each such guess is waited for.
 */
export const replyRule: FrameRule = (bytes, start) => {
  const [address = MODBUS_LOWEST_ADDRESS, fn, third] = bytes.subarray(start, start + 3);
  if (!isAddress(address)) return { kind: "none" };
  if (fn === undefined) return { kind: "incomplete" };
  switch (fn) {
    case READ_INPUTS:
      if (third === undefined) return { kind: "incomplete" };
      if (third < 1 || third > MODBUS_CHANNELS / 8) return { kind: "none" };
      return matchLength(bytes, start, INPUTS_OVERHEAD + third);
    case WRITE_COIL:
      return matchLength(bytes, start, WRITE_LENGTH);
    case READ_INPUTS | EXCEPTION:
    case WRITE_COIL | EXCEPTION:
      if (third !== undefined && (third < 1 || third > HIGHEST_EXCEPTION_CODE)) return { kind: "none" };
      return matchLength(bytes, start, EXCEPTION_LENGTH);
    default:
      return { kind: "none" };
  }
};

function matchLength(bytes: Uint8Array, start: number, length: number): FrameMatch {
  if (bytes.length - start < length) return { kind: "incomplete" };
  const crc = crc16(bytes.subarray(start, start + length - 2));
  const isRight = bytes[start + length - 2] === (crc & 0xff) && bytes[start + length - 1] === crc >> 8;
  return isRight ? { kind: "frame", length } : { kind: "none" };
}

/** True for the addresses that one board can have. */
export function isAddress(address: number): boolean {
  return Number.isInteger(address) && address >= MODBUS_LOWEST_ADDRESS && address <= MODBUS_HIGHEST_ADDRESS;
}

/** Appends the CRC. */
export function closeFrame(body: readonly number[]): Uint8Array {
  const crc = crc16(Uint8Array.from(body));
  return Uint8Array.of(...body, crc & 0xff, crc >> 8);
}

/** True for one whole frame that satisfies the rule. */
export function isFrame(frame: Uint8Array, rule: FrameRule): boolean {
  const match = rule(frame, 0);
  return match.kind === "frame" && match.length === frame.length;
}
