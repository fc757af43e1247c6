import type { StoredEvent } from "#core/events/event.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { BackupFacts } from "#core/readiness/backupLine.ts";
import type { WritableDb } from "#db/connection.ts";
import { eventsOfSegment } from "#db/eventLog/storedEvents.ts";
import { segmentToSend, unsentEvents } from "#db/syncQueue.ts";
import { troubleOf } from "#db/trouble.ts";
import manifest from "../../package.json" with { type: "json" };
import type { LoadedConfig } from "../config/loadConfig.ts";
import { compartmentsOf, type Devices } from "../devices.ts";
import type { Logger } from "../logger.ts";
import { paperWidthOf } from "../papers/paperWidth.ts";
import { testPicture } from "../papers/testPicture.ts";
import type { Store } from "../store.ts";

import type { Surroundings } from "../surroundings.ts";
import type { Timekeeper } from "../time/timekeeper.ts";

import { createTechnician, type TechnicianStation } from "./createTechnician.ts";
import { createCommissioning } from "./startCommissioning.ts";

/** Longest time for an answer of the back office, milliseconds. */
const OFFICE_WITHIN_MS = 10_000;

export interface TechnicianPlace {
  readonly config: LoadedConfig["config"];
  /** Time, the check of a log, and the way to the back office: on a desk somebody may pull its cable. */
  readonly surroundings: Pick<Surroundings, "clock" | "fetch" | "verifyLog" | "freeBytes">;
  readonly time: Timekeeper;
  readonly logger: Logger;
  readonly store: Store;
  readonly devices: Devices;
  readonly endProgram: () => void;
  /** How backups stand; absent where none are made. */
  readonly backupFacts?: (() => BackupFacts) | undefined;
}

/** Puts technician mode together from the kiosk's configuration. */
export function makeTechnician(place: TechnicianPlace): TechnicianStation {
  const { config, surroundings, logger, store, devices, endProgram } = place;
  const { clock, verifyLog, freeBytes } = surroundings;
  const { dataDir, kioskNumber, office, timing, backOffice, printer } = config;
  return createTechnician({
    clock,
    logger,
    store,
    devices,
    locks: compartmentsOf(config).locks,
    dataDir,
    freeBytes,
    kioskNumber,
    officeName: office.name.vi,
    timeZone: office.timeZone,
    softwareVersion: manifest.version,
    clientsMs: timing.clientsMs,
    testPage: () => testPicture({ widthDots: paperWidthOf(printer), timeZone: office.timeZone, nowMs: clock.wallMs() }),
    time: place.time,
    isWallTimeTrusted: () => place.time.isTrusted(),
    queue: () => queueOf(store, clock, place.time),
    verifyLog,
    reachOffice: backOffice && (() => reachOffice(backOffice.url, surroundings)),
    backupFacts: place.backupFacts,
    commissioning: createCommissioning({ config, clock, store, devices, endProgram }),
  });
}

/** Events that the back office has not acknowledged, and how old the oldest of them is. */
function queueOf(
  { db }: Pick<Store, "db">,
  clock: Clock,
  time: Timekeeper,
): { readonly length: number; readonly ageMs?: number | undefined } {
  const length = unsentEvents(db);
  const oldest = length === 0 ? undefined : oldestUnsent(db);
  // Between two times one of which may be wrong there is no age.
  if (oldest === undefined || !oldest.isTimeTrusted || !time.isTrusted()) return { length };
  return { length, ageMs: Math.max(0, clock.wallMs() - oldest.atMs) };
}

/** Undefined too where a damaged page hides it: the view goes on without its age. */
function oldestUnsent(db: WritableDb): StoredEvent | undefined {
  try {
    const segment = segmentToSend(db);
    return segment && eventsOfSegment(db, segment, { seq: segment.acknowledgedUpTo, limit: 1 })[0];
  } catch (error) {
    if (troubleOf(error) === undefined) throw error;
    return undefined;
  }
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
