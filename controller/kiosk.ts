import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Clock } from "#core/interfaces/clock.ts";
import { createSyncStore } from "#db/syncStore.ts";
import { paperPng } from "#device/printer/paperImage.ts";
import { createSyncClient, type SyncClient } from "#sync/syncClient.ts";
import manifest from "../package.json" with { type: "json" };
import { type Channel, createChannel } from "./channel/createChannel.ts";
import type { LoadedConfig } from "./config/loadConfig.ts";
import { startControl } from "./control/startControl.ts";
import { createCredentials } from "./credentials/runnerCredentials.ts";
import { createStaffDirectory } from "./credentials/staff.ts";
import { createDesk, type Desk } from "./desk/createDesk.ts";
import { createDeskNetwork, type DeskNetwork } from "./desk/deskNetwork.ts";
import { compartmentsOf, createDevices, type Devices } from "./devices.ts";
import type { Logger } from "./logger.ts";
import { createPaperMaker, type KeepingPaperMaker } from "./papers/paperMaker.ts";
import { paperWidthOf } from "./papers/paperWidth.ts";
import type { RunnerParts } from "./runner/parts.ts";
import { Runner } from "./runner/runner.ts";
import { startRunner } from "./runner/start.ts";
import { inputOf, startScanners } from "./scanners.ts";
import { counterOpensAtMs, depositTimes, makeSetup } from "./setup.ts";
import { openStore, type Store } from "./store.ts";
import { DiskProbe } from "./supervision/diskProbe.ts";
import type { ServiceManager } from "./supervision/systemdNotify.ts";
import { Watchdog } from "./supervision/watchdog.ts";
import type { TechnicianStation } from "./technician/createTechnician.ts";
import { makeTechnician } from "./technician/makeTechnician.ts";
import { isWallTimeTrusted } from "./trustedTime.ts";

export interface KioskOptions {
  readonly loaded: LoadedConfig;
  readonly clock: Clock;
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

/** Puts a kiosk together from its configuration and brings it up. Rejects with a sentence where it cannot. */
export async function startKiosk(options: KioskOptions): Promise<Kiosk> {
  const { loaded, clock } = options;
  const store = await openStore(loaded.config);
  const devices = createDevices(loaded.config, clock);
  const network = createDeskNetwork(fetch);
  // Only a desk has a network cable that somebody may pull.
  const reach = devices.desk === undefined ? fetch : network.fetch;
  const assembled = assembleRunner(options, { store, devices, fetch: reach });
  const { runner, parts, technician } = assembled;
  const desk = startDesk(options, devices, network);
  const channel = await openChannel(options, { ...assembled, store, desk });
  technician.start((view) => channel.sendView(view));
  runner.onSnapshot((snapshot) => {
    channel.publish(snapshot);
    technician.noteSnapshot(snapshot);
  });
  const sync = startSync(options, { store, runner, fetch: reach });
  if (sync !== undefined) technician.roster.add("sync", { stepAside: () => sync.settled() });
  await startRunner(runner, parts);
  const readinessLines = () => technician.readiness().lines;
  const control = await startControl({ ...options, runner, parts, devices, readinessLines });
  technician.roster.add("control", { stepAside: () => control.settled() });
  startScanners(devices.scanners, { onScan: (scan) => runner.submit(inputOf(scan)), logger: options.logger });
  const watchdog = startWatchdog(options, devices);
  return {
    channel,
    hasDesk: desk !== undefined,
    stop: async () => {
      void watchdog?.stop();
      runner.stop();
      desk?.stop();
      await technician.stop();
      await control.close();
      await Promise.all([channel.close(), sync?.close()]);
      await Promise.all([devices.boards.stop(), devices.printer.stop(), devices.power.stop(), devices.safety.stop()]);
      await Promise.all(devices.scanners.map((scanner) => scanner.stop()));
      store.close();
    },
  };
}

function startWatchdog(options: KioskOptions, { wireActivity }: Devices): Watchdog | undefined {
  const { loaded, clock, logger, manager } = options;
  if (manager === undefined) return undefined;
  const disk = new DiskProbe(join(loaded.config.dataDir, "alive"), clock);
  const watchdog = new Watchdog({ manager, clock, logger, wires: wireActivity, disk });
  watchdog.start();
  return watchdog;
}

interface Assembled {
  readonly runner: Runner;
  readonly parts: RunnerParts;
  readonly papers: KeepingPaperMaker;
  readonly technician: TechnicianStation;
}

interface RunnerPlace {
  readonly store: Store;
  readonly devices: Devices;
  readonly fetch: typeof globalThis.fetch;
}

function assembleRunner({ loaded, clock, logger, endProgram }: KioskOptions, place: RunnerPlace): Assembled {
  const { store, devices } = place;
  const { config, calendar } = loaded;
  const technician = makeTechnician({ ...place, config, clock, logger, endProgram });
  const setup = makeSetup(loaded);
  const staff = createStaffDirectory(loaded.staff);
  const credentials = createCredentials({ signing: store.keys.signing, staff, log: store.log, randomBytes });
  const widthDots = paperWidthOf(config.printer);
  const papers = createPaperMaker({
    setup,
    widthDots,
    credentials,
    nowMs: () => clock.wallMs(),
    readiness: () => technician.readiness(),
  });
  const parts: RunnerParts = {
    ...compartmentsOf(config),
    log: store.log,
    boards: devices.boards,
    printer: devices.printer,
    power: devices.power,
    safety: devices.safety,
    technician: technician.works,
    clock,
    credentials,
    papers,
    logger,
    setup,
    timing: config.timing,
    softwareVersion: manifest.version,
    seenEmptyBy: config.commissioning?.seenEmptyBy,
    timesOf: (procedureId, droppedAtMs) => depositTimes(loaded, procedureId, { droppedAtMs }),
    counterOpensAtMs: (nowMs) => counterOpensAtMs(calendar, nowMs),
    randomId: () => randomBytes(16).toString("hex"),
    isWallTimeTrusted: () => isWallTimeTrusted(clock),
  };
  return { runner: new Runner(parts), parts, papers, technician };
}

function startDesk({ loaded, clock }: KioskOptions, devices: Devices, network: DeskNetwork): Desk | undefined {
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
    clock,
    memoryPath: join(config.dataDir, "desk-cabinet.json"),
    backOfficeUrl: config.backOffice?.url,
    cutPower: () => process.kill(process.pid, "SIGKILL"),
  });
}

interface ChannelParts extends Assembled {
  readonly store: Store;
  readonly desk: Desk | undefined;
}

function openChannel({ loaded, clock, logger }: KioskOptions, parts: ChannelParts): Promise<Channel> {
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

interface SyncParts {
  readonly store: Store;
  readonly runner: Runner;
  readonly fetch: typeof globalThis.fetch;
}

/** Without a back office in the configuration the kiosk works alone, and its log waits. */
function startSync(
  { loaded, clock, logger }: KioskOptions,
  { store, runner, fetch }: SyncParts,
): SyncClient | undefined {
  const { backOffice, kioskNumber } = loaded.config;
  if (backOffice === undefined) return undefined;
  const now = () => ({ atMs: clock.wallMs(), isTimeTrusted: isWallTimeTrusted(clock) });
  const sync = createSyncClient({
    store: createSyncStore({
      ...store,
      now,
      onAppended: () => runner.publish(),
      onOrderPassedOver: (order) =>
        logger.warn({ order }, "An order names a dossier that is not here; it was passed over."),
    }),
    fetch,
    clock,
    random: Math.random,
    key: store.keys.signing.privateJwk,
    kioskNumber,
    baseUrl: backOffice.url,
    enrolmentCode: backOffice.enrolmentCode,
    logger,
    onStatus: ({ status }) => runner.setNetwork(status === "online" ? "online" : "offline"),
  });
  runner.onEvents(() => sync.poke());
  sync.start();
  return sync;
}
