import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Printer, Raster } from "#core/interfaces/printer.ts";
import { createEscPosPrinter } from "#device/printer/escPosPrinter.ts";
import { attachEscPosSimulator } from "#device/simulator/escPosSimulator.ts";
import { SimulatedPrinter } from "#device/simulator/simulatedPrinter.ts";
import { deviceFileTransport } from "#device/transport/deviceFileTransport.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { tcpTransport } from "#device/transport/tcpTransport.ts";
import type { TransportFactory } from "#device/transport/transport.ts";
import { createPtyPair, type PtyPair } from "#tests/support/ptyPair.ts";
import { type SimulatorProcess, startSimulator } from "#tests/support/simulatorProcess.ts";
import { until } from "#tests/support/until.ts";

/** A cable that was out is looked for with pauses of up to four seconds. */
const LONGEST_TEST_MS = 20_000;
const clock = systemClock();

describe("a receipt printer on a pseudo-terminal", () => {
  let folder: string;
  let pair: PtyPair;
  let simulator: SimulatorProcess;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "printer-"));
    pair = await createPtyPair(folder, "printer");
    simulator = await startSimulator(["--printer", pair.devicePath]);
  });

  afterAll(async () => {
    await simulator.stop();
    await pair.unplug();
    rmSync(folder, { recursive: true });
  });

  const kinds: [string, () => TransportFactory][] = [
    ["serial port", () => serialTransport({ path: pair.driverPath, baudRate: 115_200, clock })],
    ["device file", () => deviceFileTransport({ path: pair.driverPath, clock })],
  ];

  test.each(kinds)(
    "as a %s prints each dot, knows when its paper is out, and comes back after a pull of its cable",
    async (_, transport) => {
      const printer = await startPrinter(transport());
      const { paperCount } = (await simulator.state()).printer;
      const raster = picture(300);
      expect(await printer.print(raster)).toEqual({ kind: "printed", isVerified: true });
      expect((await simulator.state()).printer.paperCount).toBe(paperCount + 1);
      const printed = await simulator.paper(paperCount);
      expect(Buffer.from(printed.subarray(0, raster.data.length)).equals(raster.data)).toBe(true);

      await simulator.control({ action: "breakPrinter", isPaperOut: true });
      await until(() => printer.latest().status === "paperOut", { what: "the printer out of paper" });
      expect(await printer.print(raster)).toEqual({ kind: "notPrinted", reason: "paperOut" });
      await simulator.control({ action: "repair" });

      await pair.unplug();
      await until(() => printer.latest().status === "unknown", { what: "the printer unknown" });
      await pair.plug();
      await until(() => printer.latest().status === "ready", { what: "the printer ready" });
      await printer.stop();
    },
    LONGEST_TEST_MS,
  );
});

describe("a receipt printer on the network", () => {
  test("prints over TCP and is used again after its connection was lost", async () => {
    const paper = new SimulatedPrinter();
    const server = await startNetworkPrinter(paper);
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const printer = await startPrinter(tcpTransport({ host: "127.0.0.1", port }));
    expect(await printer.print(picture(50))).toEqual({ kind: "printed", isVerified: true });
    server.emit("drop");
    await until(() => printer.latest().status === "unknown", { what: "the printer unknown" });
    await until(() => printer.latest().status === "ready", { what: "the printer ready" });
    expect(paper.state().paperCount).toBe(1);
    await printer.stop();
    server.close();
  });
});

async function startPrinter(transport: TransportFactory): Promise<Printer> {
  const printer = createEscPosPrinter({ transport, clock });
  printer.start();
  await until(() => printer.latest().status === "ready", { what: "the printer ready" });
  return printer;
}

/** Listens like a network printer; the event `drop` ends its connections. */
async function startNetworkPrinter(printer: SimulatedPrinter): Promise<Server> {
  const server = createServer((socket) => {
    attachEscPosSimulator({
      printer,
      peer: { onBytes: (listener) => void socket.on("data", listener), send: (bytes) => void socket.write(bytes) },
    });
    socket.on("error", () => socket.destroy());
    server.once("drop", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function picture(heightDots: number): Raster {
  const data = Uint8Array.from({ length: 72 * heightDots }, (_, index) => (index * 7) % 256);
  return { widthDots: 576, heightDots, data };
}
