import { requestRule } from "../../protocol/xor8a/frames.ts";
import { encodeXor8aContact, encodeXor8aStatus, statusBytesOf } from "../../protocol/xor8a/replies.ts";
import { decodeXor8aRequest } from "../../protocol/xor8a/requests.ts";
import { channelsOf, pulseThose } from "../boardChannels.ts";
import type { BoardInside, SimulatedFamily } from "../simulatedFamily.ts";

/**
 * XOR-8A boards as documented, those commands included that the kiosk never sends: a frame that slips out must open doors
 * here as it would on the street. Commands whose answer no source shows are obeyed in silence.
 */
export const xor8aFamily: SimulatedFamily = {
  family: "xor8a",
  requestRule,
  answer,
  isUnlock: (frame) => {
    const request = decodeXor8aRequest(frame);
    if (request === undefined || request.kind === "status" || request.kind === "channelStatus") return false;
    return request.kind !== "hold" || request.isOn;
  },
};

function answer(frame: Uint8Array, board: BoardInside): Uint8Array | undefined {
  const request = decodeXor8aRequest(frame);
  if (request?.address !== board.address) return undefined;
  switch (request.kind) {
    case "status":
      return encodeXor8aStatus(board.replyAddress, statusOf(board));
    case "channelStatus":
      return request.channel <= board.channels ? contact("channel", board, request.channel) : undefined;
    case "unlock":
    case "timedUnlock":
      return pulseThose(board, [request.channel]) ? contact("unlock", board, request.channel) : undefined;
    case "unlockSeveral":
      pulseThose(board, request.channels);
      return undefined;
    case "unlockAll":
      pulseThose(board, channelsOf(board));
      return undefined;
    case "hold":
      if (request.isOn) pulseThose(board, [request.channel]);
      return undefined;
  }
}

/** Small boards were seen to send three bytes, those with more than 24 channels send seven. */
function statusOf(board: BoardInside): number[] {
  const contacts = channelsOf(board).filter((channel) => board.saysClosed(channel));
  return statusBytesOf(contacts, board.channels <= 24 ? 3 : 7, board);
}

function contact(kind: "channel" | "unlock", board: BoardInside, channel: number): Uint8Array {
  return encodeXor8aContact(kind, {
    address: board.replyAddress,
    channel,
    isContactMade: board.saysClosed(channel),
  });
}
