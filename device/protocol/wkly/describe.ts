import { decodeWklyReply, type WklyDoor } from "./replies.ts";
import { decodeWklyRequest } from "./requests.ts";

/** A frame in words for a trace; doors as the board names them, before the wiring of the locks is applied. */
export function describeWklyFrame(frame: Uint8Array, direction: "sent" | "received"): string | undefined {
  return direction === "sent" ? describeRequest(frame) : describeReply(frame);
}

function describeRequest(frame: Uint8Array): string | undefined {
  const request = decodeWklyRequest(frame);
  if (request?.kind === "status") return `ask status of board ${request.address}`;
  if (request?.kind === "unlock") return `unlock board ${request.address} channel ${request.channel}`;
  return request && `${request.kind} board ${request.address}, never sent by this kiosk`;
}

function describeReply(frame: Uint8Array): string | undefined {
  const reply = decodeWklyReply(frame);
  if (reply === undefined) return undefined;
  const board = `board ${reply.address}`;
  switch (reply.kind) {
    case "status":
      return `status ${board}: ${describeDoors(reply.doors)}`;
    case "channel":
      return `status ${board} channel ${reply.channel}: ${reply.door}`;
    case "report":
      return `report ${board} channel ${reply.channel}: ${reply.door}`;
    case "unlock":
      return `unlock noted, ${board} channel ${reply.channel}: ${reply.door}`;
    default: {
      const channel = reply.channel === undefined ? "" : ` channel ${reply.channel}`;
      return `${reply.kind}, command ${reply.command.toString(16).toUpperCase()}, ${board}${channel}`;
    }
  }
}

function describeDoors(doors: readonly WklyDoor[]): string {
  const open = numbersOf(doors, "open");
  const failed = numbersOf(doors, "failed");
  const parts = [open && `open ${open}`, failed && `failed ${failed}`].filter((part) => part !== "");
  return parts.length === 0 ? "all closed" : parts.join(", ");
}

function numbersOf(doors: readonly WklyDoor[], wanted: WklyDoor): string {
  return doors.flatMap((door, index) => (door === wanted ? [index + 1] : [])).join(" ");
}
