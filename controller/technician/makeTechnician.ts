import type { Clock } from "#core/interfaces/clock.ts";
import { selectSyncState } from "#db/queries/syncState.ts";
import manifest from "../../package.json" with { type: "json" };
import type { LoadedConfig } from "../config/loadConfig.ts";
import { compartmentsOf, type Devices } from "../devices.ts";
import type { Logger } from "../logger.ts";
import { paperWidthOf } from "../papers/paperWidth.ts";
import { testPicture } from "../papers/testPicture.ts";
import type { Store } from "../store.ts";
import type { Surroundings } from "../surroundings.ts";
import { isWallTimeTrusted } from "../trustedTime.ts";
import { createTechnician, type TechnicianStation } from "./createTechnician.ts";
import { createCommissioning } from "./startCommissioning.ts";

/** Longest time for an answer of the back office, milliseconds. */
const OFFICE_WITHIN_MS = 10_000;

export interface TechnicianPlace {
  readonly config: LoadedConfig["config"];
  /** Time, the check of a log, and the way to the back office: on a desk somebody may pull its cable. */
  readonly surroundings: Pick<Surroundings, "clock" | "fetch" | "verifyLog">;
  readonly logger: Logger;
  readonly store: Store;
  readonly devices: Devices;
  readonly endProgram: () => void;
}

/** Puts technician mode together from the kiosk's configuration. */
export function makeTechnician(place: TechnicianPlace): TechnicianStation {
  const { config, surroundings, logger, store, devices, endProgram } = place;
  const { clock, verifyLog } = surroundings;
  const { dataDir, kioskNumber, office, timing, backOffice, printer } = config;
  return createTechnician({
    clock,
    logger,
    store,
    devices,
    locks: compartmentsOf(config).locks,
    dataDir,
    kioskNumber,
    officeName: office.name.vi,
    timeZone: office.timeZone,
    softwareVersion: manifest.version,
    clientsMs: timing.clientsMs,
    testPage: () => testPicture({ widthDots: paperWidthOf(printer), timeZone: office.timeZone, nowMs: clock.wallMs() }),
    isWallTimeTrusted: () => isWallTimeTrusted(clock),
    queue: () => queueOf(store, clock),
    verifyLog,
    reachOffice: backOffice && (() => reachOffice(backOffice.url, surroundings)),
    commissioning: createCommissioning({ config, clock, store, devices, endProgram }),
  });
}

/** Events that the back office has not acknowledged, and how old the oldest of them is. */
function queueOf(store: Store, clock: Clock): { readonly length: number; readonly ageMs?: number | undefined } {
  const acknowledged = selectSyncState(store.db).acknowledgedUpTo;
  const length = Math.max(0, store.log.lastSeq - acknowledged);
  const [oldest] = length === 0 ? [] : store.log.eventsAfter(acknowledged, 1);
  return { length, ...(oldest === undefined ? {} : { ageMs: Math.max(0, clock.wallMs() - oldest.atMs) }) };
}

/** Any answer proves the way there; what it says is the sync's business. Undefined where none came. */
async function reachOffice(
  url: string,
  { fetch, clock }: Pick<Surroundings, "fetch" | "clock">,
): Promise<number | undefined> {
  const startMs = clock.monotonicMs();
  const limit = new AbortController();
  const cancel = clock.after(OFFICE_WITHIN_MS, () => limit.abort());
  try {
    await fetch(url, { method: "HEAD", signal: limit.signal });
    return clock.monotonicMs() - startMs;
  } catch {
    // Not reached is this test's result.
    return undefined;
  } finally {
    cancel();
  }
}
