import type { WritableDb } from "./connection.ts";

/**
 * Brings everything from the write-ahead file into the database's own file. Nothing depends on it: with
 * `synchronous=FULL` each commit is durable as it is. It makes the start after a power cut shorter.
 */
export function checkpoint(db: WritableDb): void {
  db.pragma("wal_checkpoint(TRUNCATE)");
}
