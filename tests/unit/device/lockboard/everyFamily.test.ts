import { describe, expect, test } from "vitest";
import { boardFamilies } from "#core/interfaces/lockBoard.ts";
import { boardDriver } from "#device/protocol/families.ts";
import type { SimulatedBoard } from "#device/simulator/simulatedCabinet.ts";
import { simulatedFamily } from "#device/simulator/simulatedFamilies.ts";
import { lockBoardsUnderTest } from "./lockBoardsSetup.ts";

/** Every family, with the rules of its own: lowest address, most channels. */
const families = boardFamilies.map((family) => ({ family, driver: boardDriver(family) }));

function boardOf(index: number, change: Partial<SimulatedBoard> = {}): SimulatedBoard {
  const found = families[index];
  if (found === undefined) throw new Error("There is no such family.");
  const { family, driver } = found;
  return {
    name: "A",
    family,
    address: driver.limits.lowestAddress,
    channels: Math.min(driver.limits.channels, 12),
    feedback: "closing",
    byteOrder: "lastByteFirst",
    hasOccupancy: driver.hasOccupancy,
    ...change,
  };
}

const wirings = families.flatMap(({ family, driver }, index) =>
  (["closing", "opening"] as const).flatMap((feedback) =>
    (driver.hasByteOrder ? (["firstByteFirst", "lastByteFirst"] as const) : (["lastByteFirst"] as const)).map(
      (byteOrder) => ({ family, index, feedback, byteOrder }),
    ),
  ),
);

test("every family that can be driven can be simulated", () => {
  expect(families.length).toBeGreaterThan(0);
  for (const { family } of families) expect(simulatedFamily(family).family).toBe(family);
});

describe.each(wirings)("$family boards, feedback $feedback, $byteOrder", ({ index, feedback, byteOrder }) => {
  const lock = { board: "A", channel: 10 };
  const wired = boardOf(index, { feedback, byteOrder });

  test("one door of them opens with one pulse, is read open alone, and is read shut again", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest([wired]);
    const channel = Math.min(lock.channel, wired.channels);
    const door = { board: "A", channel };
    expect(await clock.until(boards.unlock({ requestId: "r1", lock: door, useByMs: 5_000 }))).toBe("opened");
    await clock.advance(2_500);
    const doors = Array.from(
      { length: wired.channels },
      (_, at) => boards.latest({ board: "A", channel: at + 1 }).door,
    );
    expect(doors).toEqual(doors.map((_, at) => (at + 1 === channel ? "open" : "closed")));
    expect(devices.cabinet.state().compartments.map(({ pulses }) => pulses)).toEqual(
      doors.map((_, at) => (at + 1 === channel ? 1 : 0)),
    );
    devices.cabinet.shutDoor(door);
    await clock.advance(500);
    expect(boards.latest(door).door).toBe("closed");
  });

  test("a jammed door of them is jammed within two seconds, after one pulse", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest([wired]);
    const door = { board: "A", channel: 1 };
    devices.cabinet.breakCompartment(door, { isJammed: true });
    const startMs = clock.monotonicMs();
    expect(await clock.until(boards.unlock({ requestId: "r1", lock: door, useByMs: 5_000 }))).toBe("jammed");
    expect(clock.monotonicMs() - startMs).toBeLessThanOrEqual(2_000);
    expect(devices.cabinet.compartment(door).pulses).toBe(1);
  });

  test("their replies are read through noise, pauses, echoes and damage", async () => {
    const { clock, boards, devices } = await lockBoardsUnderTest([wired]);
    devices.cabinet.breakWire({ isEchoing: true });
    devices.cabinet.breakBoard("A", { noiseBytes: 3, splitPauseMs: 10, corruptReplies: 1 });
    await clock.advance(5_000);
    expect(boards.boards()[0]).toMatchObject({ status: "online", fault: "echo" });
    const door = { board: "A", channel: 2 };
    expect(await clock.until(boards.unlock({ requestId: "r1", lock: door, useByMs: 5_000 }))).toBe("opened");
    expect(devices.cabinet.compartment(door).pulses).toBe(1);
  });
});

describe("boards of several families on one wire", () => {
  test("are read and opened each by its own rules, at the wire's real speed", async () => {
    // Makers do not share a wire: their frames can look like commands to one another.
    const all = families.flatMap(({ family }, index) =>
      family.startsWith("kerong-") ? [boardOf(index, { name: family, address: 3 + index })] : [],
    );
    const { clock, boards, devices } = await lockBoardsUnderTest(all, { pacedBaudRate: 9_600 });
    await clock.advance(2_000);
    expect(boards.boards().map(({ status }) => status)).toEqual(all.map(() => "online"));
    for (const { name } of all) {
      const lock = { board: name, channel: 2 };
      expect(await clock.until(boards.unlock({ requestId: name, lock, useByMs: 5_000 })), name).toBe("opened");
      expect(devices.cabinet.compartment(lock).pulses).toBe(1);
    }
    const opened = devices.cabinet.state().compartments.filter(({ isOpen }) => isOpen);
    expect(opened).toHaveLength(all.length);
    await clock.advance(3_000);
    expect(boards.boards().map(({ fault }) => fault)).toEqual(all.map(() => undefined));
  });
});
