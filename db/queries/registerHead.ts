import type { ReadableDb, WritableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** The event up to which the projections stand, and the version of the rules that made them. */
export interface RegisterHead {
  readonly position: number;
  readonly hash: string;
  readonly projectionVersion: number;
}

export function selectRegisterHead(db: ReadableDb): RegisterHead | undefined {
  return statement<RegisterHead>(
    db,
    "SELECT position, hash, projection_version AS projectionVersion FROM register_head",
  ).get();
}

export function upsertRegisterHead(db: WritableDb, head: RegisterHead): void {
  statement(db, "INSERT OR REPLACE INTO register_head VALUES (1, ?, ?, ?)").run(
    head.position,
    head.hash,
    head.projectionVersion,
  );
}
