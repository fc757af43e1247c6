import { describe, expect, it } from "vitest";
import { probe } from "#device/commissioning/probe.ts";
import { boardDriver } from "#device/protocol/families.ts";
import type { SimulatedBoard } from "#device/simulator/simulatedCabinet.ts";
import { allDrivers, board, commissioningWire } from "./commissioningWire.ts";

async function search(boards: readonly SimulatedBoard[], wireBaud?: number, over: { isExhaustive?: boolean } = {}) {
  const wire = commissioningWire(boards, wireBaud);
  const { clock, transportAt } = wire;
  const shares: number[] = [];
  const onProgress = (share: number): void => void shares.push(share);
  const found = await clock.until(probe({ transportAt, drivers: allDrivers, clock, onProgress, ...over }), 600_000);
  return { ...wire, ...found, shares, tookMs: clock.monotonicMs() };
}

describe("the search for lock boards", () => {
  it.each([
    ["kerong-cu16", 0, 16, 19_200],
    ["kerong-cu12", 3, 12, 19_200],
    ["kerong-cu24", 0, 24, 19_200],
    ["kerong-cu48", 9, 48, 19_200],
    ["xor8a", 1, 24, 9_600],
    ["wkly", 0, 24, 9_600],
    ["winnsen", 2, 16, 9_600],
    ["modbus", 1, 16, 9_600],
    ["kerong-cu16", 0, 16, 9_600],
    ["kerong-cu24", 1, 24, 57_600],
  ] as const)("finds a %s at address %i with %i channels at %i baud, and nothing else", async (...place) => {
    const [family, address, channels, baudRate] = place;
    const { boards, faults } = await search([board({ family, address, channels })], baudRate);
    expect(boards).toEqual([{ family, baudRate, address, channels }]);
    expect(faults).toEqual([]);
  });

  it("finds a factory-fresh board within seven seconds, and says how far it is", async () => {
    const { tookMs, shares } = await search([board({ family: "xor8a", address: 1, channels: 8 })]);
    expect(tookMs).toBeLessThan(7_000);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it("ends within a minute where nothing answers", async () => {
    const { boards, tookMs } = await search([board({})], 1_200);
    expect(boards).toEqual([]);
    expect(tookMs).toBeLessThan(60_000);
  });

  it("finds several boards on one wire", async () => {
    const { boards } = await search(
      [
        board({ name: "A", address: 0 }),
        board({ name: "B", address: 12 }),
        board({ name: "C", address: 1, family: "kerong-cu24", channels: 24 }),
      ],
      19_200,
    );
    expect(boards.map(({ family, address }) => `${family} ${address}`)).toEqual([
      "kerong-cu16 0",
      "kerong-cu24 1",
      "kerong-cu16 12",
    ]);
  });

  it("recognises a board that answers later than others are waited for", async () => {
    const wire = commissioningWire([board({ family: "wkly", address: 1, channels: 12 })]);
    wire.devices.cabinet.breakBoard("A", { replyDelayMs: 300 });
    const { clock, transportAt } = wire;
    const { boards } = await clock.until(probe({ transportAt, drivers: allDrivers, clock }), 600_000);
    expect(boards).toEqual([{ family: "wkly", baudRate: 9_600, address: 1, channels: 12 }]);
  });

  it("moves no lock, whatever it asks", async () => {
    const channels = { "kerong-cu16": 16, xor8a: 24, wkly: 24, modbus: 8 } as const;
    for (const family of ["kerong-cu16", "xor8a", "wkly", "modbus"] as const) {
      const { pulses } = await search(
        [board({ family, address: 1, channels: channels[family] })],
        boardDriver(family).limits.baudRates[0],
      );
      for (let channel = 1; channel <= channels[family]; channel += 1) expect(pulses({ board: "A", channel })).toBe(0);
    }
  });

  it("tells of two boards at one address", async () => {
    const twins = [board({ name: "A", address: 1 }), board({ name: "B", address: 1 })];
    const { faults } = await search(twins, 19_200);
    expect(faults).toEqual([{ fault: "twoAnswers", baudRate: 19_200, address: 1 }]);
  });

  it("finds a board behind an adapter that hands back what is sent, and says so", async () => {
    const wire = commissioningWire([board({ family: "xor8a", address: 1, channels: 24 })]);
    wire.devices.cabinet.breakWire({ isEchoing: true });
    const { clock, transportAt } = wire;
    const { boards, faults } = await clock.until(probe({ transportAt, drivers: allDrivers, clock }), 600_000);
    expect(boards).toMatchObject([{ family: "xor8a", address: 1 }]);
    expect(faults).toEqual([{ fault: "echo", baudRate: 9_600 }]);
  });

  it("says that something answers where every reply is damaged", async () => {
    const wire = commissioningWire([board({ address: 0 })], 19_200);
    wire.devices.cabinet.breakBoard("A", { corruptReplies: 1_000 });
    const { clock, transportAt } = wire;
    const { boards, faults } = await clock.until(probe({ transportAt, drivers: allDrivers, clock }), 600_000);
    expect(boards).toEqual([]);
    expect(faults).toEqual([{ fault: "damagedReplies", baudRate: 19_200 }]);
  });

  it("ends after the question under way when it is given up", async () => {
    const { clock, transportAt, written } = commissioningWire([board({})], 1_200);
    const giveUp = new AbortController();
    const search = probe({ transportAt, drivers: allDrivers, clock, signal: giveUp.signal });
    await clock.advance(1_000);
    giveUp.abort();
    const asked = written.length;
    expect((await clock.until(search, 2_000)).boards).toEqual([]);
    expect(written.length).toBeLessThanOrEqual(asked + 1);
  });

  it("says why the port cannot be opened", async () => {
    const { clock, devices, transportAt } = commissioningWire([board({})]);
    devices.cabinet.unplugWire();
    const { portFault } = await clock.until(probe({ transportAt, drivers: allDrivers, clock }));
    expect(portFault).toBe("nothing is plugged in");
  });
});
