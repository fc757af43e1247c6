import { describe, expect, it } from "vitest";
import { boardDriver } from "#device/protocol/families.ts";
import { createSimulatedDevices } from "#device/simulator/simulatedDevices.ts";
import type { Transport } from "#device/transport/transport.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

const usual = {
  address: 1,
  channels: 4,
  feedback: "closing",
  byteOrder: "lastByteFirst",
  hasOccupancy: false,
} as const;

function machine() {
  const devices = createSimulatedDevices({
    boards: [],
    clock: new ManualClock(),
    ports: [
      { path: "simulator:left", baudRate: 9_600, boards: [{ ...usual, name: "left", family: "xor8a" }] },
      { path: "simulator:right", baudRate: 19_200, boards: [{ ...usual, name: "right", family: "kerong-cu12" }] },
    ],
  });
  const open = async (path: string, baudRate: number) => {
    const transport = devices.lockPorts.transportAt(path, baudRate)?.();
    if (transport === undefined) throw new Error(`There is no port ${path}.`);
    return { transport, fault: await transport.open() };
  };
  return { devices, open };
}

/** Bytes that come back when a driver asks for the state of its board. */
async function answerOf(transport: Transport, family: "xor8a" | "kerong-cu12"): Promise<number> {
  let heard = 0;
  transport.onBytes((bytes) => {
    heard += bytes.length;
  });
  await transport.write(boardDriver(family).statusRequest(usual).bytes);
  // A question and its answer each cross the wire in a microtask.
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  return heard;
}

describe("the simulated ports of a desk", () => {
  it("let each board be heard on its own port, at its own speed", async () => {
    const { devices, open } = machine();
    expect(devices.lockPorts.paths).toEqual(["simulator:left", "simulator:right"]);
    expect(await answerOf((await open("simulator:left", 9_600)).transport, "xor8a")).toBeGreaterThan(0);
    expect(await answerOf((await open("simulator:left", 19_200)).transport, "xor8a")).toBe(0);
    expect(await answerOf((await open("simulator:right", 19_200)).transport, "xor8a")).toBe(0);
    expect(devices.lockPorts.transportAt("simulator:middle", 9_600)).toBeUndefined();
  });

  it("open like a serial port: once at a time, and not while the wire is pulled out", async () => {
    const { devices, open } = machine();
    expect((await open("simulator:right", 19_200)).fault).toBeUndefined();
    expect((await open("simulator:right", 19_200)).fault).toBe("already in use");
    devices.cabinet.unplugWire();
    expect((await open("simulator:left", 9_600)).fault).toBe("nothing is plugged in");
    expect((await open("simulator:left", 19_200)).fault).toBe("nothing is plugged in");
    devices.cabinet.plugWire();
    const { transport, fault } = await open("simulator:right", 19_200);
    expect(fault).toBeUndefined();
    expect(await answerOf(transport, "kerong-cu12")).toBeGreaterThan(0);
  });
});
