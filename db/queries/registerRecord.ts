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

/** All records of an entity by key. */
export function selectRecords<E extends Entity>(
  db: ReadableDb,
  entity: E,
): { readonly key: string; readonly record: RegisterTables[E] }[] {
  const rows = statement<{ key: string; body: string }>(db, `SELECT key, body FROM ${tableOf[entity]}`).all();
  // Bodies are written by `upsertRecord` of the same projection version only; `verifyLog` compares them with the log.
  return rows.map(({ key, body }) => ({ key, record: JSON.parse(body) as RegisterTables[E] }));
}

export function deleteAllRecords(db: WritableDb): void {
  for (const entity of entities) statement(db, `DELETE FROM ${tableOf[entity]}`).run();
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
