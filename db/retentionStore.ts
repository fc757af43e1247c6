import { checkpoint } from "./checkpoint.ts";
import type { WritableDb } from "./connection.ts";
import { deleteKeyShares, type KeyShareRow, selectEndedKeys, selectLiveKeys } from "./queries/keyShare.ts";

/** What the end of retention needs of the database besides the log. */
export interface RetentionStore {
  /** Every key under which this log sealed something and that was not destroyed, with the first event that it sealed. */
  liveKeys(): readonly KeyShareRow[];
  /** Of these, the keys whose end is in the log already. */
  endedKeys(): readonly string[];
  /** The keys are destroyed: nothing is known of them any more, and what records said before is off the disk. */
  forgetKeys(dossierIds: readonly string[]): void;
}

export function createRetentionStore(db: WritableDb): RetentionStore {
  return {
    liveKeys: () => selectLiveKeys(db),
    endedKeys: () => selectEndedKeys(db),
    forgetKeys: (dossierIds) => {
      deleteKeyShares(db, dossierIds);
      // The write-ahead file still holds what the records said before.
      checkpoint(db);
    },
  };
}
