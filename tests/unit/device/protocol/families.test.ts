import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardFamilies } from "#core/interfaces/lockBoard.ts";
import { boardDriver } from "#device/protocol/families.ts";
import { simulatedFamily } from "#device/simulator/simulatedFamilies.ts";
import { boardBench } from "#tests/support/boardBench.ts";
import { framesOf } from "#tests/support/frameStreams.ts";
import { hex } from "#tests/support/hex.ts";

/** Every family; a new one takes part by itself. */
const pairs = boardFamilies.map((family) => ({
  family,
  driver: boardDriver(family),
  simulated: simulatedFamily(family),
}));

describe("the board families", () => {
  test("are registered under their own names, drivers and simulated boards alike", () => {
    expect(pairs.length).toBeGreaterThan(0);
    for (const { family, driver, simulated } of pairs) {
      expect(driver.family).toBe(family);
      expect(simulated.family).toBe(family);
    }
  });

  test.each(pairs)("$family: the driver and the simulated board understand each other", ({ driver, simulated }) => {
    const { lowestAddress, highestAddress } = driver.limits;
    for (const address of [lowestAddress, highestAddress]) {
      const place = { address, channels: 8, byteOrder: "lastByteFirst" } as const;
      const board = boardBench({ ...place, open: [2] });
      const status = driver.statusRequest(place);
      expect(framesOf(simulated.requestRule, status.bytes).map(hex)).toEqual([hex(status.bytes)]);
      const reply = simulated.answer(status.bytes, board) ?? new Uint8Array();
      expect(framesOf(driver.replyRule, reply).map(hex)).toEqual([hex(reply)]);
      expect(status.accept(reply)?.map(({ saysClosed }) => saysClosed === true)).toEqual(
        Array.from({ length: 8 }, (_, index) => index !== 1),
      );
      expect(driver.describe(reply, "received")).toContain(String(address));
      const unlock = driver.unlockRequest(place, 8);
      expect(simulated.isUnlock(unlock.bytes)).toBe(true);
      expect(simulated.isUnlock(status.bytes)).toBe(false);
      simulated.answer(unlock.bytes, board);
      expect(board.pulses).toEqual([8]);
      expect(driver.describe(unlock.bytes, "sent")).toMatch(/^unlock /);
    }
  });

  test.each(pairs)("$family: noise is no reply, no report, no request, and breaks nothing", ({ driver, simulated }) => {
    const place = { address: driver.limits.lowestAddress, channels: 8, byteOrder: "firstByteFirst" } as const;
    const requests = [
      driver.statusRequest(place),
      driver.unlockRequest(place, 1),
      ...driver.probeRequests(place.address),
    ];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
        // A random frame can be a good one; a check of eight bits makes that rare enough to be left out by its own rules.
        fc.pre(framesOf(driver.replyRule, noise).length === 0 && framesOf(simulated.requestRule, noise).length === 0);
        for (const request of requests) expect(request.accept(noise)).toBeUndefined();
        expect(driver.readReport?.(noise)).toBeUndefined();
        expect(driver.describe(noise, "sent")).toBeUndefined();
        const board = boardBench(place);
        expect(simulated.answer(noise, board)).toBeUndefined();
        expect(simulated.isUnlock(noise)).toBe(false);
        expect(board.pulses).toEqual([]);
      }),
    );
  });
});
