import { describe, expect, test } from "vitest";
import { boardFamilies } from "#core/interfaces/lockBoard.ts";
import type { BoardDriver, BoardPlace } from "#device/protocol/boardDriver.ts";
import { boardDriver } from "#device/protocol/families.ts";
import { winnsenDriver } from "#device/protocol/winnsen/driver.ts";
import { xor8aFamily } from "#device/simulator/families/xor8aFamily.ts";
import { simulatedFamily } from "#device/simulator/simulatedFamilies.ts";
import type { SimulatedFamily } from "#device/simulator/simulatedFamily.ts";
import { bytes, hex } from "#tests/support/hex.ts";

/*
 * A search asks boards of unknown families, and a cabinet can be wired to the wrong profile: nothing that only reads may open
 * a door of another family. Every family takes part by itself.
 */
const drivers = boardFamilies.map(boardDriver);
const simulated = boardFamilies.map(simulatedFamily);

/** A frame that holds another family's unlock and is sent all the same, with the reason why that is safe. */
interface Allowance {
  readonly sender: string;
  readonly reader: string;
  readonly frame: string;
  readonly reason: string;
}
const allowances: readonly Allowance[] = [];

describe("frames that only read", () => {
  test.each(drivers.map((driver) => ({ driver, name: driver.family })))(
    "of $name hold no unlock of another family, whole or anywhere inside",
    ({ driver }) => {
      const frames = [...placesOf(driver).flatMap((place) => readingFrames(driver, place))];
      expect(frames.length).toBeGreaterThan(0);
      for (const reader of othersThan(driver)) {
        const found = frames.filter((frame) => holdsUnlock(frame, reader) && !isAllowed(driver, reader, frame));
        expect(found.map(hex), `read by ${reader.family}`).toEqual([]);
      }
    },
  );

  test.each(drivers.map((driver) => ({ driver, name: driver.family })))(
    "of a search for $name hold no unlock of another family, however they follow each other",
    ({ driver }) => {
      const { highestAddress, highestSearchedAddress = highestAddress } = driver.limits;
      const searched = addressesOf(driver).filter((address) => address <= highestSearchedAddress);
      const probes = searched.flatMap((address) => driver.probeRequests(address).map((request) => request.bytes));
      for (const reader of othersThan(driver)) {
        for (const first of probes) {
          // The same question again, and every other one: as a board hears them that takes no notice of pauses.
          const found = probes.map((second) => Uint8Array.from([...first, ...second]));
          expect(found.filter((pair) => holdsUnlock(pair, reader)).map(hex), `read by ${reader.family}`).toEqual([]);
        }
      }
    },
  );

  test("hold no 9D aa 01 33, which one source calls unlock all on XOR-8A boards and which has no check", () => {
    for (const driver of drivers) {
      const frames = placesOf(driver).flatMap((place) => readingFrames(driver, place));
      expect(frames.map(hex).filter((text) => /9D .. 01 33/.test(text))).toEqual([]);
    }
  });

  test("of a family open no door of its own", () => {
    for (const driver of drivers) {
      const own = simulatedFamily(driver.family);
      const frames = placesOf(driver).flatMap((place) => readingFrames(driver, place));
      expect(frames.filter((frame) => holdsUnlock(frame, own)).map(hex)).toEqual([]);
    }
  });

  test("have no allowance that is not needed", () => {
    const idle = allowances.filter(({ sender, reader, frame }) => {
      const family = simulated.find((one) => one.family === reader);
      const driver = drivers.find((one) => one.family === sender);
      return family === undefined || driver === undefined || !holdsUnlock(bytes(frame), family);
    });
    expect(idle).toEqual([]);
  });
});

describe("the search for an unlock inside a frame", () => {
  test("finds the unlock of every family, at each place of a longer frame", () => {
    for (const driver of drivers) {
      const family = simulatedFamily(driver.family);
      for (const place of placesOf(driver)) {
        const unlock = driver.unlockRequest(place, place.channels).bytes;
        expect(holdsUnlock(unlock, family), hex(unlock)).toBe(true);
        expect(holdsUnlock(Uint8Array.from([0x00, 0x90, ...unlock, 0xff]), family), hex(unlock)).toBe(true);
      }
    }
  });

  test("finds that two polls of all doors of Winnsen station 3 would unlock several doors of an XOR-8A board", () => {
    const poll = winnsenDriver.statusRequest({ address: 3, channels: 16, byteOrder: "firstByteFirst" }).bytes;
    expect(holdsUnlock(poll, xor8aFamily)).toBe(false);
    expect(holdsUnlock(Uint8Array.from([...poll, ...poll]), xor8aFamily)).toBe(true);
  });
});

/** Everything that a driver sends to a place without meaning to open a door. */
function readingFrames(driver: BoardDriver, place: BoardPlace): Uint8Array[] {
  return [
    driver.statusRequest(place).bytes,
    ...driver.probeRequests(place.address).map((request) => request.bytes),
    ...(driver.startFrames?.(place) ?? []),
  ];
}

function holdsUnlock(bytesSent: Uint8Array, { requestRule, isUnlock }: SimulatedFamily): boolean {
  return Array.from(bytesSent.keys()).some((start) => {
    const match = requestRule(bytesSent, start);
    return match.kind === "frame" && isUnlock(bytesSent.slice(start, start + match.length));
  });
}

function placesOf(driver: BoardDriver): BoardPlace[] {
  const channels = Array.from({ length: driver.limits.channels }, (_, index) => index + 1);
  return addressesOf(driver).flatMap((address) =>
    channels.map((count): BoardPlace => ({ address, channels: count, byteOrder: "lastByteFirst" })),
  );
}

function addressesOf({ limits }: BoardDriver): number[] {
  const count = limits.highestAddress - limits.lowestAddress + 1;
  return Array.from({ length: count }, (_, index) => limits.lowestAddress + index);
}

function othersThan({ family }: BoardDriver): SimulatedFamily[] {
  return simulated.filter((other) => other.family !== family);
}

function isAllowed(driver: BoardDriver, reader: SimulatedFamily, frame: Uint8Array): boolean {
  return allowances.some(
    (one) => one.sender === driver.family && one.reader === reader.family && one.frame === hex(frame),
  );
}
