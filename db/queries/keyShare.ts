import type { ReadableDb, WritableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** A dossier key that sealed events of this log. */
export interface KeyShareRow {
  readonly dossierId: string;
  /** The first event that it sealed. */
  readonly fromSeq: number;
}

/** Notes that an event was sealed with the dossier's key; the first such event stays. */
export function insertKeyShare(db: WritableDb, { dossierId, fromSeq }: KeyShareRow): void {
  statement(db, "INSERT OR IGNORE INTO key_share VALUES (?, ?, NULL)").run(dossierId, fromSeq);
}

/** Keys that the back office does not have under this office key and that events up to `upToSeq` need, oldest first. */
export function selectUnsharedKeys(db: ReadableDb, officeKeyId: string, upToSeq: number): KeyShareRow[] {
  return statement<KeyShareRow>(
    db,
    `SELECT dossier_id AS dossierId, from_seq AS fromSeq FROM key_share
       WHERE office_key_id IS NOT ? AND from_seq <= ? ORDER BY from_seq`,
  ).all(officeKeyId, upToSeq);
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
    "SELECT dossier_id AS dossierId, from_seq AS fromSeq FROM key_share ORDER BY from_seq",
  ).all();
}

/** Dossiers whose retention ended after their key's first use: the key is to be destroyed. */
export function selectEndedKeys(db: ReadableDb): string[] {
  return statement<{ dossierId: string }>(
    db,
    `SELECT dossier_id AS dossierId FROM key_share k WHERE EXISTS (
       SELECT 1 FROM event e WHERE e.type = 'retentionEnded'
         AND json_extract(e.payload, '$.dossierId') = k.dossier_id AND e.seq >= k.from_seq)`,
  )
    .all()
    .map(({ dossierId }) => dossierId);
}

export function deleteKeyShares(db: WritableDb, dossierIds: readonly string[]): void {
  const remove = statement(db, "DELETE FROM key_share WHERE dossier_id = ?");
  db.transaction(() => {
    for (const dossierId of dossierIds) remove.run(dossierId);
  }).immediate();
}
