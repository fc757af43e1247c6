import type { BoardDriver, BoardPlace, BoardRequest, ChannelBits, FoundBoard, UnlockAnswer } from "../boardDriver.ts";
import { assertAddress, assertChannel, assertPlace } from "../boardRange.ts";
import { describeXor8aFrame } from "./describe.ts";
import { HIGHEST_ADDRESS, LOWEST_ADDRESS, replyRule } from "./frames.ts";
import { contactOf, decodeXor8aReply } from "./replies.ts";
import { encodeXor8aRequest } from "./requests.ts";

const RANGE = {
  family: "xor8a",
  limits: { lowestAddress: LOWEST_ADDRESS, highestAddress: HIGHEST_ADDRESS, channels: 50, baudRates: [9_600] },
} as const;

/**
 * XOR-8A boards. `saysClosed` is a contact that is made, as with locks whose contact closes with the door.
 *
 * A frame that equals the request is never its reply: an echoing adapter hands back `80 01 00 33 B2`, which reads as one
 * empty status byte. A board that sends a single status byte therefore counts as silent while none of its contacts is made;
 * boards seen so far send three or seven. An unlock's answer can equal its request too; then nothing is concluded, and the
 * wait goes on, so that the answer behind an echo does not meet the next request on the wire.
 */
export const xor8aDriver: BoardDriver = {
  ...RANGE,
  hasOccupancy: false,
  hasByteOrder: true,
  quietMs: 5,
  replyRule,
  statusRequest,
  unlockRequest,
  probeRequests: (address) => [probeRequest(address)],
  describe: describeXor8aFrame,
};

function statusRequest(place: BoardPlace): BoardRequest<readonly ChannelBits[]> {
  assertPlace(RANGE, place);
  const ask = askForStatus(place.address);
  return {
    bytes: ask.bytes,
    accept: (frame) => {
      const statusBytes = ask.accept(frame);
      if (statusBytes === undefined) return undefined;
      return Array.from({ length: place.channels }, (_, index) => ({
        saysClosed: contactOf(statusBytes, index + 1, place),
        saysOccupied: undefined,
      }));
    },
  };
}

function unlockRequest(place: BoardPlace, channel: number): BoardRequest<UnlockAnswer> {
  assertChannel(RANGE, place, channel);
  const bytes = encodeXor8aRequest({ kind: "unlock", address: place.address, channel });
  return {
    bytes,
    accept: (frame) => {
      if (isSame(frame, bytes)) return undefined;
      const reply = decodeXor8aReply(frame);
      const isAnswer = reply?.kind === "unlock" && reply.address === place.address && reply.channel === channel;
      return isAnswer ? "noted" : undefined;
    },
  };
}

function probeRequest(address: number): BoardRequest<FoundBoard> {
  assertAddress(RANGE, address);
  const ask = askForStatus(address);
  return {
    bytes: ask.bytes,
    accept: (frame) => {
      const statusBytes = ask.accept(frame);
      return statusBytes && { channels: Math.min(statusBytes.length * 8, RANGE.limits.channels) };
    },
  };
}

function askForStatus(address: number): BoardRequest<readonly number[]> {
  const bytes = encodeXor8aRequest({ kind: "status", address });
  return {
    bytes,
    accept: (frame) => {
      if (isSame(frame, bytes)) return undefined;
      const reply = decodeXor8aReply(frame);
      return reply?.kind === "status" && reply.address === address ? reply.statusBytes : undefined;
    },
  };
}

function isSame(frame: Uint8Array, request: Uint8Array): boolean {
  return frame.length === request.length && frame.every((byte, index) => byte === request[index]);
}
