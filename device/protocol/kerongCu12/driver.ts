import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import { channelsWith } from "../bitField.ts";
import type { BoardDriver, BoardRequest, ChannelBits, UnlockAnswer } from "../boardDriver.ts";
import { assertAddress, assertChannel, assertPlace } from "../boardRange.ts";
import { CU12_HIGHEST_ADDRESS, replyRule, UNLOCK } from "./frames.ts";
import { type Cu12Reply, decodeCu12Reply } from "./replies.ts";
import { CU12_CHANNELS, CU24_CHANNELS, type Cu12Channels, decodeCu12Request, encodeCu12Request } from "./requests.ts";

/** KERONG CU12: 12 locks, status in 2 bytes. */
export const kerongCu12Driver = createDriver("kerong-cu12", CU12_CHANNELS);

/** KERONG CU24: 24 locks, status in 3 bytes. */
export const kerongCu24Driver = createDriver("kerong-cu24", CU24_CHANNELS);

/**
 * The two boards speak alike, and only the length of the status tells them apart. A status of the wrong length is no reply:
 * lock number 0C is channel 13 of a CU24, but "all" on a CU12, and a board that gives no status is never pulsed.
 */
function createDriver(family: BoardFamily, channels: Cu12Channels): BoardDriver {
  const statusBits = Math.ceil(channels / 8) * 8;
  const limits = {
    lowestAddress: 0,
    highestAddress: CU12_HIGHEST_ADDRESS,
    channels,
    baudRates: [19200, 9600, 57600, 115200],
  };
  const limited = { family, limits };
  const readStatus = (address: number): BoardRequest<readonly boolean[]> => ({
    bytes: encodeCu12Request({ kind: "status", address }, channels),
    accept: (frame) => {
      const reply = decodeCu12Reply(frame);
      if (reply?.kind !== "status" || reply.address !== address) return undefined;
      return reply.hooks.length === statusBits ? reply.hooks : undefined;
    },
  });
  return {
    ...limited,
    hasOccupancy: false,
    hasByteOrder: false,
    quietMs: 0,
    replyRule,
    statusRequest: (place) => {
      assertPlace(limited, place);
      const { bytes, accept } = readStatus(place.address);
      return { bytes, accept: (frame) => accept(frame)?.slice(0, place.channels).map(toBits) };
    },
    unlockRequest: (place, channel) => {
      assertChannel(limited, place, channel);
      const { address } = place;
      return {
        bytes: encodeCu12Request({ kind: "unlock", address, channel }, channels),
        accept: (frame) => acceptUnlock(decodeCu12Reply(frame), address, channel),
      };
    },
    probeRequests: (address) => {
      assertAddress(limited, address);
      const { bytes, accept } = readStatus(address);
      return [{ bytes, accept: (frame) => (accept(frame) === undefined ? undefined : { channels }) }];
    },
    describe: (frame, direction) =>
      direction === "sent" ? describeRequest(frame, channels) : describeReply(decodeCu12Reply(frame)),
  };
}

function acceptUnlock(reply: Cu12Reply | undefined, address: number, channel: number): UnlockAnswer | undefined {
  if (reply?.address !== address) return undefined;
  if (reply.kind === "unlock") return reply.channel === channel ? "noted" : undefined;
  const isRefusal = reply.kind === "failure" && reply.command === UNLOCK && reply.lock === channel - 1;
  return isRefusal ? "refused" : undefined;
}

/** Sister boards document a set hook bit as closed, and so does one of two sources for this one; wiring settles the rest. */
function toBits(hook: boolean): ChannelBits {
  return { saysClosed: hook, saysOccupied: undefined };
}

function describeRequest(frame: Uint8Array, channels: Cu12Channels): string | undefined {
  const request = decodeCu12Request(frame, channels);
  if (request === undefined) return undefined;
  const { kind, address } = request;
  return kind === "unlock" ? `unlock board ${address} channel ${request.channel}` : `${kind} board ${address}`;
}

function describeReply(reply: Cu12Reply | undefined): string | undefined {
  switch (reply?.kind) {
    case "status": {
      const locks = reply.hooks.length === 16 ? reply.hooks.slice(0, CU12_CHANNELS) : reply.hooks;
      return `status board ${reply.address}: open ${channelsWith(false, locks)}`;
    }
    case "version":
      return `version board ${reply.address}: software ${reply.software} hardware ${reply.hardware}`;
    case "unlock":
      return `unlock noted board ${reply.address} channel ${reply.channel}`;
    case "failure": {
      const { address, command, lock, failure } = reply;
      return command === UNLOCK
        ? `unlock refused board ${address} channel ${lock + 1}: ${failure}`
        : `refused board ${address}: ${failure}`;
    }
    case undefined:
      return undefined;
  }
}
