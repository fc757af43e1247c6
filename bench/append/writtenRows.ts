import { assert } from "#core/base/assert.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import { compartmentOf } from "#core/register/register.ts";
import type { WritableDb } from "#db/connection.ts";
import type { KioskLog } from "#db/eventLog/openEventLog.ts";
import { PROJECTION_VERSION } from "#db/eventLog/projections.ts";
import { type EventRow, selectEventsAfter } from "#db/queries/event.ts";
import { selectUnfinishedVisit } from "#db/queries/unfinishedVisit.ts";

/** Every row that one append wrote. */
export interface WrittenRows {
  readonly event: EventRow;
  readonly head: readonly [position: number, hash: string, projectionVersion: number];
  readonly compartment: readonly [key: string, body: string];
  /** Sealed; undefined where the append kept none. */
  readonly visit: string | undefined;
}

/** The rows that the latest append wrote, so that the same can be written elsewhere. `about`: whose door it was. */
export function readWrittenRows(db: WritableDb, log: KioskLog, about: CompartmentNumber): WrittenRows {
  const [event] = selectEventsAfter(db, log.lastSeq - 1, { limit: 1 });
  const visit = selectUnfinishedVisit(db);
  assert(event, "The append left no event.");
  const compartment = [String(about), JSON.stringify(compartmentOf(log.register, about))] as const;
  return { event, head: [event.position, event.hash, PROJECTION_VERSION], compartment, visit };
}
