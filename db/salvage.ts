import type { StoredEvent } from "#core/events/event.ts";
import type { ReadableDb, WritableDb } from "./connection.ts";
import { storedEvent } from "./eventLog/storedEvents.ts";
import { type EventRow, selectEventsBetween, selectHighestPositionEver } from "./queries/event.ts";
import { type LogSegment, selectSegments } from "./queries/logSegment.ts";
import { selectRegisterHead } from "./queries/registerHead.ts";

/** What can still be read of a damaged file. */
export interface Salvage {
  /** Its logs; empty where the list of them cannot be read. */
  readonly segments: readonly LogSegment[];
  /** The highest place that was ever given out, by the largest of the counters that can be read. */
  readonly highestPosition: number;
  /** Rows by place; a row that was read may still be wrong: its hash says. */
  readonly rows: ReadonlyMap<number, EventRow>;
}

/** Rows that are asked for at once. */
const RANGE = 512;

/** Reads everything that SQLite gives out: around each page that it refuses, row by row. Changes nothing. */
export function salvage(db: ReadableDb): Salvage {
  const segments = readable(() => selectSegments(db)) ?? [];
  const acknowledged = segments.map(({ firstPosition, acknowledgedUpTo }) => firstPosition + acknowledgedUpTo - 1);
  const counters = [
    readable(() => selectHighestPositionEver(db)) ?? 0,
    readable(() => selectRegisterHead(db)?.position) ?? 0,
    segments.at(-1)?.lastPosition ?? 0,
    ...acknowledged,
  ];
  const highestPosition = Math.max(...counters);
  const rows = new Map<number, EventRow>();
  for (let from = 1; from <= highestPosition; from += RANGE)
    for (const row of rowsBetween(db, from, Math.min(from + RANGE - 1, highestPosition))) rows.set(row.position, row);
  return { segments, highestPosition, rows };
}

/** A salvaged row as an event of one of the file's logs. */
export function salvagedEvent({ segments, rows }: Salvage, logId: string, seq: number): StoredEvent | undefined {
  const segment = segments.find((known) => known.logId === logId);
  const row = segment && rows.get(segment.firstPosition + seq - 1);
  return segment && row && storedEvent(row, segment);
}

/** Tables that hold neither events nor what follows from them. */
export function copyOtherTables(from: ReadableDb, to: WritableDb): void {
  const known = new Set(tablesOf(to));
  for (const table of readable(() => tablesOf(from)) ?? []) {
    if (!known.has(table)) continue;
    const rows = readable(() => from.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw().all());
    if (rows === undefined) continue;
    to.transaction(() => {
      if (rows.length > 0) to.prepare(`DELETE FROM "${table}"`).run();
      for (const row of rows)
        to.prepare(`INSERT INTO "${table}" VALUES (${row.map(() => "?").join(", ")})`).run(...row);
    }).immediate();
  }
}

function tablesOf(db: ReadableDb): string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND name NOT LIKE 'register\\_%' ESCAPE '\\' AND name NOT IN ('event', 'log_segment')`,
    )
    .pluck()
    .all();
}

function rowsBetween(db: ReadableDb, from: number, to: number): EventRow[] {
  const rows = readable(() => selectEventsBetween(db, from, to));
  if (rows !== undefined || from === to) return rows ?? [];
  const middle = Math.floor((from + to) / 2);
  return [...rowsBetween(db, from, middle), ...rowsBetween(db, middle + 1, to)];
}

/** Undefined where the file does not give it out. */
function readable<Found>(read: () => Found): Found | undefined {
  try {
    return read();
  } catch {
    // That is what salvage is about: the caller does with less.
    return undefined;
  }
}
