import type { StoredEvent } from "#core/events/event.ts";
import type { ReadableDb } from "../connection.ts";
import { type EventRow, selectEventsAfter } from "../queries/event.ts";
import { type LogSegment, selectSegments } from "../queries/logSegment.ts";

const CHUNK_EVENTS = 1_000;

/** Where an event stands: the log that it belongs to, by the place at which that begins. */
export type LogPlace = Pick<LogSegment, "logId" | "firstPosition">;

/** The row as it is sent: with its log's id and its number there. */
export function storedEvent({ position, ...row }: EventRow, { logId, firstPosition }: LogPlace): StoredEvent {
  return { logId, seq: position - firstPosition + 1, ...row };
}

/** The place of an event of this log. */
export function positionOf(seq: number, { firstPosition }: LogPlace): number {
  return firstPosition + seq - 1;
}

/** The sequence number in this log from which on a place counts; 1 for a place in a log before it. */
export function seqFrom(position: number, { firstPosition }: LogPlace): number {
  return Math.max(1, position - firstPosition + 1);
}

/** Events of one log above `seq`, in order, at most `limit`. */
export function eventsOfSegment(
  db: ReadableDb,
  segment: LogSegment,
  after: { readonly seq: number; readonly limit: number },
): StoredEvent[] {
  const limit = Math.min(after.limit, Math.max(0, segment.lastSeq - after.seq));
  if (limit === 0) return [];
  return selectEventsAfter(db, positionOf(after.seq, segment), { limit }).map((row) => storedEvent(row, segment));
}

/** All events of all logs of the file in order, read in chunks. Rows before the first log are none of any. */
export function* readLog(db: ReadableDb): Iterable<StoredEvent> {
  const segments = selectSegments(db);
  let position = 0;
  for (;;) {
    const chunk = selectEventsAfter(db, position, { limit: CHUNK_EVENTS });
    for (const row of chunk) {
      const segment = segments.findLast(({ firstPosition }) => firstPosition <= row.position);
      if (segment !== undefined) yield storedEvent(row, segment);
    }
    const last = chunk.at(-1);
    if (last === undefined) return;
    position = last.position;
  }
}
