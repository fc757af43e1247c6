import type { Entity, RegisterTables } from "#core/register/records.ts";
import type { ReadableDb, WritableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** One table an entity, all of the same shape: key and JSON body. */
const tableOf: Record<Entity, string> = {
  compartment: "register_compartment",
  dossier: "register_dossier",
  case: "register_case",
  printJob: "register_print_job",
  machine: "register_machine",
  staff: "register_staff",
};

export const entities: readonly Entity[] = ["compartment", "dossier", "case", "printJob", "machine", "staff"];

export function upsertRecord(
  db: WritableDb,
  entity: Entity,
  row: { readonly key: string; readonly body: string },
): void {
  statement(db, upsertOf[entity]).run(row.key, row.body);
}

const upsertOf = mapEntities(
  (entity) =>
    `INSERT INTO ${tableOf[entity]} (key, body) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body`,
);

/** A row as it is stored. */
export interface RecordRow {
  readonly key: string;
  readonly body: string;
}

/** All rows of an entity. */
export function selectRecordRows(db: ReadableDb, entity: Entity): RecordRow[] {
  const rows = statement<RecordRow>(db, `SELECT key, body FROM ${tableOf[entity]}`).all();
  return entity === "machine" ? rows.filter(({ key }) => key !== TALLY_KEY) : rows;
}

/** The record that a row holds. */
export function recordOf<E extends Entity>(_entity: E, { body }: RecordRow): RegisterTables[E] {
  // Bodies are written by `upsertRecord` of the same projection version only, and the tally vouches for each.
  return JSON.parse(body) as RegisterTables[E];
}

/** The sum over all rows stands among the facts about the machine. */
const TALLY_KEY = "tally";

export function upsertTally(db: WritableDb, value: string): void {
  statement(db, upsertOf.machine).run(TALLY_KEY, JSON.stringify(value));
}

/** Undefined where none was kept yet. */
export function selectTally(db: ReadableDb): string | undefined {
  const row = statement<RecordRow>(db, "SELECT key, body FROM register_machine WHERE key = ?").get(TALLY_KEY);
  return row && String(JSON.parse(row.body));
}

export function deleteAllRecords(db: WritableDb): void {
  for (const entity of entities) statement(db, `DELETE FROM ${tableOf[entity]}`).run();
}

/**
 * Puts empty tables in the place of damaged ones, whose pages cannot even be walked to empty them: the old ones are taken
 * out of the schema, and their pages stay behind unused until the file is packed. Not within a transaction.
 */
export function replaceTables(db: WritableDb): void {
  const names = [...Object.values(tableOf), "register_head"].map((name) => `'${name}'`).join(", ");
  const texts = db.prepare(`SELECT sql FROM sqlite_schema WHERE name IN (${names})`).pluck().all();
  db.unsafeMode(true);
  try {
    db.exec("BEGIN IMMEDIATE; PRAGMA writable_schema = ON");
    db.exec(`DELETE FROM sqlite_schema WHERE name IN (${names}); PRAGMA writable_schema = RESET`);
    for (const text of texts) db.exec(String(text));
    db.exec("COMMIT");
  } finally {
    if (db.inTransaction) db.exec("ROLLBACK");
    db.pragma("writable_schema = RESET");
    db.unsafeMode(false);
  }
}

function mapEntities(textOf: (entity: Entity) => string): Record<Entity, string> {
  return {
    compartment: textOf("compartment"),
    dossier: textOf("dossier"),
    case: textOf("case"),
    printJob: textOf("printJob"),
    machine: textOf("machine"),
    staff: textOf("staff"),
  };
}
