import type { OfficeKey } from "#core/contract/sync.ts";
import type { ReadableDb, WritableDb } from "../connection.ts";
import { statement } from "../statement.ts";

/** How far the back office and this kiosk have each other's news. */
export interface SyncState {
  readonly ordersTakenUpTo: number;
  readonly isEnrolled: boolean;
  readonly officeKey: OfficeKey | undefined;
}

export function selectSyncState(db: ReadableDb): SyncState {
  const row = statement<{
    ordersTakenUpTo: number;
    isEnrolled: number;
    officeKeyId: string | null;
    publicKey: string | null;
  }>(
    db,
    `SELECT orders_taken_up_to AS ordersTakenUpTo, is_enrolled AS isEnrolled,
       office_key_id AS officeKeyId, office_public_key AS publicKey FROM sync_state`,
  ).get();
  const { ordersTakenUpTo = 0, isEnrolled = 0, officeKeyId = null, publicKey = null } = row ?? {};
  const officeKey = officeKeyId === null || publicKey === null ? undefined : { officeKeyId, publicKey };
  return { ordersTakenUpTo, isEnrolled: isEnrolled === 1, officeKey };
}

export function updateOrdersTaken(db: WritableDb, upTo: number): void {
  statement(db, "UPDATE sync_state SET orders_taken_up_to = ?").run(upTo);
}

export function updateOfficeKey(db: WritableDb, key: OfficeKey): void {
  statement(db, "UPDATE sync_state SET office_key_id = ?, office_public_key = ?").run(key.officeKeyId, key.publicKey);
}

export function updateEnrolled(db: WritableDb): void {
  statement(db, "UPDATE sync_state SET is_enrolled = 1").run();
}
