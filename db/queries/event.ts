import type { StoredEvent } from "#core/events/event.ts";
import type { ReadableDb, WritableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** An event as its row holds it: the log id stands once, in `log_identity`. */
export type EventRow = Omit<StoredEvent, "logId">;

type RawRow = Omit<EventRow, "isTimeTrusted"> & { readonly isTimeTrusted: number };

const COLUMNS =
  "seq, type, version, at_ms AS atMs, is_time_trusted AS isTimeTrusted, payload, sealed, previous_hash AS previousHash, hash";

export function insertEvent(db: WritableDb, event: EventRow): void {
  statement(db, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
    event.seq,
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
  const row = statement<RawRow>(db, `SELECT ${COLUMNS} FROM event ORDER BY seq DESC LIMIT 1`).get();
  return row && fromRaw(row);
}

/** At most `limit` events from `afterSeq` + 1 on, in order. */
export function selectEventsAfter(db: ReadableDb, afterSeq: number, options: { readonly limit: number }): EventRow[] {
  return statement<RawRow>(db, `SELECT ${COLUMNS} FROM event WHERE seq > ? ORDER BY seq LIMIT ?`)
    .all(afterSeq, options.limit)
    .map(fromRaw);
}

/** The highest number ever given out, even if its row was cut off since. */
export function selectHighestSeqEver(db: ReadableDb): number {
  const row = statement<{ seq: number }>(db, "SELECT seq FROM sqlite_sequence WHERE name = 'event'").get();
  return row?.seq ?? 0;
}

/** True for a log that continues another one: its database was restored. Reads the whole log where it was not. */
export function wasRestored(db: ReadableDb): boolean {
  return statement(db, "SELECT 1 FROM event WHERE type = 'logRestored' LIMIT 1").get() !== undefined;
}

/** True where the log holds the dossier's key, sealed for this office key. */
export function isKeyShared(db: ReadableDb, dossierId: string, officeKeyId: string): boolean {
  const found = statement(
    db,
    `SELECT 1 FROM event WHERE type = 'dossierKeyShared'
       AND json_extract(payload, '$.dossierId') = ? AND json_extract(payload, '$.officeKeyId') = ? LIMIT 1`,
  ).get(dossierId, officeKeyId);
  return found !== undefined;
}

/** Every dossier that has a personal part in the log, oldest first. Reads the whole log. */
export function selectSealedDossierIds(db: ReadableDb): string[] {
  return statement<{ dossierId: string }>(
    db,
    `SELECT json_extract(payload, '$.dossierId') AS dossierId FROM event
       WHERE sealed IS NOT NULL GROUP BY 1 ORDER BY min(seq)`,
  )
    .all()
    .map(({ dossierId }) => dossierId);
}

function fromRaw(row: RawRow): EventRow {
  return { ...row, isTimeTrusted: row.isTimeTrusted === 1 };
}
