import type { Database } from "better-sqlite3";
import type { CaseRow } from "../../../register/caseRow.ts";
import { statement } from "../statement.ts";

const COLUMNS = `kiosk_number AS kioskNumber, case_number AS caseNumber, kind, compartment_number AS compartmentNumber,
  dossier_id AS dossierId, opened_at_ms AS openedAtMs, closed_at_ms AS closedAtMs, closed_by AS closedBy`;

/** Open cases first, then the newest. */
export function cases(db: Database, limit: number): CaseRow[] {
  const sql = `SELECT ${COLUMNS} FROM cases ORDER BY closed_at_ms IS NOT NULL, opened_at_ms DESC, case_number DESC LIMIT ?`;
  return statement<[number], CaseRow>(db, sql).all(limit);
}

export function caseRow(db: Database, kioskNumber: number, caseNumber: number): CaseRow | undefined {
  const sql = `SELECT ${COLUMNS} FROM cases WHERE kiosk_number = ? AND case_number = ?`;
  return statement<[number, number], CaseRow>(db, sql).get(kioskNumber, caseNumber);
}

export function putCase(db: Database, row: CaseRow): void {
  statement(
    db,
    `INSERT OR REPLACE INTO cases (kiosk_number, case_number, kind, compartment_number, dossier_id, opened_at_ms,
       closed_at_ms, closed_by)
     VALUES (@kioskNumber, @caseNumber, @kind, @compartmentNumber, @dossierId, @openedAtMs, @closedAtMs, @closedBy)`,
  ).run(row);
}
