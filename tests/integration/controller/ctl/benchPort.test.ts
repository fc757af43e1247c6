import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createPtyPair, type PtyPair } from "#tests/support/ptyPair.ts";
import { type SimulatorProcess, startSimulator } from "#tests/support/simulatorProcess.ts";
import { until } from "#tests/support/until.ts";
import { runCtl } from "../../../support/rig/ctl.ts";

const BOARDS = [
  "A:0:16:kerong-cu16",
  "B:1:24:xor8a:opening:firstByteFirst",
  "C:5:24:wkly",
  "D:3:8:modbus",
  "E:2:12:winnsen",
];

let folder: string;
let pair: PtyPair;
let simulator: SimulatorProcess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kiosk-bench-"));
  pair = await createPtyPair(folder, "bench");
  simulator = await startSimulator(["--lock", pair.devicePath, "--boards", BOARDS.join(","), "--occupancy"]);
});

afterEach(() => simulator.control({ action: "repair" }));

afterAll(async () => {
  await simulator.stop();
  await pair.unplug();
  rmSync(folder, { recursive: true, force: true });
});

async function ctl(command: string, flags: string) {
  const args = flags.split(" ").filter((part) => part !== "");
  const result = await runCtl([command, "--port", pair.driverPath, ...args, "--json"]);
  return { ...result, document: result.json() };
}

async function pulses(board: string, channel: number): Promise<number | undefined> {
  const { cabinet } = await simulator.state();
  return cabinet.compartments.find(({ lock }) => lock.board === board && lock.channel === channel)?.pulses;
}

describe("kioskctl at a port that belongs to no kiosk", () => {
  it("finds boards and says where, and what there is not", async () => {
    const { status, document } = await ctl("probe", "--baud 9600");
    expect(status).toBe(0);
    expect(document).toEqual({
      boards: expect.arrayContaining([
        { family: "kerong-cu16", baud: 9600, address: 0, channels: 16 },
        { family: "xor8a", baud: 9600, address: 1, channels: 24 },
        { family: "winnsen", baud: 9600, address: 2, channels: 16 },
        { family: "modbus", baud: 9600, address: 3, channels: 8 },
        { family: "wkly", baud: 9600, address: 5, channels: 24 },
      ]),
    });
  });

  it("says with status 1 that nobody answers", async () => {
    await simulator.control({ action: "unplugWire" });
    const { status, document, err } = await ctl("probe", "--baud 9600");
    expect({ status, document }).toEqual({ status: 1, document: { boards: [] } });
    expect(err).toContain("No lock board answered.");
  });

  it.each([
    ["--family kerong-cu16 --address 0", 16, "absent"],
    ["--family xor8a --address 1 --feedback opening --byte-order firstByteFirst", 24, "notSupported"],
    ["--family wkly --address 5", 24, "notSupported"],
    ["--family modbus --address 3", 8, "notSupported"],
    ["--family winnsen --address 2 --channels 12", 12, "notSupported"],
  ])("reads the doors of a board with %s", async (flags, channels, occupancy) => {
    const { status, document } = await ctl("status", flags);
    expect(status).toBe(0);
    const expected = Array.from({ length: channels }, (_, index) => ({
      channel: index + 1,
      door: "closed",
      occupancy,
    }));
    expect(document).toEqual({ channels: expected });
  });

  it("says with status 1 which board does not answer, and that its doors are unknown", async () => {
    const { status, document } = await ctl("status", "--family kerong-cu16 --address 9");
    expect(status).toBe(1);
    expect(document).toMatchObject({
      channels: expect.arrayContaining([{ channel: 16, door: "unknown", occupancy: "unknown" }]),
    });
  });

  it("opens a door with one pulse, and leaves an open one alone", async () => {
    const flags = "--family xor8a --address 1 --feedback opening --byte-order firstByteFirst --channel 20";
    const first = await ctl("open", flags);
    expect(first).toMatchObject({ status: 0, document: { outcome: "opened", elapsedMs: expect.any(Number) } });
    const second = await ctl("open", flags);
    expect(second).toMatchObject({ status: 0, document: { outcome: "alreadyOpen" } });
    expect(await pulses("B", 20)).toBe(1);
  });

  it("sends three pulses to a jammed door and says jammed", async () => {
    const jammed = [4, 5, 6, 7, 8];
    // On a machine that stalls a door cannot be watched without a gap, and "unresolved" is right: then the next door.
    const channel = await until(
      async () => {
        const lock = { board: "C", channel: jammed.shift() ?? 0 };
        await simulator.control({ action: "breakCompartment", lock, isJammed: true });
        const { status, document } = await ctl("open", `--family wkly --address 5 --channel ${lock.channel}`);
        expect(status).toBe(1);
        return JSON.stringify(document).includes('"outcome":"jammed"') && lock.channel;
      },
      { what: "a door that was watched without a gap" },
    );
    expect(await pulses("C", channel)).toBe(3);
  });

  it("sends no pulse to a board that does not answer", async () => {
    await simulator.control({ action: "breakBoard", board: "A", isDead: true });
    const { status, document } = await ctl("open", "--family kerong-cu16 --address 0 --channel 2");
    expect({ status, document }).toMatchObject({ status: 1, document: { outcome: "noReply" } });
    expect(await pulses("A", 2)).toBe(0);
  });

  it("opens through damaged replies, with one pulse", async () => {
    await simulator.control({ action: "breakBoard", board: "A", corruptReplies: 2 });
    const { status, document } = await ctl("open", "--family kerong-cu16 --address 0 --channel 3");
    expect({ status, document }).toMatchObject({ status: 0, document: { outcome: "opened" } });
    expect(await pulses("A", 3)).toBe(1);
  });

  it("says with status 1 that the port cannot be opened", async () => {
    const { status, err } = await runCtl(["status", "--port", `${pair.driverPath}.none`, "--family", "wkly", "--json"]);
    expect(status).toBe(1);
    expect(err).toMatch(/cannot be opened/);
  });
});
