import { describe, expect, test } from "vitest";
import { type ContactPlace, createSafetyInputs, type ReportingSafetyInputs } from "#device/inputs/safetyInputs.ts";
import { NO_SAFETY_INPUTS, type SafetyState } from "#device/inputs/safetyReport.ts";
import { modbusDriver } from "#device/protocol/modbus/driver.ts";
import { SimulatedInputBoard } from "#device/simulator/simulatedInputBoard.ts";
import { createMemoryWire, type MemoryWire } from "#device/transport/memoryTransport.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

const TAMPER: ContactPlace = { channel: 1, wiring: "normallyClosed" };
const PANIC: ContactPlace = { channel: 10, wiring: "normallyOpen" };

interface Under {
  readonly clock: ManualClock;
  readonly wire: MemoryWire;
  readonly board: SimulatedInputBoard;
  readonly inputs: ReportingSafetyInputs;
  readonly seen: SafetyState[];
}

/** A calm cabinet: the tamper contact is closed, the panic button open. */
async function calmCabinet(contacts: { tamper?: ContactPlace; panic?: ContactPlace } = {}): Promise<Under> {
  const clock = new ManualClock();
  const wire = createMemoryWire("input board");
  const board = new SimulatedInputBoard({ peer: wire.peer, address: 3, inputs: 16 });
  board.closeContact(1);
  const chosen = Object.keys(contacts).length === 0 ? { tamper: TAMPER, panic: PANIC } : contacts;
  const inputs = createSafetyInputs({ transport: wire.transport, clock, reader: modbusDriver, address: 3, ...chosen });
  const seen: SafetyState[] = [];
  inputs.onChanged((state) => seen.push(state));
  inputs.start();
  await clock.advance(1_000);
  return { clock, wire, board, inputs, seen };
}

describe("tamper and panic contacts", () => {
  test("are unknown before the board was read, and calm afterwards", async () => {
    const { seen, inputs } = await calmCabinet();
    expect(inputs.latest()).toEqual({ tamper: "calm", panic: "calm" });
    expect(seen).toEqual([{ tamper: "calm", panic: "calm" }]);
  });

  test("are seen within half a second, each by itself, and seen to end", async () => {
    const { clock, board, inputs } = await calmCabinet();
    board.closeContact(10);
    await clock.advance(500);
    expect(inputs.latest()).toEqual({ tamper: "calm", panic: "active" });
    board.openContact(1);
    board.openContact(10);
    await clock.advance(500);
    expect(inputs.latest()).toEqual({ tamper: "active", panic: "calm" });
    board.closeContact(1);
    await clock.advance(500);
    expect(inputs.latest()).toEqual({ tamper: "calm", panic: "calm" });
  });

  test("that bounce for two readings have not changed", async () => {
    const { clock, board, inputs, seen } = await calmCabinet();
    for (let knock = 0; knock < 20; knock += 1) {
      board.openContact(1);
      await clock.advance(200);
      board.closeContact(1);
      await clock.advance(100);
    }
    expect(inputs.latest().tamper).toBe("calm");
    expect(seen).toHaveLength(1);
  });

  test.each([
    ["normallyClosed", true, "calm"],
    ["normallyClosed", false, "active"],
    ["normallyOpen", true, "active"],
    ["normallyOpen", false, "calm"],
  ] as const)("wired %s and closed: %s are %s", async (wiring, isClosed, expected) => {
    const { clock, board, inputs } = await calmCabinet({ tamper: { channel: 2, wiring } });
    if (isClosed) board.closeContact(2);
    await clock.advance(1_000);
    expect(inputs.latest()).toEqual({ tamper: expected, panic: "notSupported" });
  });

  test.each([{ isSilent: true }, { isGarbled: true }, { hasWrongAddress: true }])(
    "become unknown, never an alarm, when the board is out of order: %j",
    async (fault) => {
      const { clock, board, inputs, seen } = await calmCabinet();
      board.break(fault);
      await clock.advance(3_000);
      expect(inputs.latest()).toEqual({ tamper: "unknown", panic: "unknown" });
      await clock.advance(60_000);
      board.break({ isSilent: false, isGarbled: false, hasWrongAddress: false });
      await clock.advance(10_000);
      expect(seen).toEqual([
        { tamper: "calm", panic: "calm" },
        { tamper: "unknown", panic: "unknown" },
        { tamper: "calm", panic: "calm" },
      ]);
    },
  );

  test("stay as they are when one reply is missed", async () => {
    const { clock, board, inputs, seen } = await calmCabinet();
    board.break({ isSilent: true });
    await clock.advance(350);
    board.break({ isSilent: false });
    await clock.advance(2_000);
    expect(inputs.latest().tamper).toBe("calm");
    expect(seen).toHaveLength(1);
  });

  test("become unknown when the cable is out, and are read again within ten seconds of its return", async () => {
    const { clock, wire, board, inputs } = await calmCabinet();
    wire.unplug();
    await clock.advance(10);
    expect(inputs.latest()).toEqual({ tamper: "unknown", panic: "unknown" });
    expect(inputs.report()).toMatchObject({ state: "offline", error: { code: "notConnected" } });
    await clock.advance(3_600_000);
    board.openContact(1);
    wire.replug();
    await clock.advance(10_000);
    expect(inputs.latest()).toEqual({ tamper: "active", panic: "calm" });
  });

  test("are unknown, with a word to staff, on a board that has not so many inputs", async () => {
    const { inputs } = await calmCabinet({ tamper: { channel: 20, wiring: "normallyClosed" } });
    expect(inputs.latest()).toEqual({ tamper: "unknown", panic: "notSupported" });
    expect(inputs.report()).toMatchObject({ state: "unknown", error: { code: "noAnswer", action: "maintenance" } });
  });

  test("are reported as an attempted fraud while the cabinet is tampered with", async () => {
    const { clock, board, inputs } = await calmCabinet();
    expect(inputs.report()).toMatchObject({ state: "online", properties: { tamper: "calm", panic: "calm" } });
    board.openContact(1);
    await clock.advance(500);
    expect(inputs.report()).toMatchObject({ state: "fraudAttempt", error: { code: "tampered", action: "clear" } });
  });

  test("that nobody connected are not supported", () => {
    expect(NO_SAFETY_INPUTS.latest()).toEqual({ tamper: "notSupported", panic: "notSupported" });
    expect(NO_SAFETY_INPUTS.report().state).toBe("notSupported");
  });
});
