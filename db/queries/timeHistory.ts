import type { ReadableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** Time of the newest event whose time was trusted, wall milliseconds; undefined where there is none. */
export function selectNewestTrustedMs(db: ReadableDb): number | undefined {
  const select = "SELECT at_ms AS atMs FROM event WHERE is_time_trusted = 1 ORDER BY position DESC LIMIT 1";
  return statement<{ atMs: number }>(db, select).get()?.atMs;
}
