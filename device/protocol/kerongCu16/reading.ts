import type { DoorReading } from "#core/interfaces/lockBoard.ts";
import type { Cu16Status } from "./replies.ts";

/** How one board is wired, learned at commissioning. */
export interface Cu16Profile {
  /** The hook bit of a shut door. 1 on most boards; wrong, it inverts every door. */
  readonly closedBit: 0 | 1;
  /** True only where infrared sensors are fitted and were tried. */
  readonly hasInfrared: boolean;
}

/** What the status says about one channel, 1-based. */
export function readCu16Channel(status: Cu16Status, channel: number, profile: Cu16Profile): DoorReading {
  const hook = (status.hookBits >> (channel - 1)) & 1;
  const infrared = (status.infraredBits >> (channel - 1)) & 1;
  return {
    door: hook === profile.closedBit ? "closed" : "open",
    occupancy: profile.hasInfrared ? (infrared === 1 ? "something" : "nothing") : "notSupported",
  };
}
