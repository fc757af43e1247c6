import type { Database } from "better-sqlite3";
import type { DossierRow } from "../../../register/dossierRow.ts";
import type { DossierRef } from "../../officeStore.ts";
import { statement } from "../statement.ts";

const COLUMNS = `kiosk_number AS kioskNumber, dossier_id AS dossierId, ticket, procedure_id AS procedureId,
  bag_label AS bagLabel, place, compartment_number AS compartmentNumber, staff_id AS staffId, is_result AS isResult,
  official_code AS officialCode, official_status AS officialStatus, dropped_at_ms AS droppedAtMs,
  counts_as_received_at_ms AS countsAsReceivedAtMs, taken_over_at_ms AS takenOverAtMs,
  official_code_at_ms AS officialCodeAtMs, due_date AS dueDate, changed_at_ms AS changedAtMs`;

type Row = Omit<DossierRow, "isResult"> & { readonly isResult: number };

export function dossier(db: Database, ref: DossierRef): DossierRow | undefined {
  const sql = `SELECT ${COLUMNS} FROM dossiers WHERE kiosk_number = ? AND dossier_id = ?`;
  const row = statement<[number, string], Row>(db, sql).get(ref.kioskNumber, ref.dossierId);
  return row && toDossier(row);
}

/** Deposits of which nobody knows whether they lie in this compartment. */
export function unfinishedIn(db: Database, kioskNumber: number, compartmentNumber: number): DossierRow[] {
  const sql = `SELECT ${COLUMNS} FROM dossiers WHERE kiosk_number = ? AND compartment_number = ? AND place = 'unfinished'`;
  return statement<[number, number], Row>(db, sql).all(kioskNumber, compartmentNumber).map(toDossier);
}

/** Newest change first; `text` is looked for in ticket, official code and bag label. */
export function dossiers(db: Database, text: string, limit: number): DossierRow[] {
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const sql = `SELECT ${COLUMNS} FROM dossiers
    WHERE ticket LIKE @pattern ESCAPE '\\' OR official_code LIKE @pattern ESCAPE '\\' OR bag_label LIKE @pattern ESCAPE '\\'
      OR @text = ''
    ORDER BY changed_at_ms DESC, dossier_id LIMIT @limit`;
  return statement<{ pattern: string; text: string; limit: number }, Row>(db, sql)
    .all({ pattern, text, limit })
    .map(toDossier);
}

/** The dossier that has an official code, or that an order not yet taken gives it to. */
export function dossierWithOfficialCode(db: Database, officialCode: string): DossierRef | undefined {
  const sql = `SELECT kiosk_number AS kioskNumber, dossier_id AS dossierId FROM dossiers WHERE official_code = @officialCode
    UNION ALL SELECT o.kiosk_number, o.dossier_id FROM orders o JOIN kiosks k USING (kiosk_number)
      WHERE o.official_code = @officialCode AND o.number > k.orders_taken_up_to LIMIT 1`;
  return statement<{ officialCode: string }, DossierRef>(db, sql).get({ officialCode });
}

export function putDossier(db: Database, row: DossierRow): void {
  statement(
    db,
    `INSERT OR REPLACE INTO dossiers (kiosk_number, dossier_id, ticket, procedure_id, bag_label, place,
       compartment_number, staff_id, is_result, official_code, official_status, dropped_at_ms,
       counts_as_received_at_ms, taken_over_at_ms, official_code_at_ms, due_date, changed_at_ms)
     VALUES (@kioskNumber, @dossierId, @ticket, @procedureId, @bagLabel, @place, @compartmentNumber, @staffId, @isResult,
       @officialCode, @officialStatus, @droppedAtMs, @countsAsReceivedAtMs, @takenOverAtMs, @officialCodeAtMs, @dueDate,
       @changedAtMs)`,
  ).run({ ...row, isResult: row.isResult ? 1 : 0 });
}

function toDossier(row: Row): DossierRow {
  return { ...row, isResult: row.isResult === 1 };
}
