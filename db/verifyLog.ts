import { isDeepStrictEqual } from "node:util";
import { findChainFault, GENESIS_HASH } from "#core/events/chain.ts";
import { readEvent, type StoredEvent } from "#core/events/event.ts";
import type { RegisterLayer } from "#core/register/register.ts";
import type { ReadableDb } from "./connection.ts";
import { readTables, replayLog } from "./eventLog/projections.ts";
import { readLog } from "./eventLog/storedEvents.ts";
import { selectHighestPositionEver, selectLastEvent } from "./queries/event.ts";
import { type LogSegment, selectSegments } from "./queries/logSegment.ts";
import { selectRegisterHead } from "./queries/registerHead.ts";

/** What a check of the whole file found. */
export interface LogVerdict {
  readonly isSound: boolean;
  /** Of the newest log. */
  readonly lastSeq: number;
  /** The log with the first event at which a chain breaks, and that event's number there. */
  readonly firstBadLogId?: string | undefined;
  readonly firstBadSeq?: number | undefined;
  /** One sentence each; empty when all is well. */
  readonly faults: readonly string[];
}

interface ChainFault {
  readonly logId: string;
  readonly seq: number;
  readonly fault: string;
}

/**
 * Checks the file, the chain of each log and what binds it to the log before, that no number is missing at either end,
 * and that the projections are what the events say. Reads everything; changes nothing; throws for no damage.
 */
export function verifyLog(db: ReadableDb): LogVerdict {
  const faults: string[] = [...guarded("The file", () => fileFaults(db))];
  let chain: ChainFault | undefined;
  faults.push(
    ...guarded("The log", () => {
      chain = chainFault(db) ?? endFault(db);
      return chain ? [chain.fault] : [];
    }),
  );
  // Projections of a log that is not whole cannot be right.
  if (faults.length === 0) faults.push(...guarded("The register", () => registerFaults(db)));
  let lastSeq = 0;
  faults.push(
    ...guarded("The list of logs", () => {
      lastSeq = selectSegments(db).at(-1)?.lastSeq ?? 0;
      return [];
    }),
  );
  return { isSound: faults.length === 0, lastSeq, firstBadLogId: chain?.logId, firstBadSeq: chain?.seq, faults };
}

/** What cannot be read is a fault like any other. */
function guarded(what: string, find: () => string[]): string[] {
  try {
    return find();
  } catch (error) {
    return [`${what} cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function fileFaults(db: ReadableDb): string[] {
  const integrity = db.pragma("integrity_check", { simple: true });
  const orphans = db.pragma("foreign_key_check");
  const faults: string[] = [];
  if (integrity !== "ok") faults.push(`The file is damaged: ${String(integrity)}`);
  if (!Array.isArray(orphans) || orphans.length > 0) faults.push("A row refers to another that is not there.");
  return faults;
}

function chainFault(db: ReadableDb): ChainFault | undefined {
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

/** The chain cannot show that its newest events were cut off; counters that are kept elsewhere can. */
function endFault(db: ReadableDb): ChainFault | undefined {
  const position = selectLastEvent(db)?.position ?? 0;
  const segments = selectSegments(db);
  const newest = segments.at(-1);
  if (newest === undefined) return undefined;
  const highest = Math.max(selectHighestPositionEver(db), selectRegisterHead(db)?.position ?? 0);
  const highestSeq = highest - newest.firstPosition + 1;
  if (highest > position) return missing(newest, newest.lastSeq, highestSeq);
  const beyond = segments.find(({ lastSeq, acknowledgedUpTo }) => acknowledgedUpTo > lastSeq);
  return beyond && missing(beyond, beyond.lastSeq, beyond.acknowledgedUpTo);
}

function missing({ logId }: LogSegment, lastSeq: number, highest: number): ChainFault {
  return { logId, seq: lastSeq + 1, fault: `Events ${lastSeq + 1} to ${highest} are missing at the end of the log.` };
}

function registerFaults(db: ReadableDb): string[] {
  const head = selectRegisterHead(db);
  const last = selectLastEvent(db);
  const faults: string[] = [];
  if (head?.position !== last?.position || head?.hash !== last?.hash)
    faults.push("The register does not stand at the newest event of the log.");
  let replayed: RegisterLayer;
  try {
    replayed = replayLog(db);
  } catch (error) {
    return [...faults, `The log cannot be replayed: ${error instanceof Error ? error.message : String(error)}`];
  }
  const expected = records(replayed);
  const found = records(readTables(db));
  for (const name of new Set([...expected.keys(), ...found.keys()]))
    if (!isDeepStrictEqual(expected.get(name), found.get(name)))
      faults.push(`The record ${name} is not what the log says.`);
  return faults;
}

/** Records by name, as JSON keeps them: a field that is undefined and one that is absent are the same. */
function records(register: RegisterLayer): Map<string, unknown> {
  return new Map(
    register.changes().map(({ entity, key, record }) => [`${entity} ${key}`, JSON.parse(JSON.stringify(record))]),
  );
}
