import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { paperPng } from "#device/printer/paperImage.ts";
import { type Assembly, type AssemblyParts, assembleKiosk, startKioskRetention, startSync } from "./assembly.ts";
import type { BackupService } from "./backup/backupService.ts";
import { kioskBackups } from "./backup/kioskBackups.ts";
import { type Channel, createChannel } from "./channel/createChannel.ts";
import type { LoadedConfig } from "./config/loadConfig.ts";
import { startControl } from "./control/startControl.ts";
import { createDesk, type Desk } from "./desk/createDesk.ts";
import { createDeskNetwork, type DeskNetwork } from "./desk/deskNetwork.ts";
import { createDevices, type Devices } from "./devices.ts";
import type { Logger } from "./logger.ts";
import { startRunner } from "./runner/start.ts";
import { inputOf, startScanners } from "./scanners.ts";
import type { GuardedStore, Store } from "./store.ts";
import { StoreHealth } from "./storeHealth/storeHealth.ts";
import { DiskProbe } from "./supervision/diskProbe.ts";
import type { ServiceManager } from "./supervision/systemdNotify.ts";
import { Watchdog } from "./supervision/watchdog.ts";
import type { Surroundings } from "./surroundings.ts";
import { verifyInThread } from "./technician/verifyInThread.ts";

export interface KioskOptions {
  readonly loaded: LoadedConfig;
  readonly surroundings: Surroundings;
  readonly logger: Logger;
  /** Ends the program on purpose; whoever supervises it starts it anew. */
  readonly endProgram: () => void;
  /** Who started this program and watches it; absent on a desk. */
  readonly manager?: ServiceManager | undefined;
  /** Where this machine's kiosks say which ports are theirs; absent: this one does not. */
  readonly registryFolder?: string | undefined;
}

/** A kiosk that runs. */
export interface Kiosk {
  readonly channel: Channel;
  /** True with the simulated cabinet. */
  readonly hasDesk: boolean;
  stop(): Promise<void>;
}

/**
 * Puts a kiosk together from its configuration and brings it up. Rejects with a sentence where it cannot; then everything
 * is let go of, the store too.
 */
export async function startKiosk(options: KioskOptions, store: GuardedStore): Promise<Kiosk> {
  const { loaded, surroundings } = options;
  const { clock } = surroundings;
  const devices = createDevices(loaded.config, clock);
  const network = createDeskNetwork(surroundings.fetch);
  // Only a desk has a network cable that somebody may pull.
  const fetch = devices.desk === undefined ? surroundings.fetch : network.fetch;
  const backups = kioskBackups(loaded.config, surroundings, options.logger);
  const backupFacts = () => backups.facts();
  const assembly = { ...options, store, devices, surroundings: { ...surroundings, fetch }, backupFacts };
  const assembled = assembleKiosk(assembly);
  const { runner, parts, technician } = assembled;
  const desk = startDesk(options, devices, network);
  const channel = await openChannel(options, { ...assembled, store, desk });
  technician.start((view) => channel.sendView(view));
  runner.onSnapshot((snapshot) => {
    channel.publish(snapshot);
    technician.noteSnapshot(snapshot);
  });
  const sync = startSync(assembly, assembled);
  if (sync !== undefined) technician.roster.add("sync", { stepAside: () => sync.settled() });
  let stopSupervision = async (): Promise<void> => {};
  const stop = async (): Promise<void> => {
    runner.stop();
    desk?.stop();
    await technician.stop();
    await stopSupervision();
    await Promise.all([channel.close(), sync?.close()]);
    await Promise.all([devices.boards.stop(), devices.printer.stop(), devices.power.stop(), devices.safety.stop()]);
    await Promise.all(devices.scanners.map((scanner) => scanner.stop()));
    store.close();
  };
  try {
    await startRunner(runner, parts);
  } catch (error) {
    await stop();
    throw error;
  }
  stopSupervision = await startSupervision(options, { ...assembled, assembly, devices, store, backups });
  startScanners(devices.scanners, { onScan: (scan) => runner.submit(inputOf(scan)), logger: options.logger });
  return { channel, hasDesk: desk !== undefined, stop };
}

interface SupervisedParts extends Assembly {
  readonly assembly: AssemblyParts;
  readonly devices: Devices;
  readonly store: GuardedStore;
  readonly backups: BackupService;
}

/** Lets `kioskctl` in, ends retention, makes backups, watches over the store and feeds the watchdog; returns what ends it all. */
async function startSupervision(options: KioskOptions, supervised: SupervisedParts): Promise<() => Promise<void>> {
  const { surroundings, logger, endProgram } = options;
  const { clock } = surroundings;
  const { runner, parts, technician, devices, store, backups } = supervised;
  const retention = startKioskRetention(supervised.assembly, supervised);
  const readinessLines = () => technician.readiness().lines;
  const makeBackup = () => backups.makeNow();
  const control = await startControl({ ...options, clock, runner, parts, devices, readinessLines, makeBackup });
  technician.roster.add("control", { stepAside: () => control.settled() });
  const health = new StoreHealth({
    store,
    clock,
    logger,
    endProgram,
    check: () => verifyInThread(store.db.name),
    tell: (damage, isDamaged) => runner.submit({ kind: "storeJudged", damage, isDamaged }),
  });
  health.start();
  const watchdog = startWatchdog(options, devices);
  backups.start();
  return async () => {
    void watchdog?.stop();
    retention.stop();
    health.stop();
    await control.close();
    await backups.stop();
  };
}

function startWatchdog(options: KioskOptions, { wireActivity }: Devices): Watchdog | undefined {
  const { loaded, surroundings, logger, manager } = options;
  const { clock } = surroundings;
  if (manager === undefined) return undefined;
  const disk = new DiskProbe(join(loaded.config.dataDir, "alive"), clock);
  const watchdog = new Watchdog({ manager, clock, logger, wires: wireActivity, disk });
  watchdog.start();
  return watchdog;
}

function startDesk({ loaded, surroundings }: KioskOptions, devices: Devices, network: DeskNetwork): Desk | undefined {
  const { config, deskCards } = loaded;
  if (devices.desk === undefined) return undefined;
  return createDesk({
    kioskNumber: config.kioskNumber,
    timeZone: config.office.timeZone,
    cabinet: config.desk?.machine?.cabinet ?? config.cabinet,
    devices: devices.desk,
    lockBoards: devices.boards,
    cards: deskCards,
    network,
    clock: surroundings.clock,
    memoryPath: join(config.dataDir, "desk-cabinet.json"),
    backOfficeUrl: config.backOffice?.url,
    cutPower: () => process.kill(process.pid, "SIGKILL"),
  });
}

interface ChannelParts extends Assembly {
  readonly store: Store;
  readonly desk: Desk | undefined;
}

function openChannel({ loaded, surroundings, logger }: KioskOptions, parts: ChannelParts): Promise<Channel> {
  const { clock, randomBytes } = surroundings;
  const { store, runner, papers, desk, technician } = parts;
  return createChannel({
    port: loaded.config.listen.port,
    session: { key: store.keys.channelKey, randomBytes, isLaunchReusable: desk !== undefined },
    pagesFolder: fileURLToPath(new URL("../dist/renderer", import.meta.url)),
    setup: parts.parts.setup,
    clock,
    logger,
    listener: {
      onIntent: (revision, intent) => runner.submitIntent(revision, intent),
      onScan: (scan) => {
        if (scan.source === "camera") technician.noteCameraScan(scan);
        runner.submit(inputOf(scan));
      },
      onCamera: (state) => technician.noteCamera(state),
    },
    pictureFor: (paperId) => {
      const picture = papers.pictureOf(paperId);
      return picture && paperPng(picture);
    },
    ...(desk === undefined ? {} : { extend: desk.register }),
  });
}
