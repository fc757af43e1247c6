import type { ReadableDb, WritableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** The identity minted with the file, or undefined in a file that is only just being made. */
export function selectLogId(db: ReadableDb): string | undefined {
  return statement<{ logId: string }>(db, "SELECT log_id AS logId FROM log_identity").get()?.logId;
}

/** Throws where the log has an identity already: it never changes. */
export function insertLogId(db: WritableDb, logId: string): void {
  statement(db, "INSERT INTO log_identity (id, log_id) VALUES (1, ?)").run(logId);
}

/** Writes what is there already, to find out whether the disk takes it. Throws what the disk says. */
export function proveWritable(db: WritableDb): void {
  db.transaction(() => statement(db, "UPDATE log_identity SET log_id = log_id").run()).immediate();
}
