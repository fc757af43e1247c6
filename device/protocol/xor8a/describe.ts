import { decodeXor8aReply } from "./replies.ts";
import { decodeXor8aRequest } from "./requests.ts";

/**
 * A frame in words for a trace. A status stays bytes: which channel a bit belongs to and whether it means open depends on
 * the board's profile.
 */
export function describeXor8aFrame(frame: Uint8Array, direction: "sent" | "received"): string | undefined {
  return direction === "sent" ? describeRequest(frame) : describeReply(frame);
}

function describeRequest(frame: Uint8Array): string | undefined {
  const request = decodeXor8aRequest(frame);
  if (request?.kind === "status") return `ask status of board ${request.address}`;
  if (request?.kind === "unlock") return `unlock board ${request.address} channel ${request.channel}`;
  return request && `${request.kind} board ${request.address}, never sent by this kiosk`;
}

function describeReply(frame: Uint8Array): string | undefined {
  const reply = decodeXor8aReply(frame);
  if (reply === undefined) return undefined;
  if (reply.kind === "status") return `status board ${reply.address}: bytes ${hexOf(reply.statusBytes)}`;
  const contact = reply.isContactMade ? "contact made" : "no contact";
  const word = reply.kind === "unlock" ? "unlock noted" : "status";
  return `${word}, board ${reply.address} channel ${reply.channel}: ${contact}`;
}

function hexOf(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}
