import { assert } from "#core/base/assert.ts";
import { packBits, unpackBits } from "../bitField.ts";
import { closeFrame, isFrame, MODBUS_CHANNELS, READ_INPUTS, replyRule, WRITE_COIL } from "./frames.ts";
import { decodeModbusRequest, encodeModbusRequest, type ModbusRequest } from "./requests.ts";

/** The functions that a controller of ours uses. */
export type ModbusFunction = typeof READ_INPUTS | typeof WRITE_COIL;

export type ModbusReply =
  /** Element 0 = channel 1, true = input active; 8 to 32 elements, the last ones filled up where fewer were asked for. */
  | { readonly kind: "inputs"; readonly address: number; readonly inputs: readonly boolean[] }
  /** A write repeated by the board, byte for byte, and so not to be told from an adapter that echoes. */
  | { readonly kind: "written"; readonly request: Exclude<ModbusRequest, { readonly kind: "readInputs" }> }
  /** Not done. Codes: 1 function, 2 place, 3 value unknown, 4 failed, and rarer ones up to 11. */
  | { readonly kind: "exception"; readonly address: number; readonly fn: number; readonly code: number };

/** The bytes of a reply, as a board sends it. */
export function encodeModbusReply(reply: ModbusReply): Uint8Array {
  switch (reply.kind) {
    case "inputs": {
      const { address, inputs } = reply;
      assert(inputs.length >= 1 && inputs.length <= MODBUS_CHANNELS, `No board has ${inputs.length} inputs.`);
      const data = packBits(inputs);
      return closeFrame([address, READ_INPUTS, data.length, ...data]);
    }
    case "written":
      return encodeModbusRequest(reply.request);
    case "exception":
      return closeFrame([reply.address, reply.fn | 0x80, reply.code]);
  }
}

/** The meaning of one whole frame from a board, or undefined. */
export function decodeModbusReply(frame: Uint8Array): ModbusReply | undefined {
  if (!isFrame(frame, replyRule)) return undefined;
  const [address = 0, fn = 0, code = 0] = frame;
  if (fn === READ_INPUTS) return { kind: "inputs", address, inputs: unpackBits(frame.subarray(3, -2)) };
  if (fn !== WRITE_COIL) return { kind: "exception", address, fn: fn & 0x7f, code };
  const request = decodeModbusRequest(frame);
  return request === undefined || request.kind === "readInputs" ? undefined : { kind: "written", request };
}
