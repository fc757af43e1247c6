import { checkpoint } from "./checkpoint.ts";
import type { WritableDb } from "./connection.ts";
import { seqFrom } from "./eventLog/storedEvents.ts";
import { deleteKeyShares, selectEndedKeys, selectLiveKeys } from "./queries/keyShare.ts";
import { selectNewestSegment } from "./queries/logSegment.ts";

/** A key that was not destroyed, with the number of the first event that it sealed, 1 where that is in an earlier log. */
export interface LiveKey {
  readonly dossierId: string;
  readonly fromSeq: number;
}

/** What the end of retention needs of the database besides the log. */
export interface RetentionStore {
  /** Every key under which this log sealed something and that was not destroyed, with the first event that it sealed. */
  liveKeys(): readonly LiveKey[];
  /** Of these, the keys whose end is in the log already. */
  endedKeys(): readonly string[];
  /** The keys are destroyed: nothing is known of them any more, and what records said before is off the disk. */
  forgetKeys(dossierIds: readonly string[]): void;
}

export function createRetentionStore(db: WritableDb): RetentionStore {
  return {
    liveKeys: () => {
      const newest = selectNewestSegment(db);
      return selectLiveKeys(db).map(({ dossierId, fromPosition }) => {
        return { dossierId, fromSeq: newest === undefined ? 1 : seqFrom(fromPosition, newest) };
      });
    },
    endedKeys: () => selectEndedKeys(db),
    forgetKeys: (dossierIds) => {
      deleteKeyShares(db, dossierIds);
      // The write-ahead file still holds what the records said before.
      checkpoint(db);
    },
  };
}
