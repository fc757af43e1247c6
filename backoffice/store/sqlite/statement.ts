import type { Database, Statement } from "better-sqlite3";

/** Prepared once per connection: compiling costs more than most queries. */
const prepared = new WeakMap<Database, Map<string, Statement<unknown[], unknown>>>();

/** The prepared statement of this text, which is always used in the same way. Types are those of the statement's own columns. */
export function statement<Parameters extends unknown[] | object = unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Parameters extends unknown[] ? Statement<Parameters, Row> : Statement<[Parameters], Row> {
  let own = prepared.get(db);
  if (own === undefined) {
    own = new Map();
    prepared.set(db, own);
  }
  let found = own.get(sql);
  if (found === undefined) {
    found = db.prepare(sql);
    own.set(sql, found);
  }
  // The types of parameters and columns live in the database, where the compiler cannot see them.
  return found as Parameters extends unknown[] ? Statement<Parameters, Row> : Statement<[Parameters], Row>;
}
