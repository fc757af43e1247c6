import type { Database } from "better-sqlite3";
import type { StoredEvent } from "#core/events/event.ts";
import type { LogHead } from "../../../intake/judgeBatch.ts";
import { eventLinks } from "../../../register/eventLinks.ts";
import type { DossierRef, ReceivedEvent } from "../../officeStore.ts";
import type { LogRow } from "../../rows.ts";
import { statement } from "../statement.ts";

const COLUMNS = `e.received_id AS receivedId, e.kiosk_number AS kioskNumber, e.log_id AS logId, e.seq, e.type, e.version,
  e.at_ms AS atMs, e.is_time_trusted AS isTimeTrusted, e.payload, e.sealed, e.previous_hash AS previousHash, e.hash,
  p.reason AS parkedReason`;
const FROM = "FROM events e LEFT JOIN parked_events p USING (received_id)";

type Row = Omit<ReceivedEvent, "isTimeTrusted"> & { readonly isTimeTrusted: number };

/** The newest stored event of a log; undefined for a log that was never seen. */
export function logHead(db: Database, kioskNumber: number, logId: string): LogHead | undefined {
  return statement<[number, string], LogHead>(
    db,
    "SELECT head_seq AS seq, head_hash AS hash FROM logs WHERE kiosk_number = ? AND log_id = ?",
  ).get(kioskNumber, logId);
}

/** True where the kiosk sent events of another log before. */
export function hasOtherLog(db: Database, kioskNumber: number, logId: string): boolean {
  const query = statement<[number, string]>(db, "SELECT 1 FROM logs WHERE kiosk_number = ? AND log_id <> ? LIMIT 1");
  return query.get(kioskNumber, logId) !== undefined;
}

export function setLogHead(
  db: Database,
  log: { readonly kioskNumber: number; readonly logId: string },
  head: LogHead & { readonly nowMs: number },
): void {
  statement(
    db,
    `INSERT INTO logs (kiosk_number, log_id, head_seq, head_hash, first_seen_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET head_seq = excluded.head_seq, head_hash = excluded.head_hash`,
  ).run(log.kioskNumber, log.logId, head.seq, head.hash, head.nowMs);
}

/** Logs of a kiosk in the order in which the first event of each came in. */
export function logsOf(db: Database, kioskNumber: number): LogRow[] {
  const sql = `SELECT l.log_id AS logId, l.head_seq AS lastSeq, l.head_hash AS hash FROM logs l
    JOIN events e ON e.kiosk_number = l.kiosk_number AND e.log_id = l.log_id AND e.seq = 1
    WHERE l.kiosk_number = ? ORDER BY e.received_id`;
  return statement<[number], LogRow>(db, sql).all(kioskNumber);
}

/** Events of a log above `afterSeq` in the shape in which they came. */
export function eventsOfLogAfter(
  db: Database,
  log: { readonly kioskNumber: number; readonly logId: string },
  page: { readonly afterSeq: number; readonly limit: number },
): StoredEvent[] {
  const sql = `SELECT log_id AS logId, seq, type, version, at_ms AS atMs, is_time_trusted AS isTimeTrusted, payload, sealed,
      previous_hash AS previousHash, hash
    FROM events WHERE kiosk_number = ? AND log_id = ? AND seq > ? ORDER BY seq LIMIT ?`;
  return statement<
    [number, string, number, number],
    Omit<StoredEvent, "isTimeTrusted"> & { readonly isTimeTrusted: number }
  >(db, sql)
    .all(log.kioskNumber, log.logId, page.afterSeq, page.limit)
    .map((row) => ({ ...row, isTimeTrusted: row.isTimeTrusted === 1 }));
}

export function hashAt(db: Database, kioskNumber: number, logId: string): (seq: number) => string | undefined {
  const query = statement<[number, string, number], string>(
    db,
    "SELECT hash FROM events WHERE kiosk_number = ? AND log_id = ? AND seq = ?",
  ).pluck();
  return (seq) => query.get(kioskNumber, logId, seq);
}

/** Stores one event with its links; returns its place in the order of arrival. */
export function insertEvent(
  db: Database,
  kioskNumber: number,
  event: StoredEvent & { readonly nowMs: number },
): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO events (kiosk_number, log_id, seq, type, version, at_ms, is_time_trusted, payload, sealed,
         previous_hash, hash, received_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    kioskNumber,
    event.logId,
    event.seq,
    event.type,
    event.version,
    event.atMs,
    event.isTimeTrusted ? 1 : 0,
    event.payload,
    event.sealed,
    event.previousHash,
    event.hash,
    event.nowMs,
  );
  const receivedId = Number(lastInsertRowid);
  const links = eventLinks(event.payload);
  statement(
    db,
    "INSERT INTO event_links (received_id, kiosk_number, dossier_id, visit_id, request_id) VALUES (?, ?, ?, ?, ?)",
  ).run(receivedId, kioskNumber, links.dossierId, links.visitId, links.requestId);
  return receivedId;
}

export function parkEvent(db: Database, receivedId: number, reason: string): void {
  statement(db, "INSERT INTO parked_events (received_id, reason) VALUES (?, ?)").run(receivedId, reason);
}

export function newestEvents(db: Database, limit: number, beforeId: number): ReceivedEvent[] {
  const sql = `SELECT ${COLUMNS} ${FROM} WHERE e.received_id < ? ORDER BY e.received_id DESC LIMIT ?`;
  return statement<[number, number], Row>(db, sql).all(beforeId, limit).map(toEvent);
}

export function eventsOfLog(db: Database, kioskNumber: number, logId: string): ReceivedEvent[] {
  const sql = `SELECT ${COLUMNS} ${FROM} WHERE e.kiosk_number = ? AND e.log_id = ? ORDER BY e.seq`;
  return statement<[number, string], Row>(db, sql).all(kioskNumber, logId).map(toEvent);
}

/** All events in the order of their arrival, read one by one. */
export function* allEvents(db: Database, pageSize = 500): Generator<ReceivedEvent> {
  const query = statement<[number, number], Row>(
    db,
    `SELECT ${COLUMNS} ${FROM} WHERE e.received_id > ? ORDER BY e.received_id LIMIT ?`,
  );
  for (let after = 0, page = query.all(after, pageSize); page.length > 0; page = query.all(after, pageSize)) {
    for (const row of page) yield toEvent(row);
    after = page.at(-1)?.receivedId ?? after;
  }
}

/**
 * Everything that speaks of the dossier: its own events, those of the visits in which it was handed in or collected,
 * and the outcomes of door requests and print jobs made for it.
 */
export function eventsOfDossier(db: Database, ref: DossierRef): ReceivedEvent[] {
  const sql = `
    WITH own AS (SELECT received_id, visit_id, request_id FROM event_links WHERE kiosk_number = @kioskNumber AND dossier_id = @dossierId),
    visited AS (
      SELECT l.received_id, l.request_id FROM event_links l JOIN events e USING (received_id)
      WHERE l.kiosk_number = @kioskNumber AND l.dossier_id IS NULL AND e.type <> 'staffSignedIn'
        AND l.visit_id IN (SELECT o.visit_id FROM own o JOIN events e USING (received_id)
          WHERE o.visit_id IS NOT NULL AND e.type IN ('dossierDeposited', 'depositAbandoned', 'resultCollected', 'collectionAbandoned'))),
    asked AS (SELECT request_id FROM own WHERE request_id IS NOT NULL UNION SELECT request_id FROM visited WHERE request_id IS NOT NULL)
    SELECT ${COLUMNS} ${FROM} WHERE e.received_id IN (
      SELECT received_id FROM own UNION SELECT received_id FROM visited
      UNION SELECT received_id FROM event_links WHERE kiosk_number = @kioskNumber AND request_id IN (SELECT request_id FROM asked))
    ORDER BY e.received_id LIMIT 1000`;
  return statement<DossierRef, Row>(db, sql).all(ref).map(toEvent);
}

export function newestOfTypes(
  db: Database,
  types: readonly string[],
  where: { readonly ref?: DossierRef; readonly limit: number },
): ReceivedEvent[] {
  const ofDossier = where.ref ? "AND l.kiosk_number = ? AND l.dossier_id = ?" : "";
  const sql = `SELECT ${COLUMNS} ${FROM} JOIN event_links l USING (received_id)
    WHERE e.type IN (SELECT value FROM json_each(?)) ${ofDossier} ORDER BY e.received_id DESC LIMIT ?`;
  const ofRef = where.ref ? [where.ref.kioskNumber, where.ref.dossierId] : [];
  return statement<unknown[], Row>(db, sql)
    .all(JSON.stringify(types), ...ofRef, where.limit)
    .map(toEvent);
}

export function lastReceivedId(db: Database): number {
  return statement<[], number>(db, "SELECT coalesce(max(received_id), 0) FROM events").pluck().get() ?? 0;
}

function toEvent(row: Row): ReceivedEvent {
  return { ...row, isTimeTrusted: row.isTimeTrusted === 1 };
}
