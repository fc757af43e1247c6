import { assert } from "#core/base/assert.ts";
import type { BoardDriver, BoardPlace } from "./boardDriver.ts";

/*
 * In most families a number just above the highest address or lock means "all": a number out of range must never become a
 * frame, whatever asked for it.
 */

type Limited = Pick<BoardDriver, "family" | "limits">;

/** Stops on an address that the family does not have. */
export function checkAddress({ family, limits }: Limited, address: number): void {
  const { lowestAddress, highestAddress } = limits;
  assert(isWithin(address, lowestAddress, highestAddress), `A ${family} board has no address ${address}.`);
}

/** Stops on an address or a number of channels that the family does not have. */
export function checkPlace(limited: Limited, { address, channels }: BoardPlace): void {
  checkAddress(limited, address);
  assert(
    isWithin(channels, 1, limited.limits.channels),
    `A ${limited.family} board does not have ${channels} channels.`,
  );
}

/** Stops on a channel that the board at this place does not have. */
export function checkChannel(limited: Limited, place: BoardPlace, channel: number): void {
  checkPlace(limited, place);
  assert(isWithin(channel, 1, place.channels), `This ${limited.family} board has no channel ${channel}.`);
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
