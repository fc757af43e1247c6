import { describe, expect, it } from "vitest";
import type { CommissioningStep, CommissioningView } from "#core/contract/technician.ts";
import type { HardwareProfile } from "#core/domain/hardwareProfile.ts";
import { CommissioningSession } from "#device/commissioning/commissioningSession.ts";
import type { SimulatedBoard } from "#device/simulator/simulatedCabinet.ts";
import { allDrivers, board, commissioningWire } from "./commissioningWire.ts";

const PORT = "/dev/serial/by-id/wire";

interface SessionOptions {
  readonly wireBaud?: number;
  readonly hasDossiers?: () => boolean;
  readonly listPorts?: () => Promise<CommissioningView["ports"]>;
  readonly save?: (profile: HardwareProfile) => void;
}

function sessionAt(boards: readonly SimulatedBoard[], options: SessionOptions = {}) {
  const wire = commissioningWire(boards, options.wireBaud ?? 9_600);
  const saved: HardwareProfile[] = [];
  const views: CommissioningView[] = [];
  const session = new CommissioningSession({
    drivers: allDrivers,
    clock: wire.clock,
    transportAt: (_path, baudRate) => wire.transportAt(baudRate),
    listPorts: options.listPorts ?? (async () => [{ path: PORT, label: "wire", isStable: true }]),
    hasDossiers: options.hasDossiers ?? (() => false),
    by: "KT-1",
    screen: { widthMm: 268, heightMm: 476 },
    save: options.save ?? ((profile) => void saved.push(profile)),
    onView: (view) => void views.push(view),
  });
  const take = async (step: CommissioningStep) => {
    await wire.clock.until(session.take(step), 600_000);
    return session.view.problem;
  };
  const open = (channel: number, name = "A") => take({ kind: "openChannel", board: name, channel });
  const shut = async (channel: number, name = "A") => {
    wire.devices.cabinet.shutDoor({ board: name, channel });
    await wire.clock.advance(2_000);
  };
  const found = async (): Promise<void> => {
    await take({ kind: "begin" });
    await take({ kind: "search", ports: [PORT] });
    await take({ kind: "confirmAllShut" });
  };
  const first = () => session.view.boards[0];
  return { ...wire, session, saved, views, take, open, shut, found, first };
}

describe("learning how a board is wired", () => {
  it.each([
    ["closing", "lastByteFirst", 1],
    ["opening", "lastByteFirst", 24],
    ["closing", "firstByteFirst", 20],
    ["opening", "firstByteFirst", 3],
  ] as const)(
    "learns contacts that are %s and bytes that are %s from channel %i",
    async (feedback, byteOrder, channel) => {
      const { found, open, shut, first, pulses } = sessionAt([
        board({ family: "xor8a", address: 1, channels: 24, feedback, byteOrder }),
      ]);
      await found();
      expect(first()?.doors[channel - 1]?.reading.door).toBe("unknown");
      expect(await open(channel)).toBeUndefined();
      expect(first()?.calibration).toBe("learning");
      await shut(channel);
      expect(first()).toMatchObject({ calibration: "done", feedback, byteOrder });
      expect(pulses({ board: "A", channel })).toBe(1);
      expect(first()?.doors[channel - 1]?.reading.door).toBe("closed");
    },
  );

  it("asks for a further channel where the first one cannot tell the order of bytes", async () => {
    const { found, open, shut, first } = sessionAt([board({ family: "xor8a", address: 1, channels: 24 })]);
    await found();
    await open(12);
    await shut(12);
    expect(first()).toMatchObject({ calibration: "none", feedback: "closing", byteOrder: undefined });
    await open(2);
    await shut(2);
    expect(first()).toMatchObject({ calibration: "done", byteOrder: "lastByteFirst" });
  });

  it("is not finished before the door was seen shut again", async () => {
    const { found, open, first, clock, take } = sessionAt([board({ family: "wkly", address: 0, channels: 12 })]);
    await found();
    await open(4);
    await clock.advance(30_000);
    expect(first()?.calibration).toBe("learning");
    expect(await take({ kind: "save" })).toBe("notFinished");
  });

  it("refuses to open while a door stands open that was shut before, and goes on when it was shut", async () => {
    const { found, open, shut, first, devices, pulses } = sessionAt([board({ family: "xor8a", address: 1 })]);
    await found();
    devices.cabinet.forceDoor({ board: "A", channel: 5 });
    expect(await open(1)).toBe("doorsNotShut");
    expect(pulses({ board: "A", channel: 1 })).toBe(0);
    await shut(5);
    expect(await open(1)).toBeUndefined();
    await shut(1);
    expect(first()?.calibration).toBe("done");
  });

  it("takes a door that was overlooked at first and is shut before the first opening", async () => {
    const { found, open, shut, first, devices } = sessionAt([board({ family: "xor8a", address: 1 })]);
    devices.cabinet.forceDoor({ board: "A", channel: 3 });
    await found();
    await shut(3);
    expect(await open(1)).toBe("doorsNotShut");
    expect(await open(1)).toBeUndefined();
    await shut(1);
    expect(first()).toMatchObject({ calibration: "done", feedback: "closing" });
  });

  it("takes a door that was overlooked at first and is shut together with the one that teaches", async () => {
    const { found, open, shut, first, devices } = sessionAt([board({ family: "xor8a", address: 1 })]);
    devices.cabinet.forceDoor({ board: "A", channel: 3 });
    await found();
    await open(1);
    await shut(3);
    expect(first()?.calibration).toBe("learning");
    await shut(1);
    expect(first()).toMatchObject({ calibration: "done", feedback: "closing" });
  });

  it("is not finished while another door was opened meanwhile", async () => {
    const { found, open, shut, first, devices } = sessionAt([board({ family: "xor8a", address: 1 })]);
    await found();
    await open(1);
    devices.cabinet.forceDoor({ board: "A", channel: 2 });
    await shut(1);
    expect(first()?.calibration).toBe("learning");
    await shut(2);
    expect(first()?.calibration).toBe("done");
  });

  it("begins to name with the first channel, and leaves the channels without doors out at once", async () => {
    const { found, open, shut, take, session, first } = sessionAt([board({ family: "xor8a", address: 1 })]);
    await found();
    await open(1);
    await shut(1);
    expect(session.view).toMatchObject({ phase: "naming", opened: undefined });
    await take({ kind: "nameDoor", board: "A", channel: 1, compartmentNumber: 1, heightMm: 180 });
    await take({ kind: "leaveRest", board: "A" });
    expect(first()?.doors[0]?.named).toMatchObject({ compartmentNumber: 1 });
    expect(
      first()
        ?.doors.slice(1)
        .every(({ named }) => named === "unused"),
    ).toBe(true);
  });

  it("shows a port that is plugged in while it asks for ports", async () => {
    const ports = [{ path: PORT, label: "wire", isStable: true }];
    const { take, session, clock } = sessionAt([board({})], { listPorts: async () => [...ports] });
    await take({ kind: "begin" });
    ports.push({ path: "/dev/serial/by-id/second", label: "second", isStable: true });
    await clock.advance(1_000);
    expect(session.view.ports).toHaveLength(2);
  });

  it("says so where no contact changes, and sends one pulse only", async () => {
    const { found, open, first, devices, pulses } = sessionAt([board({})], { wireBaud: 19_200 });
    devices.cabinet.breakCompartment({ board: "A", channel: 1 }, { stuckSensor: "closed" });
    await found();
    expect(await open(1)).toBe("nothingChanged");
    expect(first()?.calibration).toBe("noChange");
    expect(pulses({ board: "A", channel: 1 })).toBe(1);
  });

  it("says so where several contacts change", async () => {
    const { found, session, first, devices, clock } = sessionAt([board({})], { wireBaud: 19_200 });
    await found();
    const opening = session.take({ kind: "openChannel", board: "A", channel: 1 });
    devices.cabinet.onChange(() => {
      if (!devices.cabinet.compartment({ board: "A", channel: 7 }).isOpen)
        devices.cabinet.forceDoor({ board: "A", channel: 7 });
    });
    await clock.until(opening, 10_000);
    expect(session.view.problem).toBe("severalChanged");
    expect(first()?.calibration).toBe("contradiction");
  });

  it("pulses nothing while a door is not shut, or before somebody said that all are", async () => {
    const { found, open, take, devices, pulses } = sessionAt([board({})], { wireBaud: 19_200 });
    await take({ kind: "search", ports: [PORT] });
    expect(await open(1)).toBe("doorsNotShut");
    await found();
    devices.cabinet.forceDoor({ board: "A", channel: 9 });
    expect(await open(1)).toBe("doorsNotShut");
    expect(pulses({ board: "A", channel: 1 })).toBe(0);
  });

  it("moves no lock and saves nothing while a dossier is inside", async () => {
    const { found, open, take, pulses } = sessionAt([board({})], { wireBaud: 19_200, hasDossiers: () => true });
    expect(await take({ kind: "begin" })).toBe("dossiersInside");
    await found();
    expect(await open(1)).toBe("dossiersInside");
    expect(await take({ kind: "save" })).toBe("dossiersInside");
    expect(pulses({ board: "A", channel: 1 })).toBe(0);
  });

  it("says that a board fell silent", async () => {
    const { found, open, devices } = sessionAt([board({})], { wireBaud: 19_200 });
    await found();
    devices.cabinet.breakBoard("A", { isDead: true });
    expect(await open(1)).toBe("boardSilent");
  });
});

describe("naming the doors", () => {
  it("saves a profile with wiring, places and who learned it", async () => {
    const { found, open, shut, take, saved, session, clock } = sessionAt([board({ feedback: "opening" })], {
      wireBaud: 19_200,
    });
    await found();
    await open(1);
    await shut(1);
    expect(session.view.phase).toBe("naming");
    const name = { kind: "nameDoor", board: "A", column: 1, heightMm: 180 } as const;
    expect(await take({ ...name, channel: 1, compartmentNumber: 5 })).toBeUndefined();
    expect(await take({ ...name, channel: 2, compartmentNumber: 6 })).toBe("notFinished");
    await open(2);
    await shut(2);
    expect(await take({ ...name, channel: 2, compartmentNumber: 5 })).toBe("numberTaken");
    expect(await take({ ...name, channel: 2, compartmentNumber: 6, column: 3 })).toBeUndefined();
    expect(await take({ kind: "nameDoor", board: "A", channel: 3 })).toBeUndefined();
    expect(await take({ kind: "save" })).toBeUndefined();
    expect(session.view.phase).toBe("saved");
    const at = new Date(clock.wallMs()).toISOString().slice(0, 10);
    expect(saved[0]?.wires).toMatchObject([
      {
        path: PORT,
        baudRate: 19_200,
        boards: [
          { name: "A", feedback: "opening", calibration: { by: "KT-1", channel: 1, at: expect.stringMatching(at) } },
        ],
      },
    ]);
    // The column without a door is the screen's.
    expect(saved[0]?.cabinet.modules.map(({ kind }) => kind)).toEqual(["doors", "screen", "doors"]);
  });

  it("keeps everything where the profile could not be written", async () => {
    const { found, open, shut, take, session } = sessionAt([board({})], {
      wireBaud: 19_200,
      save: () => {
        throw new Error("no space left");
      },
    });
    await found();
    await open(1);
    await shut(1);
    await take({ kind: "nameDoor", board: "A", channel: 1, compartmentNumber: 1, column: 1, heightMm: 180 });
    expect(await take({ kind: "save" })).toBe("saveFailed");
    expect(session.view.boards[0]?.doors[0]?.named).toEqual({ compartmentNumber: 1, column: 1, heightMm: 180 });
  });

  it("takes a board that was named by hand only where it answers", async () => {
    const { take, session } = sessionAt([board({ family: "winnsen", address: 3 })]);
    const hand = { kind: "addBoard", port: PORT, family: "winnsen", baudRate: 9_600, channels: 12 } as const;
    expect(await take({ ...hand, address: 4 })).toBe("boardSilent");
    expect(await take({ ...hand, address: 3 })).toBeUndefined();
    expect(session.view.boards).toMatchObject([{ board: "A", family: "winnsen", address: 3, channels: 12 }]);
    await take({ kind: "removeBoard", board: "A" });
    expect(session.view.boards).toEqual([]);
  });

  it("ends a search that is given up, and lets go of the port", async () => {
    const { session, clock, transportAt } = sessionAt([board({})], { wireBaud: 1_200 });
    const search = session.take({ kind: "search", ports: [PORT] });
    await clock.advance(500);
    await clock.until(session.take({ kind: "giveUp" }), 5_000);
    await search;
    expect(session.view.phase).toBe("ports");
    expect(await transportAt(9_600)().open()).toBeUndefined();
  });
});
