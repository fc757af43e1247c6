import { READ_INPUTS, requestRule, WRITE_COIL } from "../../protocol/modbus/frames.ts";
import { encodeModbusReply } from "../../protocol/modbus/replies.ts";
import { decodeModbusRequest } from "../../protocol/modbus/requests.ts";
import type { BoardInside, SimulatedFamily } from "../simulatedFamily.ts";

const ILLEGAL_FUNCTION = 1;
const ILLEGAL_PLACE = 2;
const ILLEGAL_VALUE = 3;

/** A relay board that times its pulses by itself. */
export const modbusFamily = createFamily({ hasFlash: true });

/** A relay board that can only be switched on and off: it must not serve locks, and refuses to flash. */
export const modbusFamilyWithoutFlash = createFamily({ hasFlash: false });

/**
 * Speaks as such a board does, for one board only. A plain ON is answered with an exception: in this cabinet nothing can
 * energise a lock for good.
 */
function createFamily({ hasFlash }: { readonly hasFlash: boolean }): SimulatedFamily {
  return {
    family: "modbus",
    requestRule,
    answer: (frame, board) => answer(frame, board, hasFlash),
    isUnlock: (frame) => decodeModbusRequest(frame)?.kind === "flashOn",
  };
}

function answer(frame: Uint8Array, board: BoardInside, hasFlash: boolean): Uint8Array | undefined {
  const [asked, fn = 0] = frame;
  const match = requestRule(frame, 0);
  const isWhole = match.kind === "frame" && match.length === frame.length;
  if (!isWhole || asked !== board.address) return undefined;
  const address = board.replyAddress;
  const refuse = (code: number): Uint8Array => encodeModbusReply({ kind: "exception", address, fn, code });
  if (fn !== READ_INPUTS && fn !== WRITE_COIL) return refuse(ILLEGAL_FUNCTION);
  const request = decodeModbusRequest(frame);
  switch (request?.kind) {
    case "readInputs": {
      const { count } = request;
      if (count > sizeOf(board)) return refuse(ILLEGAL_PLACE);
      // An input that nothing is wired to is not active.
      const isActive = (channel: number): boolean => channel <= board.channels && board.saysClosed(channel);
      const inputs = Array.from({ length: count }, (_, at) => isActive(at + 1));
      return encodeModbusReply({ kind: "inputs", address, inputs });
    }
    case "flashOn": {
      const { channel } = request;
      if (!hasFlash || channel > sizeOf(board)) return refuse(ILLEGAL_PLACE);
      if (channel <= board.channels) board.pulse(channel);
      return encodeModbusReply({ kind: "written", request: { ...request, address } });
    }
    case "allOff":
      return encodeModbusReply({ kind: "written", request: { ...request, address } });
    case undefined:
      return refuse(ILLEGAL_VALUE);
  }
}

/** Relays and inputs on the board, of which the first `channels` serve locks: boards are made with 8, 16 or 32. */
function sizeOf(board: BoardInside): number {
  return [8, 16].find((size) => size >= board.channels) ?? 32;
}
