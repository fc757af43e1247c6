import type { ReadableDb, WritableDb } from "./connection.ts";
import { type LogSegment, selectSegments, updateAcknowledged } from "./queries/logSegment.ts";

/**
 * The log that the back office gets next: the oldest of which it lacks events, else the newest. Undefined in a file
 * that is only just being made.
 */
export function segmentToSend(db: ReadableDb): LogSegment | undefined {
  const segments = selectSegments(db);
  return segments.find((segment) => unsentOf(segment) > 0) ?? segments.at(-1);
}

/** Events of all logs that the back office does not have yet. */
export function unsentEvents(db: ReadableDb): number {
  return selectSegments(db).reduce((sum, segment) => sum + unsentOf(segment), 0);
}

/**
 * Moves the acknowledged number of a log. Backwards, the back office was restored from an older copy: then nobody knows
 * what it has of the logs before, so the last event of each is sent again, and its answer says from where to go on.
 */
export function noteAcknowledged(db: WritableDb, logId: string, seq: number): void {
  db.transaction(() => {
    const segments = selectSegments(db);
    const own = segments.find((segment) => segment.logId === logId);
    if (own === undefined) return;
    updateAcknowledged(db, logId, seq);
    if (seq >= own.acknowledgedUpTo) return;
    for (const { ordinal, logId: earlier, lastSeq, acknowledgedUpTo } of segments)
      if (ordinal < own.ordinal) updateAcknowledged(db, earlier, Math.min(acknowledgedUpTo, Math.max(0, lastSeq - 1)));
  }).immediate();
}

function unsentOf({ lastSeq, acknowledgedUpTo }: LogSegment): number {
  return Math.max(0, lastSeq - acknowledgedUpTo);
}
