import type { WritableDb } from "#db/connection.ts";
import type { WrittenRows } from "./writtenRows.ts";

/** Writes ready rows with nothing around: the peer that the event log is held against. */
export interface BareFile {
  /** One transaction with all rows of one append. */
  writeAll(rows: WrittenRows): void;
  /** One row of an event, in a transaction of its own. */
  writeEvent(rows: Pick<WrittenRows, "event">): void;
}

/** Prepares the statements, once. The file has the log's tables and pragmas. */
export function prepareBareFile(db: WritableDb): BareFile {
  const insertEvent = db.prepare("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const putHead = db.prepare("INSERT OR REPLACE INTO register_head VALUES (1, ?, ?, ?)");
  const putVisit = db.prepare("INSERT OR REPLACE INTO unfinished_visit VALUES (1, ?)");
  const putCompartment = db.prepare(
    "INSERT INTO register_compartment VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body",
  );
  const writeEvent = ({ event }: Pick<WrittenRows, "event">): void => {
    const { position, type, version, atMs, isTimeTrusted, payload, sealed, previousHash, hash } = event;
    insertEvent.run(position, type, version, atMs, isTimeTrusted ? 1 : 0, payload, sealed, previousHash, hash);
  };
  const inTransaction = db.transaction((rows: WrittenRows) => {
    writeEvent(rows);
    putCompartment.run(...rows.compartment);
    putHead.run(...rows.head);
    if (rows.visit !== undefined) putVisit.run(rows.visit);
  });
  return { writeAll: (rows) => inTransaction.immediate(rows), writeEvent };
}
