import type { BoardDriver, BoardPlace, BoardRequest, ChannelBits, FoundBoard, UnlockAnswer } from "../boardDriver.ts";
import { assertChannel, assertPlace } from "../boardRange.ts";
import { replyRule } from "./frames.ts";
import { type Cu16Status, decodeCu16Reply } from "./replies.ts";
import { CU16_CHANNELS, CU16_HIGHEST_ADDRESS, decodeCu16Request, encodeCu16Request } from "./requests.ts";

const RANGE = {
  family: "kerong-cu16",
  limits: {
    lowestAddress: 0,
    highestAddress: CU16_HIGHEST_ADDRESS,
    channels: CU16_CHANNELS,
    baudRates: [19_200, 9_600],
  },
} as const;

/**
 * KERONG CU16. The documents call a hook bit of 1 closed and an infrared bit of 1 occupied. Some boards answer an unlock,
 * many do not.
 */
export const kerongCu16Driver: BoardDriver = {
  ...RANGE,
  hasOccupancy: true,
  hasByteOrder: false,
  quietMs: 0,
  replyRule,
  statusRequest,
  unlockRequest,
  probeRequests: (address) => [probe(address)],
  describe,
};

function statusRequest(place: BoardPlace): BoardRequest<readonly ChannelBits[]> {
  assertPlace(RANGE, place);
  const { address, channels } = place;
  return {
    bytes: encodeCu16Request({ kind: "status", address }),
    accept: (frame) => {
      const status = statusOf(frame, address);
      if (status === undefined) return undefined;
      const bits: ChannelBits[] = [];
      for (let index = 0; index < channels; index += 1) bits.push(bitsOf(status, index));
      return bits;
    },
  };
}

function unlockRequest(place: BoardPlace, channel: number): BoardRequest<UnlockAnswer> {
  assertChannel(RANGE, place, channel);
  const { address } = place;
  return {
    bytes: encodeCu16Request({ kind: "unlock", address, channel }),
    accept: (frame) => {
      const reply = decodeCu16Reply(frame);
      if (reply?.kind !== "unlockNoted" || reply.place >> 4 !== address) return undefined;
      // The answer is the unlock time of the board; boards differ in whether they name the lock in it.
      const lock = reply.place & 0x0f;
      return lock === channel - 1 || lock === 0 ? "noted" : undefined;
    },
  };
}

function probe(address: number): BoardRequest<FoundBoard> {
  return {
    bytes: encodeCu16Request({ kind: "status", address }),
    accept: (frame) => (statusOf(frame, address) === undefined ? undefined : { channels: CU16_CHANNELS }),
  };
}

function statusOf(frame: Uint8Array, address: number): Cu16Status | undefined {
  const reply = decodeCu16Reply(frame);
  return reply?.kind === "status" && reply.address === address ? reply : undefined;
}

function bitsOf({ hookBits, infraredBits }: Cu16Status, index: number): ChannelBits {
  return { saysClosed: ((hookBits >> index) & 1) === 1, saysOccupied: ((infraredBits >> index) & 1) === 1 };
}

function describe(frame: Uint8Array, direction: "sent" | "received"): string | undefined {
  if (direction === "sent") {
    const request = decodeCu16Request(frame);
    if (request === undefined) return undefined;
    const { address } = request;
    return request.kind === "status" ? `status board ${address}` : `unlock board ${address} channel ${request.channel}`;
  }
  const reply = decodeCu16Reply(frame);
  if (reply === undefined) return undefined;
  if (reply.kind === "unlockNoted") return `unlock noted board ${reply.place >> 4} channel ${(reply.place & 0x0f) + 1}`;
  const channels = Array.from({ length: CU16_CHANNELS }, (_, index) => index + 1);
  const open = channels.filter((channel) => !bitsOf(reply, channel - 1).saysClosed);
  return `status board ${reply.address}: ${open.length === 0 ? "all closed" : `open ${open.join(" ")}`}`;
}
