import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BoardDriver, BoardPlace } from "#device/protocol/boardDriver.ts";
import { Deframer } from "#device/protocol/deframer.ts";
import { kerongCu12Driver, kerongCu24Driver } from "#device/protocol/kerongCu12/driver.ts";
import { kerongCu16Driver } from "#device/protocol/kerongCu16/driver.ts";
import { kerongCu48Driver } from "#device/protocol/kerongCu48/driver.ts";
import { modbusDriver } from "#device/protocol/modbus/driver.ts";
import { winnsenDriver } from "#device/protocol/winnsen/driver.ts";
import { wklyDriver } from "#device/protocol/wkly/driver.ts";
import { xor8aDriver } from "#device/protocol/xor8a/driver.ts";
import { kerongCu12Family, kerongCu24Family } from "#device/simulator/families/kerongCu12Family.ts";
import { kerongCu16Family } from "#device/simulator/families/kerongCu16Family.ts";
import { kerongCu48Family } from "#device/simulator/families/kerongCu48Family.ts";
import { modbusFamily } from "#device/simulator/families/modbusFamily.ts";
import type { SimulatedFamily } from "#device/simulator/simulatedFamily.ts";
import { hex } from "#tests/support/hex.ts";

/** What may leave, as patterns over the bytes: written from the documents and not with the codecs. */
const permitted: readonly { readonly driver: BoardDriver; readonly reads: RegExp; readonly unlocks: RegExp }[] = [
  {
    driver: kerongCu12Driver,
    reads: /^02 0[0-9A-F] 00 80 00 00 03 ..$/,
    unlocks: /^02 0[0-9A-F] 0[0-9AB] 81 00 00 03 ..$/,
  },
  {
    driver: kerongCu24Driver,
    reads: /^02 0[0-9A-F] 00 80 00 00 03 ..$/,
    unlocks: /^02 0[0-9A-F] (0[0-9A-F]|1[0-7]) 81 00 00 03 ..$/,
  },
  {
    driver: kerongCu48Driver,
    reads: /^02 0[0-9] 00 60 03 ..$/,
    unlocks: /^02 0[0-9] [0-2][0-9A-F] 61 03 ..$/,
  },
  {
    driver: modbusDriver,
    reads: /^(?!00|F[89A-F])[0-9A-F]{2} (02 00 00 00 (0[1-9A-F]|1[0-9A-F]|20)|05 00 FF 00 00) .. ..$/,
    unlocks: /^(?!00|F[89A-F])[0-9A-F]{2} 05 02 [01][0-9A-F] 00 05 .. ..$/,
  },
  {
    driver: kerongCu16Driver,
    reads: /^02 [0-9A-E]0 30 03 ..$/,
    unlocks: /^02 [0-9A-E][0-9A-F] 31 03 ..$/,
  },
  {
    driver: xor8aDriver,
    reads: /^80 (0[1-9A-F]|1[0-9A-F]|20) 00 33 ..$/,
    unlocks: /^8A (0[1-9A-F]|1[0-9A-F]|20) (?!00)([0-2][0-9A-F]|3[0-2]) 11 ..$/,
  },
  {
    driver: wklyDriver,
    reads: /^57 4B 4C 59 08 [01][0-9A-F] 84 ..$/,
    unlocks: /^57 4B 4C 59 09 [01][0-9A-F] 82 (0[1-9A-F]|1[0-8]) ..$/,
  },
  {
    driver: winnsenDriver,
    reads: /^90 07 02 0[0-9A-F] .. .. 03$/,
    unlocks: /^90 06 05 0[0-9A-F] (0[1-9A-F]|10) 03$/,
  },
];

const families: readonly SimulatedFamily[] = [
  kerongCu12Family,
  kerongCu16Family,
  kerongCu24Family,
  kerongCu48Family,
  modbusFamily,
];

describe.each(permitted)("the driver $driver.family", ({ driver, reads, unlocks }) => {
  test("sends nothing but permitted frames, for every place and every channel that exists", () => {
    for (const place of placesOf(driver)) {
      for (const frame of readingsOf(driver, place)) expect(hex(frame)).toMatch(reads);
      for (let channel = 1; channel <= place.channels; channel += 1)
        expect(hex(driver.unlockRequest(place, channel).bytes)).toMatch(unlocks);
    }
  });

  test("makes a permitted frame or none at all, whatever it is asked for", () => {
    const wild = fc.oneof(fc.integer({ min: -3, max: 300 }), fc.double(), fc.constantFrom(0.5, 2 ** 32, 2 ** 32 + 1));
    fc.assert(
      fc.property(wild, wild, wild, (address, channels, channel) => {
        const place = { address, channels, byteOrder: "firstByteFirst" } as const;
        const makers: readonly [() => readonly Uint8Array[], RegExp][] = [
          [() => [driver.statusRequest(place).bytes], reads],
          [() => driver.probeRequests(address).map(({ bytes }) => bytes), reads],
          [() => driver.startFrames?.(place) ?? [], reads],
          [() => [driver.unlockRequest(place, channel).bytes], unlocks],
        ];
        for (const [make, pattern] of makers) for (const frame of madeBy(make)) expect(hex(frame)).toMatch(pattern);
      }),
      { numRuns: 2_000 },
    );
  });

  test("pulses another channel with another frame, and no channel twice", () => {
    const all = placesOf(driver).flatMap((place) =>
      Array.from({ length: place.channels }, (_, at) => hex(driver.unlockRequest(place, at + 1).bytes)),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  test("asks nothing, alone or in a row, that a board of any family could take for an unlock", () => {
    const row = placesOf(driver).flatMap((place) => readingsOf(driver, place));
    for (const frames of [row, row.toReversed(), ...row.map((frame) => [frame])])
      expect(unlocksHeard(frames)).toEqual([]);
  });

  test("unlocks nothing on boards of other families that share its wire", () => {
    const own = families.filter(({ family }) => speaksLike(family, driver.family));
    for (const place of placesOf(driver)) {
      for (let channel = 1; channel <= place.channels; channel += 1) {
        const { bytes } = driver.unlockRequest(place, channel);
        expect(unlocksHeard([bytes], own), hex(bytes)).toEqual([]);
      }
    }
  });

  test("takes no request for a reply, as an adapter may echo it, but the one that boards repeat themselves", () => {
    for (const place of placesOf(driver)) {
      const status = driver.statusRequest(place);
      expect(status.accept(status.bytes)).toBeUndefined();
      for (const probe of driver.probeRequests(place.address)) expect(probe.accept(probe.bytes)).toBeUndefined();
      const unlock = driver.unlockRequest(place, 1);
      expect(unlock.accept(unlock.bytes)).toBe(repeatsRequest(driver) ? "noted" : undefined);
    }
  });
});

/** Modbus boards repeat a write, and some CU16 boards an unlock; neither says anything about the door. */
function repeatsRequest({ family }: BoardDriver): boolean {
  return family === "modbus" || family === "kerong-cu16";
}

/** Every address, with all channels in use. */
function placesOf({ limits }: BoardDriver): BoardPlace[] {
  const { lowestAddress, highestAddress, channels } = limits;
  return Array.from({ length: highestAddress - lowestAddress + 1 }, (_, at) => ({
    address: lowestAddress + at,
    channels,
    byteOrder: "firstByteFirst",
  }));
}

/** Every frame but unlocks that a driver sends to one place, for each number of channels. */
function readingsOf(driver: BoardDriver, place: BoardPlace): Uint8Array[] {
  return [
    ...Array.from({ length: place.channels }, (_, at) => driver.statusRequest({ ...place, channels: at + 1 }).bytes),
    ...driver.probeRequests(place.address).map(({ bytes }) => bytes),
    ...(driver.startFrames?.(place) ?? []),
  ];
}

function madeBy(make: () => readonly Uint8Array[]): readonly Uint8Array[] {
  try {
    return make();
  } catch {
    return [];
  }
}

/** CU12 and CU24 boards understand each other's unlocks; which of them answers is known before any is sent. */
function speaksLike(family: string, other: string): boolean {
  const kin = ["kerong-cu12", "kerong-cu24"];
  return family === other || (kin.includes(family) && kin.includes(other));
}

/** Unlocks that boards of every family, other than those left out, find in these bytes, as they lie on the wire. */
function unlocksHeard(frames: readonly Uint8Array[], leftOut: readonly SimulatedFamily[] = []): string[] {
  const stream = Uint8Array.from(frames.flatMap((frame) => [...frame]));
  const heard = families
    .filter((family) => !leftOut.includes(family))
    .flatMap((family) => [...framesIn(family.requestRule, stream)].filter((frame) => family.isUnlock(frame)));
  return heard.map(hex);
}

function framesIn(rule: ConstructorParameters<typeof Deframer>[0], stream: Uint8Array): Uint8Array[] {
  const deframer = new Deframer(rule);
  return [...deframer.push(stream).frames, ...deframer.expire().frames];
}
