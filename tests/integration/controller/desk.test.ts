import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createDesk } from "#controller/desk/createDesk.ts";
import { createDeskNetwork } from "#controller/desk/deskNetwork.ts";
import type { Cabinet } from "#core/domain/cabinet.ts";
import type { TracedFrame } from "#core/interfaces/lockBoard.ts";
import { createSimulatedDevices } from "#device/simulator/simulatedDevices.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const door = (compartmentNumber: number) =>
  ({ compartmentNumber, heightMm: 300, hinge: "right", board: "A", channel: compartmentNumber }) as const;
const cabinet: Cabinet = { plinthMm: 100, modules: [{ kind: "doors", widthMm: 384, doors: [door(1), door(2)] }] };

function openDesk(folder = scratchFolder()) {
  const clock = systemClock();
  const board = {
    name: "A",
    family: "kerong-cu16",
    address: 0,
    channels: 2,
    feedback: "closing",
    byteOrder: "lastByteFirst",
    hasOccupancy: false,
  } as const;
  const devices = createSimulatedDevices({ boards: [board], clock });
  const frames: ((frame: TracedFrame) => void)[] = [];
  const network = createDeskNetwork(vi.fn(async () => new Response("[]")));
  const cutPower = vi.fn();
  const desk = createDesk({
    timeZone: "Asia/Ho_Chi_Minh",
    kioskNumber: 1,
    cabinet,
    devices,
    lockBoards: { onFrame: (listener) => void frames.push(listener) },
    cards: [],
    network,
    clock,
    memoryPath: join(folder, "desk-cabinet.json"),
    cutPower,
  });
  onTestFinished(() => desk.stop());
  const see = (frame: Omit<TracedFrame, "wire" | "atMs">) => {
    for (const listener of frames) listener({ wire: "desk", atMs: 0, ...frame });
  };
  return { desk, devices, network, cutPower, folder, see, doorOf: (n: number) => desk.state().doors[n - 1] };
}

describe("the desk", () => {
  it("reaches in only where the door stands open, and knows what it put there", () => {
    const { desk, devices, doorOf } = openDesk();
    desk.carryOut({ kind: "put", compartmentNumber: 1, thing: "result" });
    expect(doorOf(1)).toMatchObject({ door: "closed", inside: "nothing" });
    devices.cabinet.pulse({ board: "A", channel: 1 });
    desk.carryOut({ kind: "put", compartmentNumber: 1, thing: "result" });
    desk.carryOut({ kind: "pushDoorShut", compartmentNumber: 1 });
    expect(doorOf(1)).toMatchObject({ door: "closed", inside: "result" });
    desk.carryOut({ kind: "forceDoorOpen", compartmentNumber: 1 });
    desk.carryOut({ kind: "take", compartmentNumber: 1 });
    expect(doorOf(1)).toMatchObject({ door: "open", inside: "nothing" });
  });

  it("keeps doors and contents through a power cut", () => {
    const first = openDesk();
    first.desk.carryOut({ kind: "forceDoorOpen", compartmentNumber: 2 });
    first.desk.carryOut({ kind: "put", compartmentNumber: 2, thing: "bag" });
    first.desk.carryOut({ kind: "pushDoorShut", compartmentNumber: 2 });
    first.desk.carryOut({ kind: "forceDoorOpen", compartmentNumber: 1 });
    const { doorOf } = openDesk(first.folder);
    expect(doorOf(1)).toMatchObject({ door: "open", inside: "nothing" });
    expect(doorOf(2)).toMatchObject({ door: "closed", inside: "bag" });
  });

  it("jams doors, makes sensors lie, takes the paper away and pulls the cable", () => {
    const { desk, devices, doorOf } = openDesk();
    desk.carryOut({ kind: "jam", compartmentNumber: 1, isOn: true });
    devices.cabinet.pulse({ board: "A", channel: 1 });
    expect(doorOf(1)).toMatchObject({ door: "closed", isJammed: true });
    desk.carryOut({ kind: "sensorLies", compartmentNumber: 2, isOn: true });
    expect(devices.cabinet.sensedDoor({ board: "A", channel: 2 })).toBe("open");
    desk.carryOut({ kind: "sensorLies", compartmentNumber: 2, isOn: false });
    expect(devices.cabinet.sensedDoor({ board: "A", channel: 2 })).toBe("closed");
    desk.carryOut({ kind: "paperOut", isOn: true });
    desk.carryOut({ kind: "wireUnplugged", isOn: true });
    expect(desk.state().faults).toEqual({ paperOut: true, wireUnplugged: true, networkCut: false });
  });

  it("cuts the network for the sync and mends it again", async () => {
    const { desk, network } = openDesk();
    desk.carryOut({ kind: "networkCut", isOn: true });
    await expect(network.fetch("http://127.0.0.1:1/")).rejects.toThrow("cut");
    desk.carryOut({ kind: "networkCut", isOn: false });
    expect((await network.fetch("http://127.0.0.1:1/")).ok).toBe(true);
  });

  it("cuts the power", () => {
    const { desk, cutPower } = openDesk();
    desk.carryOut({ kind: "powerCut" });
    expect(cutPower).toHaveBeenCalledOnce();
  });

  it("shows printed papers, newest first, until they are torn up", () => {
    const { desk, devices } = openDesk();
    for (let paper = 0; paper < 14; paper += 1) {
      devices.printer.printRow(new Uint8Array(72).fill(255));
      devices.printer.cut();
    }
    expect(desk.state().papers.map(({ paperId }) => Number(paperId))).toEqual([
      14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3,
    ]);
    expect(desk.state().papers[0]).toMatchObject({ pictureUrl: "/desk/paper/14.png", widthDots: 576, heightDots: 1 });
    desk.carryOut({ kind: "tearPaper", paperId: "14" });
    expect(desk.state().papers[0]?.paperId).toBe("13");
  });

  it("traces what is new on the wire and leaves out polling", () => {
    const { desk, see } = openDesk();
    const status = Uint8Array.of(2, 0, 0x35, 0xff, 0xff, 0, 0, 3, 0x38);
    see({ direction: "sent", bytes: Uint8Array.of(2, 0, 0x30, 3, 0x35), meaning: "status board 0" });
    see({ direction: "received", bytes: status, meaning: "status board 0: all closed" });
    see({ direction: "received", bytes: status, meaning: "status board 0: all closed" });
    see({ direction: "sent", bytes: Uint8Array.of(2, 0, 0x31, 3, 0x36), meaning: "unlock board 0 channel 1" });
    expect(desk.state().trace.map(({ direction, hex, meaning }) => [direction, hex, meaning])).toEqual([
      ["received", "02 00 35 FF FF 00 00 03 38", "status board 0: all closed"],
      ["sent", "02 00 31 03 36", "unlock board 0 channel 1"],
    ]);
    for (let i = 0; i < 100; i += 1) see({ direction: "dropped", bytes: Uint8Array.of(i) });
    expect(desk.state().trace).toHaveLength(60);
  });

  it("does nothing for a compartment that the cabinet does not have", () => {
    const { desk } = openDesk();
    expect(() => desk.carryOut({ kind: "forceDoorOpen", compartmentNumber: 99 })).not.toThrow();
  });
});
