import { assert } from "#core/base/assert.ts";
import type { BoardFamily, ByteOrder, DoorReading, Feedback } from "#core/interfaces/lockBoard.ts";
import type { BoardDriver, ChannelBits } from "../protocol/boardDriver.ts";
import { boardDriver } from "../protocol/families.ts";

/** One lock board, as commissioning found it. */
export interface BoardProfile {
  /** Name in the configuration, unique in a kiosk. */
  readonly name: string;
  readonly family: BoardFamily;
  /** As the family counts addresses; different on each board of a wire. */
  readonly address: number;
  /** Number of locks connected, at most what the family has. */
  readonly channels: number;
  readonly feedback: Feedback;
  readonly byteOrder: ByteOrder;
  /** True only where occupancy sensors are fitted and were tried. */
  readonly hasOccupancy: boolean;
  /** False until somebody opened a door and saw which bit changed: such a board is read and never pulsed. */
  readonly isCommissioned: boolean;
}

/** The driver of a board. A profile that its family does not allow is a defect: the configuration was checked. */
export function driverOf({ name, family, address, channels }: BoardProfile): BoardDriver {
  const driver = boardDriver(family);
  const { lowestAddress, highestAddress, channels: most } = driver.limits;
  const isAddress = Number.isInteger(address) && address >= lowestAddress && address <= highestAddress;
  assert(isAddress, `Lock board ${name}: address ${address} is not ${lowestAddress} to ${highestAddress}.`);
  const isCount = Number.isInteger(channels) && channels >= 1 && channels <= most;
  assert(isCount, `Lock board ${name}: ${channels} channels is not 1 to ${most}.`);
  return driver;
}

/**
 * What a channel's bits mean on this board. The only place that applies the wiring of the feedback contact: everything
 * below speaks the family's words, everything above speaks of doors.
 */
export function readChannel(bits: ChannelBits | undefined, profile: BoardProfile): DoorReading {
  if (!profile.isCommissioned || bits === undefined) return unreadChannel(profile);
  const { saysClosed, saysOccupied } = bits;
  const isClosed = saysClosed === undefined ? undefined : saysClosed === (profile.feedback === "closing");
  return {
    door: isClosed === undefined ? "unknown" : isClosed ? "closed" : "open",
    occupancy: profile.hasOccupancy ? occupancyOf(saysOccupied) : "notSupported",
  };
}

/** A channel of which nothing is known. */
export function unreadChannel({ hasOccupancy }: Pick<BoardProfile, "hasOccupancy">): DoorReading {
  return { door: "unknown", occupancy: hasOccupancy ? "unknown" : "notSupported" };
}

function occupancyOf(saysOccupied: boolean | undefined): DoorReading["occupancy"] {
  if (saysOccupied === undefined) return "unknown";
  return saysOccupied ? "something" : "nothing";
}
