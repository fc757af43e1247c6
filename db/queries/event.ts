import type { StoredEvent } from "#core/events/event.ts";
import type { ReadableDb, WritableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** An event as its row holds it: its place over all logs; log id and sequence number follow from `log_segment`. */
export type EventRow = Omit<StoredEvent, "logId" | "seq"> & { readonly position: number };

type RawRow = Omit<EventRow, "isTimeTrusted"> & { readonly isTimeTrusted: number };

const COLUMNS =
  "position, type, version, at_ms AS atMs, is_time_trusted AS isTimeTrusted, payload, sealed, previous_hash AS previousHash, hash";

export function insertEvent(db: WritableDb, event: EventRow): void {
  statement(db, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
    event.position,
    event.type,
    event.version,
    event.atMs,
    event.isTimeTrusted ? 1 : 0,
    event.payload,
    event.sealed,
    event.previousHash,
    event.hash,
  );
}

/** The newest event, or undefined in an empty log. */
export function selectLastEvent(db: ReadableDb): EventRow | undefined {
  const row = statement<RawRow>(db, `SELECT ${COLUMNS} FROM event ORDER BY position DESC LIMIT 1`).get();
  return row && fromRaw(row);
}

/** Events from one place to another, both included, in order. */
export function selectEventsBetween(db: ReadableDb, from: number, to: number): EventRow[] {
  return statement<RawRow>(db, `SELECT ${COLUMNS} FROM event WHERE position BETWEEN ? AND ? ORDER BY position`)
    .all(from, to)
    .map(fromRaw);
}

/** At most `limit` events from the place after `position` on, in order, over all logs. */
export function selectEventsAfter(db: ReadableDb, position: number, options: { readonly limit: number }): EventRow[] {
  return statement<RawRow>(db, `SELECT ${COLUMNS} FROM event WHERE position > ? ORDER BY position LIMIT ?`)
    .all(position, options.limit)
    .map(fromRaw);
}

/** The highest place ever given out, even if its row was cut off since. */
export function selectHighestPositionEver(db: ReadableDb): number {
  const row = statement<{ seq: number }>(db, "SELECT seq FROM sqlite_sequence WHERE name = 'event'").get();
  return row?.seq ?? 0;
}

/** True for a log that continues another one: its database was restored. Reads the whole log where it was not. */
export function wasRestored(db: ReadableDb): boolean {
  return statement(db, "SELECT 1 FROM event WHERE type = 'logRestored' LIMIT 1").get() !== undefined;
}

function fromRaw(row: RawRow): EventRow {
  return { ...row, isTimeTrusted: row.isTimeTrusted === 1 };
}
