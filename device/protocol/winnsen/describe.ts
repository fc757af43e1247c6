import { MOST_CHANNELS } from "./frames.ts";
import { decodeWinnsenReply } from "./replies.ts";
import { decodeWinnsenRequest } from "./requests.ts";

/** A frame in words for a trace; doors as the board names them, before the wiring of the locks is applied. */
export function describeWinnsenFrame(frame: Uint8Array, direction: "sent" | "received"): string | undefined {
  return direction === "sent" ? describeRequest(frame) : describeReply(frame);
}

function describeRequest(frame: Uint8Array): string | undefined {
  const request = decodeWinnsenRequest(frame);
  if (request === undefined) return undefined;
  if (request.kind === "unlock") return `unlock board ${request.station} channel ${request.channel}`;
  return `ask status of board ${request.station}`;
}

function describeReply(frame: Uint8Array): string | undefined {
  const reply = decodeWinnsenReply(frame);
  if (reply === undefined) return undefined;
  if (reply.kind === "unlock") {
    const word = reply.isDone ? "noted" : "noted, door not seen open";
    return `unlock board ${reply.station} channel ${reply.channel} ${word}`;
  }
  const channels = Array.from({ length: MOST_CHANNELS }, (_, index) => index + 1);
  const open = channels.filter((channel) => ((reply.openBits >> (channel - 1)) & 1) === 1);
  return `status board ${reply.station}: ${open.length === 0 ? "all closed" : `open ${open.join(" ")}`}`;
}
