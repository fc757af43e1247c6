import type { StoredEvent } from "#core/events/event.ts";
import { continues, type LogEnd } from "#db/eventLog/appendStored.ts";
import type { OfficeHistory } from "#sync/history.ts";

/** Gives the event with this number of this log, if it has one; what it gives need not be right. */
export type EventSource = (logId: string, seq: number) => StoredEvent | undefined;

/** A log that should be whole, and its highest number that anybody knows of. */
export interface WantedLog {
  readonly logId: string;
  readonly highestSeq: number;
}

/** As much as chains, from the very first event on. */
export interface AssembledLog {
  readonly events: readonly StoredEvent[];
  /** The first event that nobody has; absent where everything is there. */
  readonly missing?: { readonly logId: string; readonly seq: number } | undefined;
}

/**
 * Puts the logs of a kiosk together from what several sources have: at each number the first event that chains on to the
 * one before is taken, so that a damaged row is passed over for a good copy of it.
 */
export function assembleLog(wanted: readonly WantedLog[], sources: readonly EventSource[]): AssembledLog {
  const events: StoredEvent[] = [];
  let end: LogEnd | undefined;
  for (const { logId, highestSeq } of wanted) {
    for (let seq = 1; seq <= highestSeq; seq += 1) {
      const next = firstThatContinues(sources, { logId, seq, end });
      if (next === undefined) return { events, missing: { logId, seq } };
      events.push(next);
      end = next;
    }
  }
  return { events };
}

function firstThatContinues(
  sources: readonly EventSource[],
  at: { readonly logId: string; readonly seq: number; readonly end: LogEnd | undefined },
): StoredEvent | undefined {
  for (const source of sources) {
    const found = source(at.logId, at.seq);
    if (found !== undefined && continues(found, at.end)) return found;
  }
  return undefined;
}

/** What the back office has of these logs from the missing event on; empty where it does not answer. */
export async function officeSource(
  office: OfficeHistory,
  wanted: readonly WantedLog[],
  missing: { readonly logId: string; readonly seq: number },
): Promise<EventSource> {
  const logs = await office.logs();
  const found = new Map<string, StoredEvent>();
  const from = wanted.findIndex(({ logId }) => logId === missing.logId);
  for (const { logId } of logs.ok ? wanted.slice(from) : []) {
    const known = logs.ok ? logs.value.find((log) => log.logId === logId) : undefined;
    const afterSeq = logId === missing.logId ? missing.seq - 1 : 0;
    if (known === undefined || known.lastSeq <= afterSeq) continue;
    const events = await office.events(logId, { afterSeq, upTo: known.lastSeq });
    for (const event of events.ok ? events.value : []) found.set(`${logId} ${event.seq}`, event);
  }
  return (logId, seq) => found.get(`${logId} ${seq}`);
}
