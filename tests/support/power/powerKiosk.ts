import { scryptSync } from "node:crypto";
import { join } from "node:path";
import pino from "pino";
import { assembleKiosk, startSync } from "#controller/assembly.ts";
import { type LoadedConfig, loadConfig } from "#controller/config/loadConfig.ts";
import { createDevices, type Devices } from "#controller/devices.ts";
import type { Runner } from "#controller/runner/runner.ts";
import { startRunner } from "#controller/runner/start.ts";
import { inputOf, startScanners } from "#controller/scanners.ts";
import { openStore, type Store } from "#controller/store.ts";
import type { Surroundings } from "#controller/surroundings.ts";
import { assert } from "#core/base/assert.ts";
import type { Snapshot } from "#core/contract/channel.ts";
import { type Cabinet, placedDoors } from "#core/domain/cabinet.ts";
import type { LockAddress } from "#core/interfaces/lockBoard.ts";
import type { SimulatedDeskDevices } from "#device/simulator/simulatedDevices.ts";
import type { ManualClock } from "../manualClock.ts";
import { projectRoot } from "../rig/program.ts";
import { seededRandom } from "../seededRandom.ts";

/** A compartment as it is in truth, whatever the kiosk knows. */
export interface RealDoor {
  readonly compartmentNumber: number;
  readonly isOpen: boolean;
  readonly hasBag: boolean;
  /** Unlock frames that its lock received. */
  readonly pulses: number;
}

export interface PowerKioskOptions {
  /** Where log and keys lie. */
  readonly dataDir: string;
  readonly clock: ManualClock;
  readonly seed: number;
  /** The way to the back office; without it the kiosk works alone. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Doors and bags as the power cut found them. */
  readonly doors?: readonly RealDoor[] | undefined;
  /** Meddles with a kiosk that is put together, so that a test can show what happens when it is wrong. */
  readonly meddle?: ((parts: KioskInside) => Partial<KioskInside>) | undefined;
  /** Hears of doors and papers from the beginning on. */
  readonly watch?: ((devices: SimulatedDeskDevices) => void) | undefined;
}

export interface KioskInside {
  readonly store: Store;
  readonly devices: Devices;
}

/** Few doors, so that much fits into little: what is cut is the writing, not the cabinet. */
const DOORS = 5;

/** The kiosk as `startKiosk` puts it together, in one process, on a clock that a test moves, with simulated devices. */
export class PowerKiosk {
  readonly clock: ManualClock;
  readonly store: Store;
  readonly runner: Runner;
  readonly desk: SimulatedDeskDevices;
  readonly #stop: () => Promise<void>;
  #snapshot: Snapshot | undefined;

  private constructor(parts: Pick<PowerKiosk, "clock" | "store" | "runner" | "desk">, stop: () => Promise<void>) {
    this.clock = parts.clock;
    this.store = parts.store;
    this.runner = parts.runner;
    this.desk = parts.desk;
    this.#stop = stop;
    this.runner.onSnapshot((snapshot) => {
      this.#snapshot = snapshot;
    });
  }

  /** Brings it up until it is open for business. Rejects where the kiosk refuses to start. */
  static async start(options: PowerKioskOptions): Promise<PowerKiosk> {
    const { clock } = options;
    const loaded = powerConfig(options.dataDir, options.fetch !== undefined);
    const surroundings = surroundingsOf(options);
    const logger = pino({ level: "silent" });
    const opened = {
      store: await openStore(loaded.config, surroundings.randomBytes),
      devices: createDevices(loaded.config, clock),
    };
    const { store, devices } = { ...opened, ...options.meddle?.(opened) };
    const { desk } = devices;
    assert(desk, "The power cut tests have simulated devices.");
    for (const door of options.doors ?? []) putAsFound(desk, lockAt(loaded.config.cabinet, door), door);
    options.watch?.(desk);
    const assembly = { loaded, surroundings, store, devices, logger, endProgram: () => {} };
    const assembled = assembleKiosk(assembly);
    const { runner, parts, technician } = assembled;
    technician.start(() => {});
    runner.onSnapshot((snapshot) => technician.noteSnapshot(snapshot));
    const sync = startSync(assembly, assembled);
    const kiosk = new PowerKiosk({ clock, store, runner, desk }, async () => {
      runner.stop();
      await clock.until(Promise.all([sync?.close(), technician.stop()]));
      const { boards, printer, power, safety, scanners } = devices;
      const ended = [boards.stop(), printer.stop(), power.stop(), safety.stop(), ...scanners.map((one) => one.stop())];
      await clock.until(Promise.all(ended));
      store.close();
    });
    await clock.until(startRunner(runner, parts));
    startScanners(devices.scanners, { onScan: (scan) => runner.submit(inputOf(scan)), logger });
    return kiosk;
  }

  get snapshot(): Snapshot {
    assert(this.#snapshot, "The kiosk has published no snapshot yet.");
    return this.#snapshot;
  }

  /** Every door as it is in truth. */
  doors(): RealDoor[] {
    return doorsOf(this.desk);
  }

  stop(): Promise<void> {
    return this.#stop();
  }
}

/** Every door of these devices; compartments are numbered like the channels of their one board. */
export function doorsOf({ cabinet }: SimulatedDeskDevices): RealDoor[] {
  return cabinet
    .state()
    .compartments.slice(0, DOORS)
    .map(({ lock, isOpen, hasBag, pulses }) => ({ compartmentNumber: lock.channel, isOpen, hasBag, pulses }));
}

export function lockOf(compartmentNumber: number): LockAddress {
  return { board: "A", channel: compartmentNumber };
}

let deskConfig: LoadedConfig | undefined;

/** The desk's configuration with a few doors on one board. */
export function powerConfig(dataDir: string, hasOffice = false): LoadedConfig {
  deskConfig ??= loadDesk();
  const { backOffice, ...config } = deskConfig.config;
  // The reserve for a full disk holds nothing that could be lost.
  const places = { dataDir, keysDir: join(dataDir, "keys"), diskReserveBytes: 0 };
  return { ...deskConfig, config: { ...config, ...places, ...(hasOffice ? { backOffice } : {}) } };
}

function loadDesk(): LoadedConfig {
  const loaded = loadConfig(join(projectRoot, "config/desk.json"));
  if (!loaded.ok) throw new Error(loaded.error.join("\n"));
  const { desk: _, ...config } = loaded.value.config;
  const [module] = config.cabinet.modules;
  assert(module?.kind === "doors", "The desk's cabinet begins with doors.");
  const cabinet = { ...config.cabinet, modules: [{ ...module, doors: module.doors.slice(0, DOORS) }] };
  const wires = config.wires.map((wire) => ({ ...wire, boards: wire.boards.filter(({ name }) => name === "A") }));
  return { ...loaded.value, config: { ...config, cabinet, wires } };
}

function surroundingsOf({ clock, seed, fetch }: PowerKioskOptions): Surroundings {
  const random = seededRandom(seed);
  return {
    clock,
    random,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256)),
    // The same hash as in the product, but done when it returns: nothing waits for real time here.
    derive: async (secret, salt) =>
      scryptSync(secret.normalize("NFC"), salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }),
    fetch: fetch ?? (() => Promise.reject(new Error("There is no back office."))),
    verifyLog: () => Promise.reject(new Error("Nobody asks for a check of the log here.")),
  };
}

function putAsFound({ cabinet }: SimulatedDeskDevices, lock: LockAddress, { isOpen, hasBag }: RealDoor): void {
  cabinet.forceDoor(lock);
  if (hasBag) cabinet.putBag(lock);
  if (!isOpen) cabinet.shutDoor(lock);
}

function lockAt(cabinet: Cabinet, { compartmentNumber }: RealDoor): LockAddress {
  const door = placedDoors(cabinet).find((placed) => placed.compartmentNumber === compartmentNumber);
  assert(door, `There is no compartment ${compartmentNumber}.`);
  return { board: door.board, channel: door.channel };
}
