import type { CompartmentRecord } from "#core/register/records.ts";
import type { WritableDb } from "#db/connection.ts";
import { PROJECTION_VERSION } from "#db/eventLog/projections.ts";
import { type EventRow, selectEventsAfter } from "#db/queries/event.ts";
import { selectUnfinishedVisit } from "#db/queries/unfinishedVisit.ts";

/** Every row that one append wrote. */
export interface WrittenRows {
  readonly event: EventRow;
  readonly head: readonly [seq: number, hash: string, projectionVersion: number];
  readonly compartment: readonly [key: string, body: string];
  /** Sealed. Of the appends of a block the last one's, which is as long as the others'. */
  readonly visit: string;
}

/**
 * The rows that the latest appends wrote, one an append, so that the same can be written elsewhere. `changed`: what each
 * append made of its compartment.
 */
export function readRows(db: WritableDb, changed: readonly CompartmentRecord[], lastSeq: number): WrittenRows[] {
  const visit = selectUnfinishedVisit(db) ?? "";
  const events = selectEventsAfter(db, lastSeq - changed.length, { limit: changed.length });
  return events.flatMap((event, index) => {
    const record = changed[index];
    if (record === undefined) return [];
    const compartment = [String(record.compartmentNumber), JSON.stringify(record)] as const;
    return [{ event, head: [event.seq, event.hash, PROJECTION_VERSION] as const, compartment, visit }];
  });
}
