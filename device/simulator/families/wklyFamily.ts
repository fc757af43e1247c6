import { requestRule, UNLOCK } from "../../protocol/wkly/frames.ts";
import { encodeWklyReply, type WklyDoor } from "../../protocol/wkly/replies.ts";
import { decodeWklyRequest } from "../../protocol/wkly/requests.ts";
import { channelsOf, pulseThose } from "../boardChannels.ts";
import type { BoardInside, SimulatedFamily } from "../simulatedFamily.ts";

/**
 * WKLY boards as documented, those commands included that the kiosk never sends: a frame that slips out must open doors here
 * as it would on the street. Flashing or powering a channel counts as a pulse, since it energises the lock.
 */
export const wklyFamily: SimulatedFamily = {
  family: "wkly",
  requestRule,
  answer,
  isUnlock: (frame) => {
    const request = decodeWklyRequest(frame);
    if (request === undefined || request.kind === "status" || request.kind === "channelStatus") return false;
    return request.kind !== "power" || request.isOn;
  },
  report: (board, channel) =>
    encodeWklyReply({ kind: "report", address: board.replyAddress, channel, door: doorOf(board, channel) }),
};

function answer(frame: Uint8Array, board: BoardInside): Uint8Array | undefined {
  const request = decodeWklyRequest(frame);
  if (request?.address !== board.address) return undefined;
  const address = board.replyAddress;
  switch (request.kind) {
    case "status":
      return encodeWklyReply({
        kind: "status",
        address,
        doors: channelsOf(board).map((channel) => doorOf(board, channel)),
      });
    case "channelStatus":
      return encodeWklyReply({
        kind: "channel",
        address,
        channel: request.channel,
        door: doorOf(board, request.channel),
      });
    case "unlock": {
      const { channel } = request;
      return pulseThose(board, [channel])
        ? encodeWklyReply({ kind: "unlock", address, channel, door: doorOf(board, channel) })
        : encodeWklyReply({ kind: "failed", address, command: UNLOCK, channel });
    }
    case "unlockSeveral":
      return confirm(board, request, pulseThose(board, request.channels));
    case "unlockAll":
      return confirm(board, request, pulseThose(board, channelsOf(board)));
    case "power": {
      const isDone = request.isOn ? pulseThose(board, [request.channel]) : true;
      return confirm(board, request, isDone);
    }
  }
}

function confirm(
  board: BoardInside,
  { command, channel }: { readonly command: number; readonly channel?: number },
  isDone: boolean,
): Uint8Array {
  const kind = isDone ? "done" : "failed";
  return encodeWklyReply({ kind, address: board.replyAddress, command, ...(channel !== undefined && { channel }) });
}

function doorOf(board: BoardInside, channel: number): WklyDoor {
  if (channel < 1 || channel > board.channels) return "failed";
  return board.saysClosed(channel) ? "closed" : "open";
}
