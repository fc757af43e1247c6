import { assert } from "#core/base/assert.ts";
import { closeFrame, isAddress, isFrame, MODBUS_CHANNELS, READ_INPUTS, requestRule, WRITE_COIL } from "./frames.ts";

export type ModbusRequest =
  /** Read inputs 0 to `count` - 1. */
  | { readonly kind: "readInputs"; readonly address: number; readonly count: number }
  /** Close one relay for half a second; the board ends it by itself. `channel` is 1-based. */
  | { readonly kind: "flashOn"; readonly address: number; readonly channel: number }
  /** Let all relays of one board go. */
  | { readonly kind: "allOff"; readonly address: number };

/** `0200 + n` flashes relay n for the value times 100 ms. */
const FLASH_ON_BASE = 0x0200;
const FLASH_TENTHS = 5;
/** The coil number that means all relays of the board. */
const ALL_COILS = 0x00ff;
const OFF = 0x0000;

/** The bytes of a request: `address` 1 to 247, `count` and `channel` 1 to 32. */
export function encodeModbusRequest(request: ModbusRequest): Uint8Array {
  const { address } = request;
  assert(isAddress(address), `Modbus has no board address ${address}.`);
  switch (request.kind) {
    case "readInputs":
      assert(isCount(request.count), `A relay board has no ${request.count} inputs to read.`);
      return encodeWords(address, READ_INPUTS, [0, request.count]);
    case "flashOn":
      assert(isCount(request.channel), `A relay board has no channel ${request.channel}.`);
      return encodeWords(address, WRITE_COIL, [FLASH_ON_BASE + request.channel - 1, FLASH_TENTHS]);
    case "allOff":
      return encodeWords(address, WRITE_COIL, [ALL_COILS, OFF]);
  }
}

/** The meaning of one whole frame, or undefined for anything that no controller of ours sends. */
export function decodeModbusRequest(frame: Uint8Array): ModbusRequest | undefined {
  if (!isFrame(frame, requestRule) || frame.length !== 8) return undefined;
  const [address = 0, fn, placeHigh = 0, placeLow = 0, valueHigh = 0, valueLow = 0] = frame;
  if (!isAddress(address)) return undefined;
  const place = (placeHigh << 8) | placeLow;
  const value = (valueHigh << 8) | valueLow;
  if (fn === READ_INPUTS)
    return place === 0 && isCount(value) ? { kind: "readInputs", address, count: value } : undefined;
  if (fn !== WRITE_COIL) return undefined;
  if (place === ALL_COILS && value === OFF) return { kind: "allOff", address };
  const channel = place - FLASH_ON_BASE + 1;
  return isCount(channel) && value === FLASH_TENTHS ? { kind: "flashOn", address, channel } : undefined;
}

function encodeWords(address: number, fn: number, words: readonly number[]): Uint8Array {
  return closeFrame([address, fn, ...words.flatMap((word) => [word >> 8, word & 0xff])]);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MODBUS_CHANNELS;
}
