import { channelsWith } from "../bitField.ts";
import type { BoardDriver, BoardRequest, FoundBoard, UnlockAnswer } from "../boardDriver.ts";
import { assertAddress, assertChannel, assertPlace } from "../boardRange.ts";
import {
  MODBUS_CHANNELS,
  MODBUS_HIGHEST_ADDRESS,
  MODBUS_LOWEST_ADDRESS,
  READ_INPUTS,
  replyRule,
  WRITE_COIL,
} from "./frames.ts";
import { decodeModbusReply, type ModbusReply } from "./replies.ts";
import { decodeModbusRequest, encodeModbusRequest, type ModbusRequest } from "./requests.ts";

const limited = {
  family: "modbus",
  limits: {
    lowestAddress: MODBUS_LOWEST_ADDRESS,
    highestAddress: MODBUS_HIGHEST_ADDRESS,
    // Boards leave the factory as 1; nobody hangs more than a few on one wire.
    highestSearchedAddress: 32,
    channels: MODBUS_CHANNELS,
    baudRates: [9600, 19200, 115200],
  },
} as const;

/** So many inputs are asked for in turn: a board answers a question for more than it has with an exception or not at all. */
const PROBED_COUNTS = [32, 16, 8] as const;
const SMALLEST_COUNT = 8;

/** Modbus RTU relay boards with inputs: the lock's feedback contact on the input of the relay's number, active = closed. */
export const modbusDriver: BoardDriver = {
  ...limited,
  hasOccupancy: false,
  hasByteOrder: false,
  // 3.5 characters of silence separate frames: 4 ms at 9600 baud, less at higher rates.
  quietMs: 5,
  replyRule,
  statusRequest: (place) => {
    assertPlace(limited, place);
    const { address, channels } = place;
    const { bytes, accept } = readInputs(address, channels);
    return {
      bytes,
      accept: (frame) => {
        const reply = accept(frame);
        if (reply?.kind !== "inputs") return undefined;
        return reply.inputs.slice(0, channels).map((input) => ({ saysClosed: input, saysOccupied: undefined }));
      },
    };
  },
  unlockRequest: (place, channel) => {
    assertChannel(limited, place, channel);
    const { address } = place;
    return {
      bytes: encodeModbusRequest({ kind: "flashOn", address, channel }),
      accept: (frame) => acceptFlash(decodeModbusReply(frame), address, channel),
    };
  },
  probeRequests: (address) => {
    assertAddress(limited, address);
    return PROBED_COUNTS.map((count) => probeFor(address, count));
  },
  startFrames: (place) => {
    assertPlace(limited, place);
    return [encodeModbusRequest({ kind: "allOff", address: place.address })];
  },
  describe: (frame, direction) =>
    direction === "sent" ? describeRequest(decodeModbusRequest(frame)) : describeReply(decodeModbusReply(frame)),
};

/** Reads inputs; accepts them in the number asked for, or the exception to this very function. */
function readInputs(address: number, count: number): BoardRequest<ModbusReply> {
  return {
    bytes: encodeModbusRequest({ kind: "readInputs", address, count }),
    accept: (frame) => {
      const reply = decodeModbusReply(frame);
      if (reply === undefined || reply.kind === "written" || reply.address !== address) return undefined;
      if (reply.kind === "exception") return reply.fn === READ_INPUTS ? reply : undefined;
      return reply.inputs.length === Math.ceil(count / 8) * 8 ? reply : undefined;
    },
  };
}

/** The echo says that the board took the pulse; an exception, that it has no pulse of its own. */
function acceptFlash(reply: ModbusReply | undefined, address: number, channel: number): UnlockAnswer | undefined {
  if (reply?.kind === "exception") return reply.address === address && reply.fn === WRITE_COIL ? "refused" : undefined;
  if (reply?.kind !== "written" || reply.request.kind !== "flashOn") return undefined;
  return reply.request.address === address && reply.request.channel === channel ? "noted" : undefined;
}

/**
 * An exception to a large count is no answer yet, as the board may have fewer inputs. To the smallest one it is: a board is
 * there, found with 0 channels because none of its inputs can be read, and it cannot serve locks.
 */
function probeFor(address: number, count: number): BoardRequest<FoundBoard> {
  const { bytes, accept } = readInputs(address, count);
  return {
    bytes,
    accept: (frame) => {
      const reply = accept(frame);
      if (reply?.kind === "inputs") return { channels: count };
      return reply?.kind === "exception" && count === SMALLEST_COUNT ? { channels: 0 } : undefined;
    },
  };
}

function describeRequest(request: ModbusRequest | undefined): string | undefined {
  switch (request?.kind) {
    case "readInputs":
      return `status board ${request.address}, ${request.count} inputs`;
    case "flashOn":
      return `unlock board ${request.address} channel ${request.channel}`;
    case "allOff":
      return `all relays off board ${request.address}`;
    case undefined:
      return undefined;
  }
}

function describeReply(reply: ModbusReply | undefined): string | undefined {
  switch (reply?.kind) {
    case "inputs":
      return `status board ${reply.address}: active ${channelsWith(true, reply.inputs)}`;
    case "written":
      return `echo of ${describeRequest(reply.request)}`;
    case "exception": {
      const { address, fn, code } = reply;
      return `${fn === WRITE_COIL ? "write" : "status"} refused board ${address}: exception ${code}`;
    }
    case undefined:
      return undefined;
  }
}
