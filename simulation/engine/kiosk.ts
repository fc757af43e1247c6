import { assembleKiosk, startKioskRetention, startSync } from "#controller/assembly.ts";
import type { LoadedConfig } from "#controller/config/loadConfig.ts";
import type { Devices } from "#controller/devices.ts";
import { createLogger } from "#controller/logger.ts";
import type { Runner } from "#controller/runner/runner.ts";
import { startRunner } from "#controller/runner/start.ts";
import { inputOf, startScanners } from "#controller/scanners.ts";
import { openStore, type Store } from "#controller/store.ts";
import { WireActivity } from "#controller/supervision/wireActivity.ts";
import type { Surroundings } from "#controller/surroundings.ts";
import type { Snapshot } from "#core/contract/channel.ts";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { NO_SAFETY_INPUTS } from "#device/inputs/safetyReport.ts";
import { createLockBoards } from "#device/lockboard/lockBoards.ts";
import { NO_POWER_SUPPLY } from "#device/power/upsReport.ts";
import { createEscPosPrinter } from "#device/printer/escPosPrinter.ts";
import { CameraWatch } from "#device/scanner/cameraWatch.ts";
import { createSerialScanner } from "#device/scanner/serialScanner.ts";
import type { Chance } from "../contract/plan.ts";
import type { Life } from "./life.ts";
import type { Machine } from "./machine.ts";
import { quickHash } from "./quickHash.ts";
import { type StoreWatcher, watchedStore } from "./watchedStore.ts";

/**
 * An idle kiosk asks for orders so often: a request costs as much as a hundred polls, and what is new goes at once, as it
 * does from a real one, which asks every five seconds.
 */
const SYNC_IDLE_MS = 300_000;

/** What the disk test finds and writes into the log: what is really free is another number in each run. */
const FREE_BYTES = 64 * 2 ** 30;

export interface KioskPlace {
  readonly loaded: LoadedConfig;
  readonly machine: Machine;
  readonly life: Life;
  readonly chance: Chance;
  /** The way to the back office. */
  readonly fetch: typeof globalThis.fetch;
  readonly watcher: StoreWatcher;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  /** The program ended itself on purpose. */
  readonly onEnd: () => void;
  /** A line of the program's log, as JSON. */
  readonly onLine: (line: string) => void;
}

/** A kiosk's program in one life. */
export interface RunningKiosk {
  readonly store: Store;
  readonly runner: Runner;
  /** Text and raster of what was drawn last, by print job. */
  readonly pictureOf: (printJobId: string) => Uint8Array | undefined;
}

/** Opens what the program finds on its disk; throws what a real start would print. */
export async function openKiosk(place: KioskPlace): Promise<Store> {
  const { loaded, chance, watcher } = place;
  return watchedStore(await openStore(loaded.config, (count) => chance.bytes(count)), watcher);
}

/** Checks a log on this thread: another one would have a time of its own. */
async function verifyHere(file: string): ReturnType<Surroundings["verifyLog"]> {
  const db = openForReading(file);
  try {
    const { isSound, lastSeq, faults, isHistorySound } = verifyLog(db);
    return { isSound, lastSeq, faults: faults.length, isHistorySound, canRemakeRegister: isHistorySound };
  } finally {
    db.close();
  }
}

/** Puts the real program together over simulated devices, in the order of `controller/kiosk.ts`, without its HTTP. */
export function putTogether(place: KioskPlace, store: Store): RunningKiosk & { start(): Promise<void> } {
  const { loaded, life, chance, machine } = place;
  const { clock } = life;
  const logger = createLogger({ level: "warn", destination: { write: place.onLine }, nowMs: () => clock.wallMs() });
  const devices = devicesOf(loaded.config, machine, life);
  const surroundings = {
    clock,
    randomBytes: (count: number) => chance.bytes(count),
    random: () => chance.next(),
    derive: quickHash,
    fetch: place.fetch,
    verifyLog: verifyHere,
    freeBytes: () => FREE_BYTES,
  };
  const assembly = { loaded, surroundings, store, devices, logger, endProgram: place.onEnd, syncIdleMs: SYNC_IDLE_MS };
  const assembled = assembleKiosk(assembly);
  const { runner, parts, papers, technician } = assembled;
  const start = async (): Promise<void> => {
    technician.start(() => {});
    runner.onSnapshot((snapshot) => {
      if (!life.isOver) place.onSnapshot(snapshot);
      technician.noteSnapshot(snapshot);
    });
    const sync = startSync(assembly, assembled);
    if (sync !== undefined) technician.roster.add("sync", { stepAside: () => sync.settled() });
    await startRunner(runner, parts);
    startKioskRetention(assembly, assembled);
    startScanners(devices.scanners, { onScan: (scan) => runner.submit(inputOf(scan)), logger });
  };
  return { store, runner, pictureOf: (printJobId) => papers.pictureOf(printJobId)?.data, start };
}

function devicesOf({ wires, printer }: LoadedConfig["config"], machine: Machine, life: Life): Devices {
  const { clock } = life;
  const wireActivity = new WireActivity(clock);
  const lockWires = wires.map(({ name, baudRate, boards }) => {
    const cable = machine.lockCables.get(name);
    if (cable === undefined) throw new RangeError(`The machine has no wire ${name}.`);
    const transport = wireActivity.watch(name, life.transport(cable.wire.transport));
    return { name, transport, baudRate, boards: boards.map((board) => ({ ...board, isCommissioned: true })) };
  });
  return {
    boards: createLockBoards({ wires: lockWires, clock }),
    lockPorts: { at: () => machine.printerCable.wire.transport, list: async () => [] },
    printer: createEscPosPrinter({
      transport: life.transport(machine.printerCable.wire.transport),
      clock,
      profile: { widthDots: "widthDots" in printer ? printer.widthDots : 576 },
    }),
    scanners: [
      createSerialScanner({ name: "scanner", transport: life.transport(machine.scannerCable.wire.transport), clock }),
    ],
    camera: new CameraWatch(),
    power: NO_POWER_SUPPLY,
    safety: NO_SAFETY_INPUTS,
    wireActivity,
    desk: undefined,
  };
}
