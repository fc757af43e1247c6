import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openKeys } from "#controller/keys/openKeys.ts";
import { createRandomPool } from "#controller/keys/randomPool.ts";
import type { WritableDb } from "#db/connection.ts";
import { type KioskLog, openEventLog } from "#db/eventLog/openEventLog.ts";
import { openDatabase } from "#db/open.ts";

/** A database with the log's tables and pragmas, in this folder. */
export function openFile(folder: string, name: string): { readonly db: WritableDb; readonly close: () => void } {
  return openDatabase({ path: join(folder, name), mintLogId: () => randomBytes(16).toString("hex") });
}

/** The kiosk's own log over this database, with keys of its own. */
export function openLog(db: WritableDb, folder: string): KioskLog {
  const keys = openKeys(join(folder, "keys"), { mayCreate: true, randomBytes, masterKey: "file" });
  return openEventLog({ db, keys, randomBytes: createRandomPool() });
}
