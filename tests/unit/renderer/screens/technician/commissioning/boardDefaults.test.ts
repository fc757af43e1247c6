import { describe, expect, it } from "vitest";
import { boardFamilies } from "#core/interfaces/lockBoard.ts";
import { boardDriver } from "#device/protocol/families.ts";
import { baudRates, boardDefaults, channelCounts } from "#renderer/screens/technician/commissioning/boardDefaults.ts";

describe("what the wizard offers for a board added by hand", () => {
  it.each(boardFamilies)("agrees with the driver of %s", (family) => {
    const { limits } = boardDriver(family);
    const { address, leastAddress, mostAddress, baudRate, channels } = boardDefaults[family];
    expect({ leastAddress, mostAddress }).toEqual({
      leastAddress: limits.lowestAddress,
      mostAddress: limits.highestAddress,
    });
    expect(address).toBeGreaterThanOrEqual(leastAddress);
    expect(address).toBeLessThanOrEqual(mostAddress);
    expect(baudRate).toBe(limits.baudRates[0]);
    expect(baudRates).toEqual(expect.arrayContaining([...limits.baudRates]));
    expect(channels).toBeLessThanOrEqual(limits.channels);
    expect(channelCounts).toContain(channels);
  });
});
