import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SealToOffice } from "#core/interfaces/keyStore.ts";
import { DatabaseError, type WritableDb } from "#db/connection.ts";
import { type KioskLog, openEventLog } from "#db/eventLog/openEventLog.ts";
import { openDatabase } from "#db/open.ts";
import { selectLastEvent, wasRestored } from "#db/queries/event.ts";
import { proveWritable } from "#db/queries/logSegment.ts";
import { troubleOf } from "#db/trouble.ts";
import type { LoadedConfig } from "./config/loadConfig.ts";
import { makeFolderDurably } from "./keys/durableFile.ts";
import { loadOfficeBox } from "./keys/officeBox.ts";
import { type KioskKeys, openKeys } from "./keys/openKeys.ts";
import { DiskReserve } from "./storeHealth/diskReserve.ts";
import { GuardedLog } from "./storeHealth/guardedLog.ts";
import { KeptWriteAhead } from "./storeHealth/keptWriteAhead.ts";
import { type NewestEvent, NewestEventNote } from "./storeHealth/newestEventNote.ts";
import { asStoreTrouble, StoreTrouble } from "./storeHealth/storeTrouble.ts";

/** What a kiosk keeps: its log and its keys. */
export interface Store {
  readonly db: WritableDb;
  readonly log: KioskLog;
  readonly keys: KioskKeys;
  readonly sealToOffice: SealToOffice;
  close(): void;
}

/** A store that says what it meets on its disk. */
export interface GuardedStore extends Store {
  readonly log: GuardedLog;
  /** Room on the disk for the time when there is none. */
  readonly reserve: DiskReserve;
}

/**
 * Mends a database in which nothing is missing, without losing an event: `healed` where another file stands in its place,
 * `notPossible` where it was left alone.
 */
export type Heal = (path: string) => Promise<"healed" | "notPossible">;

export interface OpenStoreOptions {
  readonly heal?: Heal | undefined;
  /** Hears in a sentence what was put in step at opening. */
  readonly note?: ((sentence: string) => void) | undefined;
}

type StorePlace = Pick<LoadedConfig["config"], "dataDir" | "keysDir" | "keys" | "diskReserveBytes">;

/** Where the database of a kiosk lies. */
export function databasePath({ dataDir }: Pick<StorePlace, "dataDir">): string {
  return join(dataDir, "kiosk.db");
}

/**
 * Opens log and keys, or makes them at the very first start. Throws a `StoreTrouble` with a sentence where they cannot be
 * used; then nothing was changed. `heal` is tried once on a damaged database.
 */
export async function openStore(
  place: StorePlace,
  randomBytes: (count: number) => Uint8Array,
  { heal = async () => "notPossible", note = () => {} }: OpenStoreOptions = {},
): Promise<GuardedStore> {
  const path = databasePath(place);
  const writeAhead = new KeptWriteAhead(path);
  try {
    writeAhead.keep();
    const store = await open(place, randomBytes, note);
    writeAhead.forget();
    return store;
  } catch (error) {
    const trouble = asStoreTrouble(error, path);
    if (trouble?.reason === "inUse") writeAhead.forget();
    if (trouble?.reason !== "damaged") throw trouble ?? error;
    if ((await heal(path)) === "notPossible") throw trouble;
  }
  const store = await open(place, randomBytes, note);
  writeAhead.forget();
  return store;
}

async function open(
  place: StorePlace,
  randomBytes: (count: number) => Uint8Array,
  tell: (sentence: string) => void,
): Promise<GuardedStore> {
  const { dataDir, keysDir, diskReserveBytes } = place;
  const path = databasePath(place);
  makeFolderDurably(dataDir);
  const note = new NewestEventNote(`${path}.newest`);
  const mustHoldLog = hasKeys(keysDir) || note.read() !== undefined;
  if (mustHoldLog && isEmpty(path)) throw missing(path);
  const sealToOffice = await loadOfficeBox(randomBytes);
  const mintLogId = () => Buffer.from(randomBytes(16)).toString("hex");
  const { db, close } = openDatabase({ path, mintLogId, mustHoldLog });
  try {
    // Keys are made for an empty log only: made later, they would hide that the old ones were lost.
    const keys = openKeys(keysDir, {
      mayCreate: selectLastEvent(db) === undefined,
      randomBytes,
      masterKey: place.keys.masterKey,
    });
    const reserve = new DiskReserve({ path: join(dataDir, "reserve"), bytes: diskReserveBytes, randomBytes });
    const opened = openEventLog({ db, keys, randomBytes, note: tell });
    refuseLostEnd(opened, note.read(), db);
    proveDisk(db, reserve);
    const log = new GuardedLog(opened, { reserve, note });
    return {
      db,
      log,
      keys,
      sealToOffice,
      reserve,
      close: () => {
        log.close();
        close();
      },
    };
  } catch (error) {
    close();
    throw asStoreTrouble(error, path) ?? error;
  }
}

function hasKeys(keysDir: string): boolean {
  return existsSync(keysDir) && readdirSync(keysDir).some((name) => name.startsWith("ring."));
}

function isEmpty(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

/** A log that was in use and is gone must not become an empty one: the compartments would be thought to be new. */
function missing(path: string): StoreTrouble {
  return new StoreTrouble(
    "missing",
    `The database ${path} is missing or empty, but there was a log: its keys are there. Nothing was changed. ` +
      "Put the file back, or restore it from a backup.",
  );
}

/** A file that was cut off, or whose write-ahead file is gone or damaged, may look whole and be too old. */
function refuseLostEnd(log: KioskLog, known: NewestEvent | undefined, db: WritableDb): void {
  if (known === undefined) return;
  const isContinued = known.logId !== log.logId && wasRestored(db);
  if (isContinued || (known.logId === log.logId && known.seq <= log.lastSeq)) return;
  throw new DatabaseError(
    "damaged",
    `The database ${db.name} is damaged: its log ends at event ${log.lastSeq}, and event ${known.seq} was known. ` +
      "Nothing was changed. Keep a copy of the file, then run: npm run -s kioskctl -- log repair",
  );
}

/** Opening reads only: whether the disk takes a byte is found out before citizens come. */
function proveDisk(db: WritableDb, reserve: DiskReserve): void {
  try {
    proveWritable(db);
  } catch (error) {
    if (troubleOf(error) !== "diskFull" || !reserve.release()) throw error;
    proveWritable(db);
  }
}
