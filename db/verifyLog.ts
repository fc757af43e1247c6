import { isDeepStrictEqual } from "node:util";
import type { RegisterLayer } from "#core/register/register.ts";
import type { ReadableDb } from "./connection.ts";
import { type ChainFault, chainFault } from "./eventLog/chainOfLogs.ts";
import { readTables, replayLog } from "./eventLog/projections.ts";
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
  /** The events themselves are whole, whatever the projections say. */
  readonly isHistorySound: boolean;
}

/**
 * Checks the file, the chain of each log and what binds it to the log before, that no number is missing at either end,
 * and that the projections are what the events say. Reads everything; changes nothing; throws for no damage.
 */
export function verifyLog(db: ReadableDb): LogVerdict {
  // The kiosk may write meanwhile: everything is read as it stands at one moment.
  return db.transaction(() => verify(db))();
}

function verify(db: ReadableDb): LogVerdict {
  const faults: string[] = [...guarded("The file", () => fileFaults(db))];
  let chain: ChainFault | undefined;
  faults.push(
    ...guarded("The log", () => {
      chain = chainFault(db) ?? endFault(db);
      return chain ? [chain.fault] : [];
    }),
  );
  const isHistorySound = faults.length === 0;
  // Projections of a log that is not whole cannot be right.
  if (isHistorySound) faults.push(...guarded("The register", () => registerFaults(db)));
  let lastSeq = 0;
  faults.push(
    ...guarded("The list of logs", () => {
      lastSeq = selectSegments(db).at(-1)?.lastSeq ?? 0;
      return [];
    }),
  );
  const isSound = faults.length === 0;
  return { isSound, lastSeq, firstBadLogId: chain?.logId, firstBadSeq: chain?.seq, faults, isHistorySound };
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
