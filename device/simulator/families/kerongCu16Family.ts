import { requestRule } from "../../protocol/kerongCu16/frames.ts";
import { encodeCu16Status, encodeCu16UnlockNoted } from "../../protocol/kerongCu16/replies.ts";
import { CU16_CHANNELS, decodeCu16Request } from "../../protocol/kerongCu16/requests.ts";
import type { BoardInside, SimulatedFamily } from "../simulatedFamily.ts";

/** CU16 boards: every status has sixteen hooks, and where no lock is connected the hook reads as shut. */
export const kerongCu16Family: SimulatedFamily = {
  family: "kerong-cu16",
  requestRule,
  answer: (frame, board) => {
    const request = decodeCu16Request(frame);
    if (request?.address !== board.address) return undefined;
    if (request.kind === "status") return encodeCu16Status({ address: board.replyAddress, ...bitsOf(board) });
    if (request.channel > board.channels) return undefined;
    board.pulse(request.channel);
    return encodeCu16UnlockNoted((board.replyAddress << 4) | (request.channel - 1));
  },
  isUnlock: (frame) => decodeCu16Request(frame)?.kind === "unlock",
};

function bitsOf(board: BoardInside): { hookBits: number; infraredBits: number } {
  let hookBits = 0;
  let infraredBits = 0;
  for (let channel = 1; channel <= CU16_CHANNELS; channel += 1) {
    const bit = 1 << (channel - 1);
    const isConnected = channel <= board.channels;
    if (!isConnected || board.saysClosed(channel)) hookBits |= bit;
    if (isConnected && board.saysOccupied(channel)) infraredBits |= bit;
  }
  return { hookBits, infraredBits };
}
