import { findChainFault, GENESIS_HASH } from "#core/events/chain.ts";
import { readEvent, type StoredEvent } from "#core/events/event.ts";
import type { ReadableDb } from "../connection.ts";
import { type LogSegment, selectSegments } from "../queries/logSegment.ts";
import { readLog } from "./storedEvents.ts";

/** The first event at which the logs of a file stop being whole, with a sentence. */
export interface ChainFault {
  readonly logId: string;
  readonly seq: number;
  readonly fault: string;
}

/** Checks the chain of every log and what binds each to the one before. Undefined when all is well. Reads everything. */
export function chainFault(db: ReadableDb): ChainFault | undefined {
  const segments = selectSegments(db);
  const numbers = numberingFault(segments);
  if (numbers !== undefined) return numbers;
  let before: Pick<StoredEvent, "logId" | "seq" | "hash"> | undefined;
  for (const event of readLog(db)) {
    const { logId } = event;
    const isFirst = logId !== before?.logId;
    const unbound = isFirst && before !== undefined ? bindingFault(event, before) : undefined;
    const fault = unbound ?? findChainFault([event], isFirst || !before ? { seq: 0, hash: GENESIS_HASH } : before);
    if (fault) return { ...fault, logId };
    before = event;
  }
  return undefined;
}

/** Each log begins where the one before ended, and none but the newest is empty. */
function numberingFault(segments: readonly LogSegment[]): ChainFault | undefined {
  for (const [index, { ordinal, logId, firstPosition }] of segments.entries()) {
    const isStart = index > 0 || firstPosition === 1;
    if (ordinal !== index + 1 || !isStart)
      return { logId, seq: 1, fault: `The list of logs is not numbered from 1 on at log ${logId}.` };
  }
  return undefined;
}

/** The first event of a log names the end of the log before; anything else was put there later. */
function bindingFault(
  first: StoredEvent,
  end: Pick<StoredEvent, "logId" | "seq" | "hash">,
): { readonly seq: number; readonly fault: string } | undefined {
  const read = readEvent(first);
  if (!read.ok) return { seq: first.seq, fault: read.error };
  const { value } = read;
  const isBound =
    value.type === "logRestored" &&
    value.payload.previousLogId === end.logId &&
    value.payload.previousSeq === end.seq &&
    value.payload.previousHash === end.hash;
  if (isBound) return undefined;
  return { seq: first.seq, fault: `Log ${first.logId} does not continue log ${end.logId} at event ${end.seq}.` };
}
