import { failed, ok, type Result } from "#core/base/result.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { DatabaseError, type WritableDb } from "#db/connection.ts";
import { appendStored, bindingOf, type LogEnd, logEnd } from "#db/eventLog/appendStored.ts";
import { eventsOfSegment } from "#db/eventLog/storedEvents.ts";
import { selectSegments, updateAcknowledged } from "#db/queries/logSegment.ts";
import type { KnownLog, OfficeHistory } from "#sync/history.ts";

/** A stretch of the way from the file's end to the newest event that the back office has. */
interface Stretch {
  readonly logId: string;
  readonly upTo: number;
}

/**
 * Appends what the back office has beyond this file's end: the rest of its newest log, and the logs that continue it.
 * Notes how far the back office has each. Gives how many events came; fails with a sentence, having appended nothing
 * that does not chain on, where the two hold different histories or the back office does not answer.
 */
export async function completeFromOffice(db: WritableDb, office: OfficeHistory): Promise<Result<number, string>> {
  const logs = await office.logs();
  if (!logs.ok) return logs;
  const fork = forkWith(db, logs.value);
  if (fork !== undefined) return failed(fork);
  const way = await wayFrom(logEnd(db), logs.value, office);
  if (!way.ok) return way;
  let appended = 0;
  for (const { logId, upTo } of way.value) {
    const end = logEnd(db);
    const afterSeq = end?.logId === logId ? end.seq : 0;
    if (upTo < afterSeq)
      return failed(
        `This copy goes on to event ${afterSeq} of log ${logId}; the kiosk was restored at event ${upTo} since. Restore from a copy that was made later.`,
      );
    const events = await office.events(logId, { afterSeq, upTo });
    if (!events.ok) return events;
    const problem = append(db, events.value);
    if (problem !== undefined) return failed(problem);
    appended += events.value.length;
  }
  noteWhatOfficeHas(db, logs.value);
  return ok(appended);
}

function append(db: WritableDb, events: readonly StoredEvent[]): string | undefined {
  try {
    appendStored(db, events);
    return undefined;
  } catch (error) {
    if (error instanceof DatabaseError) return `The back office's events do not fit: ${error.message}`;
    throw error;
  }
}

/** The newest way that leads on from the file's newest log; for an empty file the newest way from any beginning. */
async function wayFrom(
  from: LogEnd | undefined,
  logs: readonly KnownLog[],
  office: OfficeHistory,
): Promise<Result<readonly Stretch[], string>> {
  const bindings = new Map<string, ReturnType<typeof bindingOf>>();
  for (const { logId } of logs) {
    const first = await office.events(logId, { afterSeq: 0, upTo: 1 });
    if (!first.ok) return first;
    bindings.set(logId, first.value[0] && bindingOf(first.value[0]));
  }
  for (const { logId, lastSeq } of logs.toReversed()) {
    const way: Stretch[] = [{ logId, upTo: lastSeq }];
    for (let first = way[0]; first !== undefined && first.logId !== from?.logId; first = way[0]) {
      const binding = bindings.get(first.logId);
      // A log is continued once: a circle would need two that name each other.
      if (binding === undefined || way.length > logs.length) break;
      way.unshift({ logId: binding.previousLogId, upTo: binding.previousSeq });
    }
    const [start] = way;
    const isComplete = from === undefined ? bindings.has(start?.logId ?? "") : start?.logId === from.logId;
    if (!isComplete) continue;
    // What the back office does not have yet of the log itself is no step back.
    const isOwn = way.length === 1 && from !== undefined;
    return ok(isOwn ? [{ logId, upTo: Math.max(lastSeq, from.seq) }] : way);
  }
  return from === undefined ? failed("The back office has no log of this kiosk.") : ok([]);
}

/** A sentence where the back office holds another event under a number that is here too. */
function forkWith(db: WritableDb, logs: readonly KnownLog[]): string | undefined {
  for (const segment of selectSegments(db)) {
    const known = logs.find(({ logId }) => logId === segment.logId);
    if (known === undefined || known.lastSeq < 1 || known.lastSeq > segment.lastSeq) continue;
    const [own] = eventsOfSegment(db, segment, { seq: known.lastSeq - 1, limit: 1 });
    if (own?.hash !== known.hash)
      return `The back office has another event ${known.lastSeq} of log ${segment.logId} than this copy. Restore from another copy, or --from back-office.`;
  }
  return undefined;
}

function noteWhatOfficeHas(db: WritableDb, logs: readonly KnownLog[]): void {
  for (const { logId, lastSeq } of selectSegments(db)) {
    const known = logs.find((log) => log.logId === logId)?.lastSeq ?? 0;
    updateAcknowledged(db, logId, Math.min(known, lastSeq));
  }
}
