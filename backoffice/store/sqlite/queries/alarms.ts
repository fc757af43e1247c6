import type { Database } from "better-sqlite3";
import type { AlarmRow } from "../../rows.ts";
import { statement } from "../statement.ts";

/** Alarms that nobody acknowledged yet, newest first. */
export function alarms(db: Database): AlarmRow[] {
  return statement<[], AlarmRow>(
    db,
    `SELECT alarm_id AS alarmId, kiosk_number AS kioskNumber, log_id AS logId, kind, message, first_at_ms AS firstAtMs,
         last_at_ms AS lastAtMs, count
       FROM alarms WHERE acknowledged_at_ms IS NULL ORDER BY last_at_ms DESC LIMIT 200`,
  ).all();
}

/** Raises an alarm; the same kind for the same log only counts on, so that a kiosk that repeats itself fills nothing. */
export function raiseAlarm(
  db: Database,
  alarm: Pick<AlarmRow, "kioskNumber" | "logId" | "kind" | "message"> & { readonly nowMs: number },
): void {
  statement(
    db,
    `INSERT INTO alarms (kiosk_number, log_id, kind, message, first_at_ms, last_at_ms, count)
     VALUES (@kioskNumber, @logId, @kind, @message, @nowMs, @nowMs, 1)
     ON CONFLICT (kiosk_number, log_id, kind) WHERE acknowledged_at_ms IS NULL
     DO UPDATE SET message = excluded.message, last_at_ms = excluded.last_at_ms, count = count + 1`,
  ).run(alarm);
}

export function acknowledgeAlarm(
  db: Database,
  alarmId: number,
  by: { readonly staffId: string; readonly nowMs: number },
): void {
  statement(
    db,
    "UPDATE alarms SET acknowledged_by = ?, acknowledged_at_ms = ? WHERE alarm_id = ? AND acknowledged_at_ms IS NULL",
  ).run(by.staffId, by.nowMs, alarmId);
}
