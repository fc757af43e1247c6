import { requestRule } from "../../protocol/kerongCu48/frames.ts";
import { encodeCu48Status } from "../../protocol/kerongCu48/replies.ts";
import { CU48_CHANNELS, decodeCu48Request } from "../../protocol/kerongCu48/requests.ts";
import type { BoardInside, SimulatedFamily } from "../simulatedFamily.ts";

/** Speaks as a CU48B does, for one board only: frames to all boards, or for all locks, move nothing here. */
export const kerongCu48Family: SimulatedFamily = {
  family: "kerong-cu48",
  requestRule,
  answer: (frame, board) => {
    const request = decodeCu48Request(frame);
    if (request?.address !== board.address) return undefined;
    const status = encodeStatus(board);
    // The answer to an unlock is a status; here one from before the bolt moved, so that nobody may trust it.
    if (request.kind === "unlock" && request.channel <= board.channels) board.pulse(request.channel);
    return status;
  },
  isUnlock: (frame) => decodeCu48Request(frame)?.kind === "unlock",
};

function encodeStatus(board: BoardInside): Uint8Array {
  const isConnected = (at: number): boolean => at < board.channels;
  return encodeCu48Status({
    address: board.replyAddress,
    // Where no lock is connected, the hook reads as shut.
    hooks: Array.from({ length: CU48_CHANNELS }, (_, at) => !isConnected(at) || board.saysClosed(at + 1)),
    sensors: Array.from({ length: CU48_CHANNELS }, (_, at) => isConnected(at) && board.saysOccupied(at + 1)),
  });
}
