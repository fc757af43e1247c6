import { join } from "node:path";
import type { WritableDb } from "#db/connection.ts";
import { type KioskLog, openEventLog } from "#db/eventLog/openEventLog.ts";
import { openDatabase } from "#db/open.ts";
import { selectLastEvent } from "#db/queries/event.ts";
import type { LoadedConfig } from "./config/loadConfig.ts";
import { makeFolderDurably } from "./keys/durableFile.ts";
import { loadOfficeBox } from "./keys/officeBox.ts";
import { type KioskKeys, openKeys } from "./keys/openKeys.ts";

/** What a kiosk keeps: its log and its keys. */
export interface Store {
  readonly db: WritableDb;
  readonly log: KioskLog;
  readonly keys: KioskKeys;
  close(): void;
}

/** Opens log and keys, or makes them at the very first start. Throws with a sentence where they cannot be used. */
export async function openStore(
  { dataDir, keysDir }: Pick<LoadedConfig["config"], "dataDir" | "keysDir">,
  randomBytes: (count: number) => Uint8Array,
): Promise<Store> {
  makeFolderDurably(dataDir);
  const mintLogId = () => Buffer.from(randomBytes(16)).toString("hex");
  const { db, close } = openDatabase({ path: join(dataDir, "kiosk.db"), mintLogId });
  // Keys are made for an empty log only: made later, they would hide that the old ones were lost.
  const keys = openKeys(keysDir, { mayCreate: selectLastEvent(db) === undefined, randomBytes });
  const log = openEventLog({ db, keys, randomBytes, sealToOffice: await loadOfficeBox(randomBytes) });
  return {
    db,
    log,
    keys,
    close: () => {
      log.close();
      close();
    },
  };
}
