import type { Database } from "better-sqlite3";
import type { CompartmentRow } from "../../../register/compartmentRow.ts";
import { statement } from "../statement.ts";

const COLUMNS = `kiosk_number AS kioskNumber, compartment_number AS compartmentNumber, height_mm AS heightMm, contents,
  is_in_service AS isInService`;

type Row = Omit<CompartmentRow, "isInService"> & { readonly isInService: number };

export function compartments(db: Database): CompartmentRow[] {
  const sql = `SELECT ${COLUMNS} FROM compartments ORDER BY kiosk_number, compartment_number`;
  return statement<[], Row>(db, sql).all().map(toCompartment);
}

export function compartment(db: Database, kioskNumber: number, compartmentNumber: number): CompartmentRow | undefined {
  const sql = `SELECT ${COLUMNS} FROM compartments WHERE kiosk_number = ? AND compartment_number = ?`;
  const row = statement<[number, number], Row>(db, sql).get(kioskNumber, compartmentNumber);
  return row && toCompartment(row);
}

export function putCompartment(db: Database, row: CompartmentRow): void {
  statement(
    db,
    `INSERT OR REPLACE INTO compartments (kiosk_number, compartment_number, height_mm, contents, is_in_service)
     VALUES (@kioskNumber, @compartmentNumber, @heightMm, @contents, @isInService)`,
  ).run({ ...row, isInService: row.isInService ? 1 : 0 });
}

function toCompartment(row: Row): CompartmentRow {
  return { ...row, isInService: row.isInService === 1 };
}
