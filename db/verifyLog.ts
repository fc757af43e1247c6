import { isDeepStrictEqual } from "node:util";
import { findChainFault, GENESIS_HASH } from "#core/events/chain.ts";
import type { StoredEvent } from "#core/events/event.ts";
import type { RegisterLayer } from "#core/register/register.ts";
import type { ReadableDb } from "./connection.ts";
import { readLog, readTables, replayLog } from "./eventLog/projections.ts";
import { selectHighestSeqEver, selectLastEvent } from "./queries/event.ts";
import { selectRegisterHead } from "./queries/registerHead.ts";

/** What a check of the whole file found. */
export interface LogVerdict {
  readonly isSound: boolean;
  readonly lastSeq: number;
  /** The first event at which the chain breaks. */
  readonly firstBadSeq?: number | undefined;
  /** One sentence each; empty when all is well. */
  readonly faults: readonly string[];
  /** The events themselves are whole, whatever the projections say. */
  readonly isHistorySound: boolean;
}

/**
 * Checks the file, the chain of hashes, that no number is missing at either end, and that the projections are what
 * the log says. Reads everything; changes nothing.
 */
export function verifyLog(db: ReadableDb): LogVerdict {
  // The kiosk may write meanwhile: everything is read as it stands at one moment.
  return db.transaction(() => verify(db))();
}

function verify(db: ReadableDb): LogVerdict {
  const lastSeq = selectLastEvent(db)?.seq ?? 0;
  const chain = chainFault(db) ?? endFault(db, lastSeq);
  const file = fileFaults(db);
  const faults = [...file, ...(chain ? [chain.fault] : registerFaults(db))];
  const isHistorySound = chain === undefined && file.length === 0;
  return { isSound: faults.length === 0, lastSeq, firstBadSeq: chain?.seq, faults, isHistorySound };
}

function fileFaults(db: ReadableDb): string[] {
  const integrity = db.pragma("integrity_check", { simple: true });
  const orphans = db.pragma("foreign_key_check");
  const faults: string[] = [];
  if (integrity !== "ok") faults.push(`The file is damaged: ${String(integrity)}`);
  if (!Array.isArray(orphans) || orphans.length > 0) faults.push("A row refers to another that is not there.");
  return faults;
}

function chainFault(db: ReadableDb): { readonly seq: number; readonly fault: string } | undefined {
  let before: Pick<StoredEvent, "seq" | "hash"> = { seq: 0, hash: GENESIS_HASH };
  for (const event of readLog(db)) {
    const fault = findChainFault([event], before);
    if (fault) return fault;
    before = event;
  }
  return undefined;
}

/** The chain cannot show that its newest events were cut off; the counter of the table and the register can. */
function endFault(db: ReadableDb, lastSeq: number): { readonly seq: number; readonly fault: string } | undefined {
  const highest = Math.max(selectHighestSeqEver(db), selectRegisterHead(db)?.seq ?? 0);
  if (highest <= lastSeq) return undefined;
  return { seq: lastSeq + 1, fault: `Events ${lastSeq + 1} to ${highest} are missing at the end of the log.` };
}

function registerFaults(db: ReadableDb): string[] {
  let replayed: RegisterLayer;
  try {
    replayed = replayLog(db);
  } catch (error) {
    return [`The log cannot be replayed: ${error instanceof Error ? error.message : String(error)}`];
  }
  const expected = records(replayed);
  const found = records(readTables(db));
  const faults: string[] = [];
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
