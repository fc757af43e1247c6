import type { BoardDriver, BoardPlace, BoardRequest, ChannelBits, FoundBoard, UnlockAnswer } from "../boardDriver.ts";
import { assertAddress, assertChannel, assertPlace } from "../boardRange.ts";
import { describeWinnsenFrame } from "./describe.ts";
import { HIGHEST_STATION, MOST_CHANNELS, replyRule } from "./frames.ts";
import { decodeWinnsenReply } from "./replies.ts";
import { encodeWinnsenRequest } from "./requests.ts";

const RANGE = {
  family: "winnsen",
  limits: { lowestAddress: 0, highestAddress: HIGHEST_STATION, channels: MOST_CHANNELS, baudRates: [9_600] },
} as const;

/**
 * Fifteen doors. With all sixteen, two polls of station 3 in a row would read, where no pause is kept, as
 * `90 07 02 03 FF FF 03 90 07 02`: on an XOR-8A board 7 that unlocks several doors. A search meets boards of any family.
 */
const PROBE_MASK = 0x7fff;

/** Winnsen boards. Without a checksum a damaged bit passes for a door's, so one reading alone proves nothing. */
export const winnsenDriver: BoardDriver = {
  ...RANGE,
  hasOccupancy: false,
  hasByteOrder: false,
  quietMs: 0,
  replyRule,
  statusRequest,
  unlockRequest,
  probeRequests: (address) => [probeRequest(address)],
  describe: describeWinnsenFrame,
};

function statusRequest(place: BoardPlace): BoardRequest<readonly ChannelBits[]> {
  assertPlace(RANGE, place);
  const ask = askForDoors(place.address, 2 ** place.channels - 1);
  return {
    bytes: ask.bytes,
    accept: (frame) => {
      const openBits = ask.accept(frame);
      if (openBits === undefined) return undefined;
      return Array.from({ length: place.channels }, (_, index) => ({
        saysClosed: ((openBits >> index) & 1) === 0,
        saysOccupied: undefined,
      }));
    },
  };
}

function unlockRequest(place: BoardPlace, channel: number): BoardRequest<UnlockAnswer> {
  assertChannel(RANGE, place, channel);
  return {
    bytes: encodeWinnsenRequest({ kind: "unlock", station: place.address, channel }),
    accept: (frame) => {
      const reply = decodeWinnsenReply(frame);
      const isAnswer = reply?.kind === "unlock" && reply.station === place.address && reply.channel === channel;
      // A status of 00 is the door not seen open yet, not a board that refuses to pulse.
      return isAnswer ? "noted" : undefined;
    },
  };
}

function probeRequest(address: number): BoardRequest<FoundBoard> {
  assertAddress(RANGE, address);
  const ask = askForDoors(address, PROBE_MASK);
  return {
    bytes: ask.bytes,
    accept: (frame) => (ask.accept(frame) === undefined ? undefined : { channels: MOST_CHANNELS }),
  };
}

function askForDoors(station: number, mask: number): BoardRequest<number> {
  return {
    bytes: encodeWinnsenRequest({ kind: "poll", station, mask }),
    accept: (frame) => {
      const reply = decodeWinnsenReply(frame);
      return reply?.kind === "poll" && reply.station === station ? reply.openBits : undefined;
    },
  };
}
