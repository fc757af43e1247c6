import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { SealToOffice } from "#core/interfaces/keyStore.ts";
import type { WritableDb } from "#db/connection.ts";
import { type KioskLog, openEventLog } from "#db/eventLog/openEventLog.ts";
import { openDatabase } from "#db/open.ts";
import { selectLastEvent } from "#db/queries/event.ts";
import type { LoadedConfig } from "./config/loadConfig.ts";
import { loadOfficeBox } from "./keys/officeBox.ts";
import { type KioskKeys, openKeys } from "./keys/openKeys.ts";

/** What a kiosk keeps: its log and its keys. */
export interface Store {
  readonly db: WritableDb;
  readonly log: KioskLog;
  readonly keys: KioskKeys;
  readonly sealToOffice: SealToOffice;
  close(): void;
}

/** Opens log and keys, or makes them at the very first start. Throws with a sentence where they cannot be used. */
export async function openStore(
  { dataDir, keysDir, keys: { masterKey } }: Pick<LoadedConfig["config"], "dataDir" | "keysDir" | "keys">,
  randomBytes: (count: number) => Uint8Array,
  note?: (sentence: string) => void,
): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const mintLogId = () => Buffer.from(randomBytes(16)).toString("hex");
  const { db, close } = openDatabase({ path: join(dataDir, "kiosk.db"), mintLogId });
  // Keys are made for an empty log only: made later, they would hide that the old ones were lost.
  const keys = openKeys(keysDir, { mayCreate: selectLastEvent(db) === undefined, randomBytes, masterKey });
  const log = openEventLog({ db, keys, randomBytes, note });
  return {
    db,
    log,
    keys,
    sealToOffice: await loadOfficeBox(randomBytes),
    close: () => {
      log.close();
      close();
    },
  };
}
