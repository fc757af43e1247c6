import type { Database } from "better-sqlite3";
import type { StaffRow } from "../../rows.ts";
import { statement } from "../statement.ts";

const COLUMNS = `s.staff_id AS staffId, s.login, s.name, s.role, s.password_hash AS passwordHash,
  s.failed_tries AS failedTries, s.locked_until_ms AS lockedUntilMs`;

export function staffByLogin(db: Database, login: string): StaffRow | undefined {
  return statement<[string], StaffRow>(db, `SELECT ${COLUMNS} FROM staff s WHERE s.login = ?`).get(login);
}

export function staffCount(db: Database): number {
  return statement<[], number>(db, "SELECT count(*) FROM staff").pluck().get() ?? 0;
}

/** Adds an account or gives it a new password; wrong tries are forgotten. */
export function putStaff(db: Database, staff: Omit<StaffRow, "failedTries" | "lockedUntilMs">): void {
  statement(
    db,
    `INSERT INTO staff (staff_id, login, name, role, password_hash) VALUES (@staffId, @login, @name, @role, @passwordHash)
     ON CONFLICT (staff_id) DO UPDATE SET login = excluded.login, name = excluded.name, role = excluded.role,
       password_hash = excluded.password_hash, failed_tries = 0, locked_until_ms = NULL`,
  ).run(staff);
}

export function noteLogin(
  db: Database,
  staffId: string,
  state: { readonly failedTries: number; readonly lockedUntilMs: number | null },
): void {
  statement(db, "UPDATE staff SET failed_tries = ?, locked_until_ms = ? WHERE staff_id = ?").run(
    state.failedTries,
    state.lockedUntilMs,
    staffId,
  );
}

/** Adds a session and forgets those that ended. */
export function addSession(
  db: Database,
  session: {
    readonly tokenHash: string;
    readonly staffId: string;
    readonly nowMs: number;
    readonly expiresAtMs: number;
  },
): void {
  statement(db, "DELETE FROM sessions WHERE expires_at_ms <= ?").run(session.nowMs);
  statement(
    db,
    `INSERT INTO sessions (token_hash, staff_id, created_at_ms, expires_at_ms)
     VALUES (@tokenHash, @staffId, @nowMs, @expiresAtMs)`,
  ).run(session);
}

export function staffOfSession(db: Database, tokenHash: string, nowMs: number): StaffRow | undefined {
  const sql = `SELECT ${COLUMNS} FROM sessions JOIN staff s USING (staff_id) WHERE token_hash = ? AND expires_at_ms > ?`;
  return statement<[string, number], StaffRow>(db, sql).get(tokenHash, nowMs);
}

export function endSession(db: Database, tokenHash: string): void {
  statement(db, "DELETE FROM sessions WHERE token_hash = ?").run(tokenHash);
}

export function insertAct(
  db: Database,
  act: {
    readonly staffId: string;
    readonly act: string;
    readonly kioskNumber: number | null;
    readonly dossierId: string | null;
    readonly nowMs: number;
  },
): void {
  statement(
    db,
    `INSERT INTO staff_acts (staff_id, act, kiosk_number, dossier_id, at_ms)
     VALUES (@staffId, @act, @kioskNumber, @dossierId, @nowMs)`,
  ).run(act);
}
