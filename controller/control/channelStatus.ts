import type { ChannelStatus } from "#core/contract/control.ts";
import type { DoorReading, OccupancyState } from "#core/interfaces/lockBoard.ts";

const OCCUPANCY: Readonly<Record<OccupancyState, ChannelStatus["occupancy"]>> = {
  something: "present",
  nothing: "absent",
  unknown: "unknown",
  notSupported: "notSupported",
};

/** A channel as `kioskctl status` writes it; 1-based. */
export function channelStatus(channel: number, { door, occupancy }: DoorReading): ChannelStatus {
  return { channel, door, occupancy: OCCUPANCY[occupancy] };
}
