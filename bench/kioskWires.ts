import type { SimulatedCabinet } from "#device/simulator/simulatedCabinet.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { freePort } from "#tests/support/rig/cuttableLine.ts";
import { startPtyPair } from "#tests/support/rig/ptyPair.ts";
import { writeRigConfig } from "#tests/support/rig/rigConfig.ts";
import { openWireEnd, type WireEnd } from "./wireEnd.ts";

/** A kiosk's configuration with pseudo-terminals as wires, whose far ends are in this process. */
export interface KioskWires {
  readonly end: WireEnd;
  readonly cabinet: SimulatedCabinet;
  readonly configPath: string;
  readonly controllerArgs: readonly string[];
  /** Ends the wires; the controller has ended before. */
  close(): Promise<void>;
}

/** Starts the wires; `folder` is empty, and the kiosk's data goes there. */
export async function startKioskWires(folder: string): Promise<KioskWires> {
  const [locks, printer, scanner] = await Promise.all([
    startPtyPair(folder, "locks"),
    startPtyPair(folder, "printer"),
    startPtyPair(folder, "scanner"),
  ]);
  const { path: configPath, config } = writeRigConfig({
    folder,
    lockPath: locks.kioskPath,
    printerPath: printer.kioskPath,
    scannerPath: scanner.kioskPath,
    port: await freePort(),
    // Nobody listens there: the back office is out of reach, as it may be on any night.
    backOfficeUrl: `http://127.0.0.1:${await freePort()}`,
  });
  const boards = config.wires.flatMap((wire) => wire.boards);
  const end = openWireEnd({ locks: locks.devicePath, printer: printer.devicePath }, boards, systemClock());
  return {
    end,
    cabinet: end.cabinet,
    configPath,
    controllerArgs: ["--config", configPath],
    close: async () => {
      await end.close();
      await Promise.all([locks, printer, scanner].map(({ program }) => program.signal("SIGTERM")));
    },
  };
}
