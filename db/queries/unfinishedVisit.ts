import type { ReadableDb, WritableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** The sealed text of the visit that is not finished, or undefined. */
export function selectUnfinishedVisit(db: ReadableDb): string | undefined {
  return statement<{ sealed: string }>(db, "SELECT sealed FROM unfinished_visit").get()?.sealed;
}

export function upsertUnfinishedVisit(db: WritableDb, sealed: string): void {
  statement(db, "INSERT OR REPLACE INTO unfinished_visit VALUES (1, ?)").run(sealed);
}

export function deleteUnfinishedVisit(db: WritableDb): void {
  statement(db, "DELETE FROM unfinished_visit").run();
}
