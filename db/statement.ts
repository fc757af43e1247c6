import type Database from "better-sqlite3";
import type { ReadableDb } from "./connection.ts";

/** Prepared once per connection: query functions stay plain functions and still pay for compiling only once. */
const prepared = new WeakMap<ReadableDb, Map<string, Database.Statement<unknown[], unknown>>>();

/** The prepared statement of this text. `Row` is what the statement's own columns give; the caller vouches for it. */
export function statement<Row>(db: ReadableDb, sql: string): Database.Statement<unknown[], Row> {
  let own = prepared.get(db);
  if (own === undefined) {
    own = new Map();
    prepared.set(db, own);
  }
  let found = own.get(sql);
  if (found === undefined) {
    found = db.prepare<unknown[], unknown>(sql);
    own.set(sql, found);
  }
  // Column types live in STRICT tables, where the compiler cannot see them.
  return found as Database.Statement<unknown[], Row>;
}
