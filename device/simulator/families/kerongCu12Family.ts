import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import { openFrame, requestRule, UNLOCK } from "../../protocol/kerongCu12/frames.ts";
import { encodeCu12Reply } from "../../protocol/kerongCu12/replies.ts";
import {
  CU12_CHANNELS,
  CU24_CHANNELS,
  type Cu12Channels,
  decodeCu12Request,
} from "../../protocol/kerongCu12/requests.ts";
import type { BoardInside, SimulatedFamily } from "../simulatedFamily.ts";

/** What the live board said of itself. */
const SOFTWARE = 0x13;
const HARDWARE = 0x01;

export const kerongCu12Family = createFamily("kerong-cu12", CU12_CHANNELS);
export const kerongCu24Family = createFamily("kerong-cu24", CU24_CHANNELS);

/** Speaks as both boards do, for one board only: frames to all boards, or for all locks, move nothing here. */
function createFamily(family: BoardFamily, channels: Cu12Channels): SimulatedFamily {
  return {
    family,
    requestRule,
    answer: (frame, board) => answer(frame, board, channels),
    isUnlock: (frame) => decodeCu12Request(frame, channels)?.kind === "unlock",
  };
}

function answer(frame: Uint8Array, board: BoardInside, channels: Cu12Channels): Uint8Array | undefined {
  const parts = openFrame(frame, requestRule);
  if (parts?.address !== board.address) return undefined;
  const address = board.replyAddress;
  const request = decodeCu12Request(frame, channels);
  switch (request?.kind) {
    case "status": {
      const bits = Math.ceil(channels / 8) * 8;
      // Where no lock is connected, the hook reads as shut.
      const isClosed = (channel: number): boolean => channel > board.channels || board.saysClosed(channel);
      return encodeCu12Reply({
        kind: "status",
        address,
        hooks: Array.from({ length: bits }, (_, at) => at < channels && isClosed(at + 1)),
      });
    }
    case "version":
      return encodeCu12Reply({ kind: "version", address, software: SOFTWARE, hardware: HARDWARE });
    case "unlock":
      // The board does not know what hangs on its outputs: it pulses them all alike.
      if (request.channel <= board.channels) board.pulse(request.channel);
      return encodeCu12Reply({ kind: "unlock", address, channel: request.channel });
    case undefined: {
      const { lock, command } = parts;
      const failure = command === UNLOCK ? "failed" : "unknown command";
      return encodeCu12Reply({ kind: "failure", address, lock, command, failure });
    }
  }
}
