import { assert } from "#core/base/assert.ts";
import type { BoardDriver, BoardPlace } from "./boardDriver.ts";

type Ranged = Pick<BoardDriver, "family" | "limits">;

/** Stops where configuration let through an address that the family does not have. */
export function assertAddress({ family, limits }: Ranged, address: number): void {
  const isThere = isWithin(address, limits.lowestAddress, limits.highestAddress);
  assert(isThere, `The family ${family} has no board address ${address}.`);
}

/** Stops at an address or a number of channels that the family does not have. */
export function assertPlace(driver: Ranged, { address, channels }: BoardPlace): void {
  assertAddress(driver, address);
  const isThere = isWithin(channels, 1, driver.limits.channels);
  assert(isThere, `The family ${driver.family} has no board with ${channels} channels.`);
}

/** Stops at a channel that the board does not have: no unlock leaves for a lock that nobody configured. */
export function assertChannel(driver: Ranged, place: BoardPlace, channel: number): void {
  assertPlace(driver, place);
  assert(isWithin(channel, 1, place.channels), `Board ${place.address} (${driver.family}) has no channel ${channel}.`);
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
