import { GENESIS_HASH, hashEvent } from "#core/events/chain.ts";
import type { EventPayload } from "#core/events/event.ts";
import { type KioskEvent, readEvent, type StoredEvent } from "#core/events/event.ts";
import { eventCatalogue } from "#core/events/payloads.ts";
import { machineOf } from "#core/register/register.ts";
import { DatabaseError, type ReadableDb, type WritableDb } from "../connection.ts";
import { insertEvent, selectLastEvent } from "../queries/event.ts";
import { insertSegment, selectNewestSegment } from "../queries/logSegment.ts";
import { remakeRegister, replayLog } from "./projections.ts";
import { storedEvent } from "./storedEvents.ts";

/** The end of the newest log of a file. */
export interface LogEnd {
  readonly logId: string;
  /** 0 for a log without events. */
  readonly seq: number;
  /** The genesis hash for a log without events. */
  readonly hash: string;
}

/** Where the file's newest log ends; undefined where there is none. */
export function logEnd(db: ReadableDb): LogEnd | undefined {
  const segment = selectNewestSegment(db);
  if (segment === undefined) return undefined;
  const row = selectLastEvent(db);
  const last = row && segment.lastSeq > 0 ? storedEvent(row, segment) : undefined;
  return { logId: segment.logId, seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS_HASH };
}

/** True where this stored event is the next of a file that ends there: in the same log, or as the first of the next. */
export function continues(event: StoredEvent, end: LogEnd | undefined): boolean {
  if (hashEvent(event) !== event.hash) return false;
  if (end !== undefined && event.logId === end.logId)
    return event.seq === end.seq + 1 && event.previousHash === end.hash;
  if (event.seq !== 1 || event.previousHash !== GENESIS_HASH) return false;
  if (end === undefined) return true;
  const binding = bindingOf(event);
  return binding?.previousLogId === end.logId && binding.previousSeq === end.seq && binding.previousHash === end.hash;
}

/** What the first event of a restored log says of the log before; undefined for any other event. */
export function bindingOf(event: StoredEvent): EventPayload<"logRestored"> | undefined {
  const read = readEvent(event);
  return read.ok && read.value.type === "logRestored" ? read.value.payload : undefined;
}

/**
 * Appends rows as they were stored elsewhere, in order, in one transaction; a further log begins where the first event of
 * one comes. The projections are not touched: `remakeRegister` is due afterwards. Throws a `DatabaseError`, having
 * changed nothing, where an event does not continue what is there.
 */
export function appendStored(db: WritableDb, events: Iterable<StoredEvent>): void {
  db.transaction(() => {
    let end = logEnd(db);
    let position = selectLastEvent(db)?.position ?? 0;
    for (const event of events) {
      if (!continues(event, end))
        throw new DatabaseError(
          "damaged",
          `Event ${event.seq} of log ${event.logId} does not continue ${end === undefined ? "an empty file" : `event ${end.seq} of log ${end.logId}`}.`,
        );
      if (event.logId !== end?.logId) insertSegment(db, { logId: event.logId, firstPosition: position + 1 });
      position += 1;
      insertEvent(db, { ...event, position });
      end = event;
    }
  }).immediate();
}

/** How a log is continued that lost its end. */
export interface ContinueOptions {
  /** 32 lower-case hexadecimal digits from 128 random bits. */
  readonly newLogId: string;
  readonly source: EventPayload<"logRestored">["source"];
  readonly atMs: number;
  readonly isTimeTrusted: boolean;
}

/** Case numbers that may have been given out after the last event that is known. */
const CASES_PERHAPS_OPENED = 100;

/**
 * Begins a log that continues the file's newest one, whose end is lost, and opens the case for staff. Makes the
 * projections anew. Gives the case's number. Throws a `DatabaseError` for a file without any log.
 */
export function continueLostLog(db: WritableDb, options: ContinueOptions): number {
  const end = logEnd(db);
  if (end === undefined) throw new DatabaseError("damaged", "There is no log that could be continued.");
  const { newLogId: logId, source, atMs, isTimeTrusted } = options;
  const caseNumber = machineOf(replayLog(db)).lastCaseNumber + CASES_PERHAPS_OPENED;
  const binding = { previousLogId: end.logId, previousSeq: end.seq, previousHash: end.hash };
  const at = { logId, atMs, isTimeTrusted };
  const restored = stored(
    "logRestored",
    { ...binding, source, isComplete: false, caseNumber },
    { ...at, seq: 1, previousHash: GENESIS_HASH },
  );
  const opened = stored("caseOpened", { caseNumber, kind: "restored" }, { ...at, seq: 2, previousHash: restored.hash });
  appendStored(db, [restored, opened]);
  remakeRegister(db);
  return caseNumber;
}

function stored<T extends KioskEvent["type"]>(
  type: T,
  payload: EventPayload<T>,
  at: Pick<StoredEvent, "logId" | "seq" | "atMs" | "isTimeTrusted" | "previousHash">,
): StoredEvent {
  const covered = {
    ...at,
    type,
    version: eventCatalogue[type].version,
    payload: JSON.stringify(payload),
    sealed: null,
  };
  return { ...covered, hash: hashEvent(covered) };
}
