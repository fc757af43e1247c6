import type { ReadableDb, WritableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** A dossier key that sealed events of this log. */
export interface KeyShareRow {
  readonly dossierId: string;
  /** Place of the first event that it sealed. */
  readonly fromPosition: number;
}

/** Notes that an event was sealed with the dossier's key; the first such event stays. */
export function insertKeyShare(db: WritableDb, { dossierId, fromPosition }: KeyShareRow): void {
  statement(db, "INSERT OR IGNORE INTO key_share VALUES (?, ?, NULL)").run(dossierId, fromPosition);
}

/** Keys that the back office does not have under this office key and that events up to `upToPosition` need, oldest first. */
export function selectUnsharedKeys(db: ReadableDb, officeKeyId: string, upToPosition: number): KeyShareRow[] {
  return statement<KeyShareRow>(
    db,
    `SELECT dossier_id AS dossierId, from_position AS fromPosition FROM key_share
       WHERE office_key_id IS NOT ? AND from_position <= ? ORDER BY from_position`,
  ).all(officeKeyId, upToPosition);
}

/** The back office has these keys, sealed to this office key. */
export function updateKeysShared(db: WritableDb, dossierIds: readonly string[], officeKeyId: string): void {
  const update = statement(db, "UPDATE key_share SET office_key_id = ? WHERE dossier_id = ?");
  db.transaction(() => {
    for (const dossierId of dossierIds) update.run(officeKeyId, dossierId);
  }).immediate();
}

/** What the back office has of the keys is not known any more. */
export function forgetSharing(db: WritableDb): void {
  statement(db, "UPDATE key_share SET office_key_id = NULL").run();
}

/** Every key that is not destroyed, oldest first. */
export function selectLiveKeys(db: ReadableDb): KeyShareRow[] {
  return statement<KeyShareRow>(
    db,
    "SELECT dossier_id AS dossierId, from_position AS fromPosition FROM key_share ORDER BY from_position",
  ).all();
}

/** Dossiers whose retention ended after their key's first use: the key is to be destroyed. */
export function selectEndedKeys(db: ReadableDb): string[] {
  return statement<{ dossierId: string }>(
    db,
    `SELECT dossier_id AS dossierId FROM key_share k WHERE EXISTS (
       SELECT 1 FROM event e WHERE e.type = 'retentionEnded'
         AND json_extract(e.payload, '$.dossierId') = k.dossier_id AND e.position >= k.from_position)`,
  )
    .all()
    .map(({ dossierId }) => dossierId);
}

/** Notes every key that sealed something in this file; what the back office has of them is not known. */
export function remakeKeyShares(db: WritableDb): void {
  statement(db, "DELETE FROM key_share").run();
  statement(
    db,
    `INSERT INTO key_share SELECT json_extract(payload, '$.dossierId'), min(position), NULL FROM event
       WHERE sealed IS NOT NULL GROUP BY 1`,
  ).run();
}

export function deleteKeyShares(db: WritableDb, dossierIds: readonly string[]): void {
  const remove = statement(db, "DELETE FROM key_share WHERE dossier_id = ?");
  db.transaction(() => {
    for (const dossierId of dossierIds) remove.run(dossierId);
  }).immediate();
}
