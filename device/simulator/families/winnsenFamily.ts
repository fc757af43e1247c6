import { requestRule } from "../../protocol/winnsen/frames.ts";
import { encodeWinnsenReply } from "../../protocol/winnsen/replies.ts";
import { decodeWinnsenRequest } from "../../protocol/winnsen/requests.ts";
import { channelsOf, pulseThose } from "../boardChannels.ts";
import type { BoardInside, SimulatedFamily } from "../simulatedFamily.ts";

/** Winnsen boards as documented: one unlock, one poll, nothing else. */
export const winnsenFamily: SimulatedFamily = {
  family: "winnsen",
  requestRule,
  answer,
  isUnlock: (frame) => decodeWinnsenRequest(frame)?.kind === "unlock",
};

function answer(frame: Uint8Array, board: BoardInside): Uint8Array | undefined {
  const request = decodeWinnsenRequest(frame);
  if (request?.station !== board.address) return undefined;
  const station = board.replyAddress;
  if (request.kind === "poll") {
    const open = channelsOf(board).filter((channel) => !board.saysClosed(channel));
    const openBits = open.reduce((bits, channel) => bits | (1 << (channel - 1)), 0);
    return encodeWinnsenReply({ kind: "poll", station, openBits: openBits & request.mask });
  }
  const { channel } = request;
  if (!pulseThose(board, [channel])) return undefined;
  return encodeWinnsenReply({ kind: "unlock", station, channel, isDone: !board.saysClosed(channel) });
}
