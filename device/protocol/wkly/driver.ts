import type {
  BoardDriver,
  BoardPlace,
  BoardReport,
  BoardRequest,
  ChannelBits,
  FoundBoard,
  UnlockAnswer,
} from "../boardDriver.ts";
import { assertAddress, assertChannel, assertPlace } from "../boardRange.ts";
import { describeWklyFrame } from "./describe.ts";
import { MOST_CHANNELS, replyRule, UNLOCK } from "./frames.ts";
import { decodeWklyReply, type WklyDoor } from "./replies.ts";
import { encodeWklyRequest } from "./requests.ts";

const RANGE = {
  family: "wkly",
  // The address is a whole byte, 0 at the factory; 32 places are what a search can go through.
  limits: { lowestAddress: 0, highestAddress: 31, channels: MOST_CHANNELS, baudRates: [9_600] },
} as const;

/** WKLY boards. They answer with one byte a door, and speak without being asked when a door changes. */
export const wklyDriver: BoardDriver = {
  ...RANGE,
  hasOccupancy: false,
  hasByteOrder: false,
  quietMs: 0,
  replyRule,
  statusRequest,
  unlockRequest,
  probeRequests: (address) => [probeRequest(address)],
  readReport,
  describe: describeWklyFrame,
};

function statusRequest(place: BoardPlace): BoardRequest<readonly ChannelBits[]> {
  assertPlace(RANGE, place);
  const ask = askForDoors(place.address);
  return {
    bytes: ask.bytes,
    accept: (frame) => {
      const doors = ask.accept(frame);
      return doors && Array.from({ length: place.channels }, (_, index) => bitsOf(doors[index]));
    },
  };
}

function unlockRequest(place: BoardPlace, channel: number): BoardRequest<UnlockAnswer> {
  assertChannel(RANGE, place, channel);
  return {
    bytes: encodeWklyRequest({ kind: "unlock", address: place.address, channel }),
    accept: (frame) => {
      const reply = decodeWklyReply(frame);
      if (reply?.address !== place.address) return undefined;
      if (reply.kind === "unlock") return reply.channel === channel ? "noted" : undefined;
      if (reply.kind !== "failed" || reply.command !== UNLOCK) return undefined;
      return reply.channel === undefined || reply.channel === channel ? "refused" : undefined;
    },
  };
}

function probeRequest(address: number): BoardRequest<FoundBoard> {
  assertAddress(RANGE, address);
  const ask = askForDoors(address);
  return {
    bytes: ask.bytes,
    accept: (frame) => {
      const doors = ask.accept(frame);
      return doors && { channels: doors.length };
    },
  };
}

function readReport(frame: Uint8Array): BoardReport | undefined {
  const reply = decodeWklyReply(frame);
  if (reply?.kind !== "report") return undefined;
  return { address: reply.address, channel: reply.channel, bits: bitsOf(reply.door) };
}

function askForDoors(address: number): BoardRequest<readonly WklyDoor[]> {
  return {
    bytes: encodeWklyRequest({ kind: "status", address }),
    accept: (frame) => {
      const reply = decodeWklyReply(frame);
      return reply?.kind === "status" && reply.address === address ? reply.doors : undefined;
    },
  };
}

function bitsOf(door: WklyDoor | undefined): ChannelBits {
  const isRead = door === "open" || door === "closed";
  return { saysClosed: isRead ? door === "closed" : undefined, saysOccupied: undefined };
}
