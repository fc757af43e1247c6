import type { Clock } from "#core/interfaces/clock.ts";
import { boardFamilies } from "#core/interfaces/lockBoard.ts";
import { holdsDossiers } from "#core/register/holding.ts";
import { CommissioningSession } from "#device/commissioning/commissioningSession.ts";
import { listSerialDevices } from "#device/commissioning/serialPorts.ts";
import { boardDriver } from "#device/protocol/families.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { saveHardware } from "../config/hardware.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";
import type { Devices } from "../devices.ts";
import type { Store } from "../store.ts";
import { Commissioning } from "./commissioning.ts";

export interface CommissioningPlace {
  readonly config: LoadedConfig["config"];
  readonly clock: Clock;
  readonly store: Store;
  readonly devices: Devices;
  readonly endProgram: () => void;
}

/** The wizard of this kiosk; undefined where wires and doors are written by hand: nobody may overwrite those. */
export function createCommissioning(place: CommissioningPlace): Commissioning | undefined {
  const { config, clock, store, devices, endProgram } = place;
  if (config.hardwareSource === "config") return undefined;
  return new Commissioning({
    clock,
    endProgram,
    releaseWires: () => devices.boards.stop(),
    begin: (by) =>
      new CommissioningSession({
        drivers: boardFamilies.map(boardDriver),
        clock,
        transportAt: (path, baudRate) => serialTransport({ path, baudRate, clock }),
        listPorts: () => listSerialDevices(),
        hasDossiers: () => holdsDossiers(store.log.register),
        by,
        screen: config.screen,
        save: (profile) => saveHardware(config.hardwareFile, profile),
        // The live view asks for it four times a second.
        onView: () => {},
      }),
  });
}
