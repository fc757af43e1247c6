import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseError, type WritableDb } from "#db/connection.ts";
import { type KioskLog, openEventLog } from "#db/eventLog/openEventLog.ts";
import { openDatabase } from "#db/open.ts";
import { selectLastEvent } from "#db/queries/event.ts";
import { proveWritable } from "#db/queries/logIdentity.ts";
import { troubleOf } from "#db/trouble.ts";
import type { LoadedConfig } from "./config/loadConfig.ts";
import { loadOfficeBox } from "./keys/officeBox.ts";
import { type KioskKeys, openKeys } from "./keys/openKeys.ts";
import { DiskReserve } from "./storeHealth/diskReserve.ts";
import { GuardedLog } from "./storeHealth/guardedLog.ts";
import { NewestEventNote } from "./storeHealth/newestEventNote.ts";
import { asStoreTrouble, StoreTrouble } from "./storeHealth/storeTrouble.ts";

/** What a kiosk keeps: its log and its keys. */
export interface Store {
  readonly db: WritableDb;
  readonly log: KioskLog;
  readonly keys: KioskKeys;
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

type StorePlace = Pick<LoadedConfig["config"], "dataDir" | "keysDir" | "diskReserveBytes">;

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
  heal: Heal = async () => "notPossible",
): Promise<GuardedStore> {
  const path = databasePath(place);
  try {
    return await open(place, randomBytes);
  } catch (error) {
    const trouble = asStoreTrouble(error, path);
    if (trouble?.reason !== "damaged") throw trouble ?? error;
    if ((await heal(path)) === "notPossible") throw trouble;
  }
  return open(place, randomBytes);
}

async function open(place: StorePlace, randomBytes: (count: number) => Uint8Array): Promise<GuardedStore> {
  const { dataDir, keysDir, diskReserveBytes } = place;
  const path = databasePath(place);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  refuseLostDatabase(path, keysDir);
  const sealToOffice = await loadOfficeBox(randomBytes);
  const mintLogId = () => Buffer.from(randomBytes(16)).toString("hex");
  const { db, close } = openDatabase({ path, mintLogId });
  try {
    // Keys are made for an empty log only: made later, they would hide that the old ones were lost.
    const keys = openKeys(keysDir, { mayCreate: selectLastEvent(db) === undefined, randomBytes });
    const reserve = new DiskReserve({ path: join(dataDir, "reserve"), bytes: diskReserveBytes, randomBytes });
    const note = new NewestEventNote(`${path}.newest`);
    const opened = openEventLog({ db, keys, randomBytes, sealToOffice });
    refuseLostEnd(opened, note, path);
    proveDisk(db, reserve);
    const log = new GuardedLog(opened, { reserve, note });
    return {
      db,
      log,
      keys,
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

/** A log that was in use and is gone must not become an empty one: the compartments would be thought to be new. */
function refuseLostDatabase(path: string, keysDir: string): void {
  const isThere = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
  if (isThere || !existsSync(keysDir) || !readdirSync(keysDir).some((name) => name.endsWith(".key"))) return;
  throw new StoreTrouble(
    "missing",
    `The database ${path} is missing or empty, but the keys of its log are there. Nothing was changed. ` +
      "Put the file back, or restore it: npm run -s kioskctl -- restore",
  );
}

/** A file that was cut off, or whose write-ahead file is gone or damaged, may look whole and be too old. */
function refuseLostEnd(
  log: { readonly logId: string; readonly lastSeq: number },
  note: NewestEventNote,
  path: string,
): void {
  const known = note.read();
  if (known === undefined || known.logId !== log.logId || known.seq <= log.lastSeq) return;
  throw new DatabaseError(
    "damaged",
    `The database ${path} is damaged: events ${log.lastSeq + 1} to ${known.seq} are missing at the end of its log. ` +
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
