import type { Database } from "better-sqlite3";
import type { DossierRef } from "../../officeStore.ts";
import { statement } from "../statement.ts";

/** The dossier's data key as the kiosk sealed it to the office. */
export interface SealedKeyRow {
  readonly officeKeyId: string;
  readonly sealedKey: string;
}

export function sealedKeyOf(db: Database, ref: DossierRef): SealedKeyRow | undefined {
  return statement<[number, string], SealedKeyRow>(
    db,
    "SELECT office_key_id AS officeKeyId, sealed_key AS sealedKey FROM dossier_keys WHERE kiosk_number = ? AND dossier_id = ?",
  ).get(ref.kioskNumber, ref.dossierId);
}

export function putSealedKey(db: Database, ref: DossierRef, key: SealedKeyRow): void {
  statement(
    db,
    "INSERT OR REPLACE INTO dossier_keys (kiosk_number, dossier_id, office_key_id, sealed_key) VALUES (?, ?, ?, ?)",
  ).run(ref.kioskNumber, ref.dossierId, key.officeKeyId, key.sealedKey);
}

export function deleteSealedKey(db: Database, ref: DossierRef): void {
  statement(db, "DELETE FROM dossier_keys WHERE kiosk_number = ? AND dossier_id = ?").run(
    ref.kioskNumber,
    ref.dossierId,
  );
}

/**
 * True where the retention of what a key sealed from `fromSeq` on has ended: in the same log by its number, in another
 * one where nothing was sealed for the dossier since.
 */
export function hasRetentionEnded(
  db: Database,
  { kioskNumber, dossierId }: DossierRef,
  { logId, fromSeq }: { readonly logId: string; readonly fromSeq: number },
): boolean {
  const events = `SELECT e.type, e.sealed, e.log_id, e.seq FROM event_links l JOIN events e USING (received_id)
    WHERE l.kiosk_number = ? AND l.dossier_id = ? AND (e.type = 'retentionEnded' OR e.sealed IS NOT NULL)
    ORDER BY received_id DESC`;
  const rows = statement<[number, string], { type: string; log_id: string; seq: number }>(db, events).all(
    kioskNumber,
    dossierId,
  );
  const ends = rows.filter(({ type }) => type === "retentionEnded");
  return rows[0]?.type === "retentionEnded" || ends.some(({ log_id, seq }) => log_id === logId && seq >= fromSeq);
}
