import { expect, onTestFinished, test } from "vitest";
import { createSafetyInputs } from "#device/inputs/safetyInputs.ts";
import { modbusDriver } from "#device/protocol/modbus/driver.ts";
import { SimulatedInputBoard } from "#device/simulator/simulatedInputBoard.ts";
import { createTransportPeer } from "#device/simulator/transportPeer.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { createPtyPair } from "#tests/support/ptyPair.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { until } from "#tests/support/until.ts";

const LONGEST_TEST_MS = 60_000;
const clock = systemClock();

test(
  "tamper and panic contacts are read over a serial port, unknown while its cable is out, and read again afterwards",
  async () => {
    const pair = await createPtyPair(scratchFolder(), "inputs");
    const { peer, link } = createTransportPeer(
      serialTransport({ path: pair.devicePath, baudRate: 9_600, clock }),
      clock,
    );
    const board = new SimulatedInputBoard({ peer, address: 1 });
    board.closeContact(1);
    link.start();
    const inputs = createSafetyInputs({
      transport: serialTransport({ path: pair.driverPath, baudRate: 9_600, clock }),
      clock,
      reader: modbusDriver,
      address: 1,
      tamper: { channel: 1, wiring: "normallyClosed" },
      panic: { channel: 2, wiring: "normallyOpen" },
    });
    onTestFinished(async () => {
      await Promise.all([inputs.stop(), link.stop()]);
      await pair.unplug();
    });
    inputs.start();
    await until(() => inputs.latest().tamper === "calm", { what: "a calm cabinet" });
    board.openContact(1);
    board.closeContact(2);
    await until(() => inputs.latest().tamper === "active" && inputs.latest().panic === "active", {
      what: "both alarms",
    });

    await pair.unplug();
    await until(() => inputs.latest().tamper === "unknown", { what: "unknown contacts" });
    board.closeContact(1);
    await pair.plug();
    await until(() => inputs.latest().tamper === "calm", { what: "the contacts again" });
    expect(inputs.latest().panic).toBe("active");
  },
  LONGEST_TEST_MS,
);
