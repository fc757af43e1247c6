import { channelsWith } from "../bitField.ts";
import type { BoardDriver, BoardRequest } from "../boardDriver.ts";
import { assertAddress, assertChannel, assertPlace } from "../boardRange.ts";
import { CU48_HIGHEST_ADDRESS, replyRule } from "./frames.ts";
import { type Cu48Status, decodeCu48Status } from "./replies.ts";
import { CU48_CHANNELS, decodeCu48Request, encodeCu48Request } from "./requests.ts";

const limited = {
  family: "kerong-cu48",
  limits: { lowestAddress: 0, highestAddress: CU48_HIGHEST_ADDRESS, channels: CU48_CHANNELS, baudRates: [19200, 9600] },
} as const;

/** KERONG CU48B: 48 locks, with occupancy sensors. */
export const kerongCu48Driver: BoardDriver = {
  ...limited,
  hasOccupancy: true,
  hasByteOrder: false,
  quietMs: 0,
  replyRule,
  statusRequest: (place) => {
    assertPlace(limited, place);
    const { bytes, accept } = readStatus(place.address);
    return {
      bytes,
      accept: (frame) => {
        const status = accept(frame);
        return status?.hooks
          .slice(0, place.channels)
          .map((hook, at) => ({ saysClosed: hook, saysOccupied: status.sensors[at] }));
      },
    };
  },
  unlockRequest: (place, channel) => {
    assertChannel(limited, place, channel);
    const { address } = place;
    return {
      bytes: encodeCu48Request({ kind: "unlock", address, channel }),
      // Sources expect the code of a status in the answer to an unlock; it does not say what the bolt did.
      accept: (frame) => (decodeCu48Status(frame)?.address === address ? "noted" : undefined),
    };
  },
  probeRequests: (address) => {
    assertAddress(limited, address);
    const { bytes, accept } = readStatus(address);
    return [{ bytes, accept: (frame) => (accept(frame) === undefined ? undefined : { channels: CU48_CHANNELS }) }];
  },
  describe: (frame, direction) => (direction === "sent" ? describeRequest(frame) : describeReply(frame)),
};

function readStatus(address: number): BoardRequest<Cu48Status> {
  return {
    bytes: encodeCu48Request({ kind: "status", address }),
    accept: (frame) => {
      const status = decodeCu48Status(frame);
      return status?.address === address ? status : undefined;
    },
  };
}

function describeRequest(frame: Uint8Array): string | undefined {
  const request = decodeCu48Request(frame);
  if (request === undefined) return undefined;
  const { kind, address } = request;
  return kind === "unlock" ? `unlock board ${address} channel ${request.channel}` : `status board ${address}`;
}

function describeReply(frame: Uint8Array): string | undefined {
  const status = decodeCu48Status(frame);
  if (status === undefined) return undefined;
  const { address, hooks, sensors } = status;
  return `status board ${address}: open ${channelsWith(false, hooks)}, occupied ${channelsWith(true, sensors)}`;
}
