import type { ReadableDb, WritableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** One log of this kiosk and where its events stand. */
export interface LogSegment {
  /** 1, 2, 3 … in the order in which the logs follow each other. */
  readonly ordinal: number;
  readonly logId: string;
  /** Place of its first event in the table. */
  readonly firstPosition: number;
  /** Place of its last event; one below `firstPosition` while it has none. */
  readonly lastPosition: number;
  /** Sequence number of its last event, 0 while it has none. */
  readonly lastSeq: number;
  /** The back office has its events up to this sequence number. */
  readonly acknowledgedUpTo: number;
}

/** Every log of this file, oldest first; none in a file that is only just being made. */
export function selectSegments(db: ReadableDb): LogSegment[] {
  return statement<Omit<LogSegment, "lastSeq">>(
    db,
    `SELECT ordinal, log_id AS logId, first_position AS firstPosition, acknowledged_up_to AS acknowledgedUpTo,
       coalesce((SELECT min(later.first_position) FROM log_segment later WHERE later.ordinal > own.ordinal) - 1,
         max((SELECT coalesce(max(position), 0) FROM event), first_position - 1)) AS lastPosition
     FROM log_segment own ORDER BY ordinal`,
  )
    .all()
    .map((row) => ({ ...row, lastSeq: row.lastPosition - row.firstPosition + 1 }));
}

/** The log that is written to: the one that began last. Undefined in a file that is only just being made. */
export function selectNewestSegment(db: ReadableDb): LogSegment | undefined {
  return selectSegments(db).at(-1);
}

/** Begins a log after the last event; the first log of a file or one that continues another. */
export function insertSegment(db: WritableDb, log: { readonly logId: string; readonly firstPosition: number }): void {
  statement(
    db,
    `INSERT INTO log_segment
       SELECT coalesce(max(ordinal), 0) + 1, ?, ?, 0 FROM log_segment`,
  ).run(log.logId, log.firstPosition);
}

export function updateAcknowledged(db: WritableDb, logId: string, seq: number): void {
  statement(db, "UPDATE log_segment SET acknowledged_up_to = ? WHERE log_id = ?").run(seq, logId);
}

/** Writes what is there already, to find out whether the disk takes it. Throws what the disk says. */
export function proveWritable(db: WritableDb): void {
  db.transaction(() => statement(db, "UPDATE log_segment SET log_id = log_id").run()).immediate();
}
