import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BoardDriver, BoardPlace } from "#device/protocol/boardDriver.ts";
import { Deframer } from "#device/protocol/deframer.ts";
import { kerongCu12Driver, kerongCu24Driver } from "#device/protocol/kerongCu12/driver.ts";
import { kerongCu48Driver } from "#device/protocol/kerongCu48/driver.ts";
import { modbusDriver } from "#device/protocol/modbus/driver.ts";
import { kerongCu12Family, kerongCu24Family } from "#device/simulator/families/kerongCu12Family.ts";
import { kerongCu48Family } from "#device/simulator/families/kerongCu48Family.ts";
import { modbusFamily, modbusFamilyWithoutFlash } from "#device/simulator/families/modbusFamily.ts";
import type { BoardInside, SimulatedFamily } from "#device/simulator/simulatedFamily.ts";
import { bytes, hex } from "#tests/support/hex.ts";

interface Pair {
  readonly driver: BoardDriver;
  readonly family: SimulatedFamily;
}
const pairs: readonly Pair[] = [
  { driver: kerongCu12Driver, family: kerongCu12Family },
  { driver: kerongCu24Driver, family: kerongCu24Family },
  { driver: kerongCu48Driver, family: kerongCu48Family },
  { driver: modbusDriver, family: modbusFamily },
];

/** A board with doors in memory; 1-based channels of those that read closed, or occupied, and of pulses so far. */
interface MemoryBoard extends BoardInside {
  readonly pulses: number[];
}

function memoryBoard(place: Pick<BoardPlace, "address" | "channels">, closed: readonly number[] = []): MemoryBoard {
  const pulses: number[] = [];
  const check = (channel: number): void => {
    if (channel < 1 || channel > place.channels) throw new Error(`the board has no channel ${channel}`);
  };
  return {
    ...place,
    replyAddress: place.address,
    byteOrder: "firstByteFirst",
    pulses,
    saysClosed: (channel) => {
      check(channel);
      return closed.includes(channel);
    },
    saysOccupied: (channel) => {
      check(channel);
      return channel % 3 === 0;
    },
    pulse: (channel) => {
      check(channel);
      pulses.push(channel);
    },
  };
}

/** What the board answers, as it comes out of the driver's own deframer. */
function ask(pair: Pair, request: Uint8Array, board: BoardInside): Uint8Array | undefined {
  const [heard] = new Deframer(pair.family.requestRule).push(request).frames;
  const answer = heard === undefined ? undefined : pair.family.answer(heard, board);
  if (answer === undefined) return undefined;
  const { frames, dropped } = new Deframer(pair.driver.replyRule).push(answer);
  expect([frames.length, dropped.length]).toEqual([1, 0]);
  return frames[0];
}

const anyPlace = ({ limits }: BoardDriver): fc.Arbitrary<BoardPlace> =>
  fc.record({
    address: fc.integer({ min: limits.lowestAddress, max: limits.highestAddress }),
    channels: fc.integer({ min: 1, max: limits.channels }),
    byteOrder: fc.constantFrom("firstByteFirst" as const, "lastByteFirst" as const),
  });

describe.each(pairs)("the driver and the simulated board of $driver.family", (pair) => {
  const { driver, family } = pair;
  const placeAndDoors = anyPlace(driver).chain((place) =>
    fc.tuple(fc.constant(place), fc.uniqueArray(fc.integer({ min: 1, max: place.channels }))),
  );

  test("agree on every door, whichever are shut and however many are connected", () => {
    fc.assert(
      fc.property(placeAndDoors, ([place, closed]) => {
        const request = driver.statusRequest(place);
        const reply = ask(pair, request.bytes, memoryBoard(place, closed));
        const status = reply && request.accept(reply);
        expect(status).toEqual(
          Array.from({ length: place.channels }, (_, at) => ({
            saysClosed: closed.includes(at + 1),
            saysOccupied: driver.hasOccupancy ? (at + 1) % 3 === 0 : undefined,
          })),
        );
      }),
    );
  });

  test("agree on the lock that is pulsed, once", () => {
    const placeAndChannel = anyPlace(driver).chain((place) =>
      fc.tuple(fc.constant(place), fc.integer({ min: 1, max: place.channels })),
    );
    fc.assert(
      fc.property(placeAndChannel, ([place, channel]) => {
        const board = memoryBoard(place);
        const request = driver.unlockRequest(place, channel);
        expect(family.isUnlock(request.bytes)).toBe(true);
        const reply = ask(pair, request.bytes, board);
        expect(reply && request.accept(reply)).toBe("noted");
        expect(board.pulses).toEqual([channel]);
      }),
    );
  });

  test("find each other in a search, which pulses nothing", () => {
    const { lowestAddress, channels } = driver.limits;
    const board = memoryBoard({ address: lowestAddress, channels });
    const found = driver.probeRequests(lowestAddress).map((probe) => {
      expect(family.isUnlock(probe.bytes)).toBe(false);
      const reply = ask(pair, probe.bytes, board);
      return reply && probe.accept(reply);
    });
    expect(found[0]).toEqual({ channels });
    expect(board.pulses).toEqual([]);
  });

  test("do not speak when another board is meant", () => {
    const { lowestAddress, highestAddress, channels } = driver.limits;
    const place = { address: lowestAddress, channels, byteOrder: "firstByteFirst" } as const;
    const board = memoryBoard({ address: highestAddress, channels });
    const frames = [driver.statusRequest(place).bytes, driver.unlockRequest(place, 1).bytes];
    expect(frames.map((frame) => ask(pair, frame, board))).toEqual([undefined, undefined]);
    expect(board.pulses).toEqual([]);
  });

  test("do not agree while the board answers with a wrong address", () => {
    const { lowestAddress: address, channels } = driver.limits;
    const place = { address, channels, byteOrder: "firstByteFirst" } as const;
    const board = { ...memoryBoard(place), replyAddress: address + 1 };
    const requests = [driver.statusRequest(place), driver.unlockRequest(place, 2), ...driver.probeRequests(address)];
    for (const request of requests) {
      const reply = ask(pair, request.bytes, board);
      expect(reply).toBeDefined();
      expect(reply && request.accept(reply)).toBeUndefined();
    }
  });
});

describe("simulated boards of these families", () => {
  test.each([
    ["C8", kerongCu12Family, "02 10 00 80 00 00 03 95"],
    ["C9", kerongCu12Family, "02 00 0C 81 00 00 03 92"],
    ["C9 with the count of a CU24", kerongCu24Family, "02 00 18 81 00 00 03 9E"],
    ["Q4", kerongCu48Family, "02 00 30 61 03 96"],
    ["an unlock of all boards", kerongCu48Family, "02 0A 00 61 03 70"],
    ["M1", modbusFamily, "01 05 00 00 FF 00 8C 3A"],
    ["M8", modbusFamily, "01 0F 00 00 00 08 01 FF BE D5"],
    ["M9", modbusFamily, "00 06 40 00 00 01 5C 1B"],
  ])("pulse nothing on %s", (_name, family, frame) => {
    for (const address of [0, 1]) {
      const board = memoryBoard({ address, channels: 8 });
      const [heard] = new Deframer(family.requestRule).push(bytes(frame)).frames;
      expect(heard).toBeDefined();
      if (heard !== undefined) family.answer(heard, board);
      expect(board.pulses).toEqual([]);
      expect(family.isUnlock(bytes(frame))).toBe(false);
    }
  });

  test("a CU12 answers what it does not know with its code, and its version", () => {
    const board = memoryBoard({ address: 0, channels: 12 });
    const say = (frame: string): string => hex(kerongCu12Family.answer(bytes(frame), board) ?? new Uint8Array(0));
    expect(say("02 00 00 8E 00 00 03 93")).toBe("02 00 00 8E 13 00 03 A6");
    expect(say("02 00 0C 81 00 00 03 92")).toBe("02 00 0C 81 11 00 03 A3");
    expect(say("02 00 00 8F 00 00 03 94")).toBe("02 00 00 8F 10 02 03 BA 13 01");
  });

  test("a CU12 behind a CU24's configuration is never read, and so never gets the number that opens all", () => {
    const place = { address: 0, channels: 24, byteOrder: "firstByteFirst" } as const;
    const request = kerongCu24Driver.statusRequest(place);
    const reply = ask(
      { driver: kerongCu24Driver, family: kerongCu12Family },
      request.bytes,
      memoryBoard({ address: 0, channels: 12 }),
    );
    expect(reply).toBeDefined();
    expect(reply && request.accept(reply)).toBeUndefined();
  });

  test("a relay board without a flash of its own refuses the unlock and moves nothing", () => {
    const place = { address: 1, channels: 8, byteOrder: "firstByteFirst" } as const;
    const board = memoryBoard(place);
    const request = modbusDriver.unlockRequest(place, 3);
    const reply = ask({ driver: modbusDriver, family: modbusFamilyWithoutFlash }, request.bytes, board);
    expect(reply && request.accept(reply)).toBe("refused");
    expect(board.pulses).toEqual([]);
  });

  test("a relay board with 8 inputs refuses to read 32 and 16 and is found with 8", () => {
    const board = memoryBoard({ address: 1, channels: 5 });
    const found = modbusDriver.probeRequests(1).map((probe) => {
      const reply = ask({ driver: modbusDriver, family: modbusFamily }, probe.bytes, board);
      expect(reply).toBeDefined();
      return reply && probe.accept(reply);
    });
    expect(found).toEqual([undefined, undefined, { channels: 8 }]);
  });

  test("a relay board repeats that all relays are off, and moves nothing", () => {
    const board = memoryBoard({ address: 1, channels: 8 });
    const [allOff = new Uint8Array(0)] = modbusDriver.startFrames?.({ ...board }) ?? [];
    expect(ask({ driver: modbusDriver, family: modbusFamily }, allOff, board)).toEqual(allOff);
    expect(board.pulses).toEqual([]);
  });
});
