import type { Database } from "better-sqlite3";
import type { DossierRef, NewOrder } from "../../officeStore.ts";
import type { OrderRow } from "../../rows.ts";
import { statement } from "../statement.ts";

const COLUMNS = `o.kiosk_number AS kioskNumber, o.number, o.kind, o.dossier_id AS dossierId,
  o.official_code AS officialCode, o.sealed_body AS sealedBody, o.created_by AS createdBy, o.created_at_ms AS createdAtMs`;

/** Adds an order under the kiosk's next number; call inside a transaction. */
export function addOrder(db: Database, order: NewOrder): OrderRow {
  const number =
    statement<[number, number], number>(
      db,
      `SELECT 1 + max(coalesce((SELECT max(number) FROM orders WHERE kiosk_number = ?), 0),
           coalesce((SELECT orders_delivered_up_to FROM kiosks WHERE kiosk_number = ?), 0))`,
    )
      .pluck()
      .get(order.kioskNumber, order.kioskNumber) ?? 1;
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
  statement(
    db,
    `INSERT INTO orders (kiosk_number, number, kind, dossier_id, official_code, sealed_body, created_by, created_at_ms)
     VALUES (@kioskNumber, @number, @kind, @dossierId, @officialCode, @sealedBody, @createdBy, @createdAtMs)`,
  ).run(row);
  return row;
}

/**
 * The orders that a kiosk is to get next; call inside a transaction. A kiosk that has taken more than was ever delivered
 * from here shows that this file is an older copy: what was ordered since then stands under numbers that the kiosk holds
 * for others, and gets new ones, so that no order is passed over.
 */
export function deliverOrders(
  db: Database,
  kioskNumber: number,
  request: { readonly takenUpTo: number; readonly limit: number },
): OrderRow[] {
  const { takenUpTo, limit } = request;
  const delivered =
    statement<[number], number>(db, "SELECT orders_delivered_up_to FROM kiosks WHERE kiosk_number = ?")
      .pluck()
      .get(kioskNumber) ?? 0;
  if (takenUpTo > delivered) renumber(db, kioskNumber, { above: delivered, by: takenUpTo - delivered });
  const waiting = ordersAfter(db, kioskNumber, { number: takenUpTo, limit });
  const upTo = Math.max(delivered, takenUpTo, waiting.at(-1)?.number ?? 0);
  if (upTo > delivered)
    statement(db, "UPDATE kiosks SET orders_delivered_up_to = ? WHERE kiosk_number = ?").run(upTo, kioskNumber);
  return waiting;
}

function renumber(
  db: Database,
  kioskNumber: number,
  { above, by }: { readonly above: number; readonly by: number },
): void {
  const numbers = statement<[number, number], number>(
    db,
    "SELECT number FROM orders WHERE kiosk_number = ? AND number > ? ORDER BY number DESC",
  )
    .pluck()
    .all(kioskNumber, above);
  const move = statement(db, "UPDATE orders SET number = ? WHERE kiosk_number = ? AND number = ?");
  // The highest first, so that no two ever share a number.
  for (const number of numbers) move.run(number + by, kioskNumber, number);
}

function ordersAfter(db: Database, kioskNumber: number, after: { number: number; limit: number }): OrderRow[] {
  const sql = `SELECT ${COLUMNS} FROM orders o WHERE o.kiosk_number = ? AND o.number > ? ORDER BY o.number LIMIT ?`;
  return statement<[number, number, number], OrderRow>(db, sql).all(kioskNumber, after.number, after.limit);
}

export function ordersOfDossier(db: Database, ref: DossierRef): OrderRow[] {
  const sql = `SELECT ${COLUMNS} FROM orders o WHERE o.kiosk_number = ? AND o.dossier_id = ? ORDER BY o.number`;
  return statement<[number, string], OrderRow>(db, sql).all(ref.kioskNumber, ref.dossierId);
}

/** Orders that their kiosk has not taken yet. */
export function pendingOrders(db: Database): OrderRow[] {
  const sql = `SELECT ${COLUMNS} FROM orders o JOIN kiosks k USING (kiosk_number)
    WHERE o.number > k.orders_taken_up_to ORDER BY o.created_at_ms DESC LIMIT 200`;
  return statement<[], OrderRow>(db, sql).all();
}
