import { createSyncStore } from "#db/syncStore.ts";
import { createSyncClient, type SyncClient } from "#sync/syncClient.ts";
import manifest from "../package.json" with { type: "json" };
import type { LoadedConfig } from "./config/loadConfig.ts";
import { createCredentials } from "./credentials/runnerCredentials.ts";
import { createStaffDirectory } from "./credentials/staff.ts";
import { compartmentsOf, type Devices } from "./devices.ts";
import type { Logger } from "./logger.ts";
import { createPaperMaker, type KeepingPaperMaker } from "./papers/paperMaker.ts";
import { paperWidthOf } from "./papers/paperWidth.ts";
import type { RunnerParts } from "./runner/parts.ts";
import { Runner } from "./runner/runner.ts";
import { counterOpensAtMs, depositTimes, makeSetup } from "./setup.ts";
import type { Store } from "./store.ts";
import type { Surroundings } from "./surroundings.ts";
import type { TechnicianStation } from "./technician/createTechnician.ts";
import { makeTechnician } from "./technician/makeTechnician.ts";
import { isWallTimeTrusted } from "./trustedTime.ts";

export interface AssemblyParts {
  readonly loaded: LoadedConfig;
  readonly surroundings: Surroundings;
  readonly store: Store;
  readonly devices: Devices;
  readonly logger: Logger;
  /** Ends the program on purpose; whoever supervises it starts it anew. */
  readonly endProgram: () => void;
  /** Between two requests to the back office while there is nothing to send, milliseconds; the sync's own by default. */
  readonly syncIdleMs?: number;
}

/** A kiosk put together, not started: everything but the ways in from outside (channel, control, scanners). */
export interface Assembly {
  readonly runner: Runner;
  readonly parts: RunnerParts;
  readonly papers: KeepingPaperMaker;
  readonly technician: TechnicianStation;
}

/** Puts the heart of a kiosk together from its configuration. Nothing runs yet. */
export function assembleKiosk(assembly: AssemblyParts): Assembly {
  const { loaded, surroundings, store, devices, logger } = assembly;
  const { clock, randomBytes, derive, fetch } = surroundings;
  const { config, calendar } = loaded;
  const technician = makeTechnician({ ...assembly, config, clock, fetch });
  const setup = makeSetup(loaded);
  const staff = createStaffDirectory(loaded.staff, derive);
  const credentials = createCredentials({ signing: store.keys.signing, staff, log: store.log, randomBytes, derive });
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
    randomId: () => Buffer.from(randomBytes(16)).toString("hex"),
    isWallTimeTrusted: () => isWallTimeTrusted(clock),
  };
  return { runner: new Runner(parts), parts, papers, technician };
}

/** Without a back office in the configuration the kiosk works alone, and its log waits. */
export function startSync(
  { loaded, surroundings, store, logger, syncIdleMs }: AssemblyParts,
  runner: Runner,
): SyncClient | undefined {
  const { clock, fetch, random } = surroundings;
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
    random,
    key: store.keys.signing,
    kioskNumber,
    baseUrl: backOffice.url,
    enrolmentCode: backOffice.enrolmentCode,
    logger,
    ...(syncIdleMs !== undefined && { idleMs: syncIdleMs }),
    onStatus: ({ status }) => runner.setNetwork(status === "online" ? "online" : "offline"),
  });
  runner.onEvents(() => sync.poke());
  sync.start();
  return sync;
}
