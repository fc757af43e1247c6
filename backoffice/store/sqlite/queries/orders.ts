import type { Database } from "better-sqlite3";
import type { DossierRef, NewOrder } from "../../officeStore.ts";
import type { OrderRow } from "../../rows.ts";

const COLUMNS = `o.kiosk_number AS kioskNumber, o.number, o.kind, o.dossier_id AS dossierId,
  o.official_code AS officialCode, o.sealed_body AS sealedBody, o.created_by AS createdBy, o.created_at_ms AS createdAtMs`;

/** Adds an order under the kiosk's next number; call inside a transaction. */
export function addOrder(db: Database, order: NewOrder): OrderRow {
  const number =
    db
      .prepare<[number], number>("SELECT coalesce(max(number), 0) + 1 FROM orders WHERE kiosk_number = ?")
      .pluck()
      .get(order.kioskNumber) ?? 1;
  const row: OrderRow = {
    kioskNumber: order.kioskNumber,
    number,
    kind: order.kind,
    dossierId: order.dossierId,
    officialCode: order.officialCode,
    sealedBody: order.sealBody(number),
    createdBy: order.createdBy,
    createdAtMs: order.nowMs,
  };
  db.prepare(
    `INSERT INTO orders (kiosk_number, number, kind, dossier_id, official_code, sealed_body, created_by, created_at_ms)
     VALUES (@kioskNumber, @number, @kind, @dossierId, @officialCode, @sealedBody, @createdBy, @createdAtMs)`,
  ).run(row);
  return row;
}

export function ordersAfter(db: Database, kioskNumber: number, after: { number: number; limit: number }): OrderRow[] {
  const sql = `SELECT ${COLUMNS} FROM orders o WHERE o.kiosk_number = ? AND o.number > ? ORDER BY o.number LIMIT ?`;
  return db.prepare<[number, number, number], OrderRow>(sql).all(kioskNumber, after.number, after.limit);
}

export function ordersOfDossier(db: Database, ref: DossierRef): OrderRow[] {
  const sql = `SELECT ${COLUMNS} FROM orders o WHERE o.kiosk_number = ? AND o.dossier_id = ? ORDER BY o.number`;
  return db.prepare<[number, string], OrderRow>(sql).all(ref.kioskNumber, ref.dossierId);
}

/** Orders that their kiosk has not taken yet. */
export function pendingOrders(db: Database): OrderRow[] {
  const sql = `SELECT ${COLUMNS} FROM orders o JOIN kiosks k USING (kiosk_number)
    WHERE o.number > k.orders_taken_up_to ORDER BY o.created_at_ms DESC LIMIT 200`;
  return db.prepare<[], OrderRow>(sql).all();
}
