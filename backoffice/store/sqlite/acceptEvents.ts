import type { Database } from "better-sqlite3";
import type { KeyShare } from "#core/contract/sync.ts";
import { GENESIS_HASH } from "#core/events/chain.ts";
import { readEvent, type StoredEvent } from "#core/events/event.ts";
import { judgeBatch } from "../../intake/judgeBatch.ts";
import type { AcceptOutcome } from "../officeStore.ts";
import { forgetKey, keepKey } from "./dossierKeys.ts";
import { projectOrPark } from "./project.ts";
import { raiseAlarm } from "./queries/alarms.ts";
import { hashAt, hasOtherLog, insertEvent, logHead, setLogHead } from "./queries/events.ts";
import { noteContact } from "./queries/kiosks.ts";

/** One authentic sync request, as far as the store is concerned. */
export interface Batch {
  readonly kioskNumber: number;
  readonly logId: string;
  readonly events: readonly StoredEvent[];
  readonly keyShares: readonly KeyShare[];
  readonly ordersTakenUpTo: number;
  readonly nowMs: number;
}

/** Takes the fresh events of a batch with their projections, or none of it; one transaction. */
export function acceptEvents(db: Database, batch: Batch): AcceptOutcome {
  const outcome = db.transaction(() => acceptInTransaction(db, batch)).immediate();
  // A key that was forgotten must not stay readable in the write-ahead file.
  if (batch.events.some(isRetentionEnd)) db.pragma("wal_checkpoint(TRUNCATE)");
  return outcome;
}

function acceptInTransaction(db: Database, batch: Batch): AcceptOutcome {
  const { kioskNumber, logId, nowMs } = batch;
  const known = logHead(db, kioskNumber, logId);
  const head = known ?? { seq: 0, hash: GENESIS_HASH };
  const verdict = judgeBatch(batch.events, head, hashAt(db, kioskNumber, logId));
  if (verdict.result === "refuse") {
    const { reason, message } = verdict;
    if (reason !== "gap") raiseAlarm(db, { kioskNumber, logId, kind: reason, message, nowMs });
    return { result: "refused", reason, message, acknowledgedUpTo: head.seq };
  }
  if (!known && verdict.fresh.length > 0) noteNewLog(db, batch);
  for (const event of verdict.fresh) storeOne(db, batch, event);
  // After the events: one of them may have ended an earlier retention of the same dossier.
  for (const share of batch.keyShares) keepKey(db, batch, share);
  const newest = verdict.fresh.at(-1) ?? head;
  if (verdict.fresh.length > 0) setLogHead(db, batch, { seq: newest.seq, hash: newest.hash, nowMs });
  noteContact(db, kioskNumber, { logId, lastSeq: newest.seq, takenUpTo: batch.ordersTakenUpTo, nowMs });
  return { result: "accepted", acknowledgedUpTo: newest.seq, storedCount: verdict.fresh.length };
}

function storeOne(db: Database, batch: Batch, event: StoredEvent): void {
  const { kioskNumber, logId, nowMs } = batch;
  const receivedId = insertEvent(db, kioskNumber, { ...event, nowMs });
  const reason = projectOrPark(db, kioskNumber, { receivedId, event });
  if (isRetentionEnd(event)) forgetKey(db, kioskNumber, event);
  if (reason !== undefined) raiseAlarm(db, { kioskNumber, logId, kind: "eventsParked", message: reason, nowMs });
}

/**
 * A kiosk begins a second log when it was restored from a copy, which its first event says, or when its disk was replaced
 * or its data was deleted: a person should know why.
 */
function noteNewLog(db: Database, batch: Batch): void {
  const { kioskNumber, logId, nowMs } = batch;
  if (!hasOtherLog(db, kioskNumber, logId)) return;
  const [first] = batch.events;
  const read = first && readEvent(first);
  if (read?.ok && read.value.type === "logRestored") {
    const { previousLogId, previousSeq } = read.value.payload;
    const restored = `Kiosk ${kioskNumber} was restored: its log goes on from log ${previousLogId} at event ${previousSeq}.`;
    return raiseAlarm(db, { kioskNumber, logId, kind: "restoredLog", message: restored, nowMs });
  }
  const message = `Kiosk ${kioskNumber} begins a new log; the earlier one ended and stays stored.`;
  raiseAlarm(db, { kioskNumber, logId, kind: "newLog", message, nowMs });
}

function isRetentionEnd({ type }: StoredEvent): boolean {
  return type === "retentionEnded";
}
