import type { Database } from "better-sqlite3";
import type { KioskRow } from "../../rows.ts";
import { statement } from "../statement.ts";

const COLUMNS = `kiosk_number AS kioskNumber, public_key_x AS publicKeyX, enrolled_at_ms AS enrolledAtMs,
  revoked_at_ms AS revokedAtMs, last_contact_ms AS lastContactMs, log_id AS logId, last_seq AS lastSeq,
  orders_taken_up_to AS ordersTakenUpTo`;

export function kiosks(db: Database): KioskRow[] {
  return statement<[], KioskRow>(db, `SELECT ${COLUMNS} FROM kiosks ORDER BY kiosk_number`).all();
}

export function kiosk(db: Database, kioskNumber: number): KioskRow | undefined {
  return statement<[number], KioskRow>(db, `SELECT ${COLUMNS} FROM kiosks WHERE kiosk_number = ?`).get(kioskNumber);
}

/** Stores the key of a kiosk that used its code; the orders and events of an earlier key stay. */
export function putKiosk(db: Database, kioskNumber: number, key: { readonly x: string; readonly nowMs: number }): void {
  statement(
    db,
    `INSERT INTO kiosks (kiosk_number, public_key_x, enrolled_at_ms) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET public_key_x = excluded.public_key_x, enrolled_at_ms = excluded.enrolled_at_ms,
       revoked_at_ms = NULL`,
  ).run(kioskNumber, key.x, key.nowMs);
}

export function revokeKiosk(db: Database, kioskNumber: number, nowMs: number): void {
  statement(db, "UPDATE kiosks SET revoked_at_ms = ? WHERE kiosk_number = ?").run(nowMs, kioskNumber);
}

/** An authentic request came in. `takenUpTo` may fall, when a kiosk was restored from an older copy. */
export function noteContact(
  db: Database,
  kioskNumber: number,
  contact: { readonly logId: string; readonly lastSeq: number; readonly takenUpTo: number; readonly nowMs: number },
): void {
  statement(
    db,
    "UPDATE kiosks SET last_contact_ms = ?, log_id = ?, last_seq = ?, orders_taken_up_to = ? WHERE kiosk_number = ?",
  ).run(contact.nowMs, contact.logId, contact.lastSeq, contact.takenUpTo, kioskNumber);
}

/** A one-time code by its hash. */
export interface EnrolmentCodeRow {
  readonly kioskNumber: number;
  readonly expiresAtMs: number | null;
  readonly usedByKey: string | null;
}

export function enrolmentCode(db: Database, codeHash: string): EnrolmentCodeRow | undefined {
  return statement<[string], EnrolmentCodeRow>(
    db,
    `SELECT kiosk_number AS kioskNumber, expires_at_ms AS expiresAtMs, used_by_key AS usedByKey FROM enrolment_codes
       WHERE code_hash = ?`,
  ).get(codeHash);
}

export function markEnrolmentCodeUsed(db: Database, codeHash: string, key: string): void {
  statement(db, "UPDATE enrolment_codes SET used_by_key = ? WHERE code_hash = ?").run(key, codeHash);
}

export function putEnrolmentCode(
  db: Database,
  code: {
    readonly codeHash: string;
    readonly kioskNumber: number;
    readonly createdBy: string;
    readonly nowMs: number;
    readonly expiresAtMs: number | null;
  },
): void {
  statement(
    db,
    `INSERT OR REPLACE INTO enrolment_codes (code_hash, kiosk_number, created_by, created_at_ms, expires_at_ms)
     VALUES (@codeHash, @kioskNumber, @createdBy, @nowMs, @expiresAtMs)`,
  ).run(code);
}
