import { assert } from "#core/base/assert.ts";
import type { CompartmentRecord } from "#core/register/records.ts";
import { compartmentOf } from "#core/register/register.ts";
import type { WritableDb } from "#db/connection.ts";
import type { KioskLog } from "#db/eventLog/openEventLog.ts";
import { type BareFile, prepareBareFile } from "./bareFile.ts";
import { commissioning, nextDoorEvent } from "./doorEvents.ts";
import { openFile, openLog } from "./logFile.ts";
import { readRows } from "./rowReader.ts";
import { sampleVisitText } from "./sampleVisit.ts";

/** How long each block took three ways, milliseconds. */
export interface AppendTimes {
  /** `append` of one event, its projection and the unfinished visit, `BLOCK_APPENDS` times. */
  readonly append: readonly number[];
  /** As many bare transactions that write the same rows. */
  readonly bare: readonly number[];
  /** As many bare inserts of the event's row alone. */
  readonly singleRow: readonly number[];
}

/** Appends in a row before the others' turn. */
export const BLOCK_APPENDS = 1;

/** Blocks before the measured ones: compiled code, warm pages. */
const WARM_UP_BLOCKS = 200;

/**
 * Appends to the kiosk's log and writes the same rows barely into two other files of the same folder, block by block in
 * turn, so that a disk that is busy for a while is busy for all three.
 */
export function measureAppend(folder: string, blocks: number): AppendTimes {
  const own = openFile(folder, "log.db");
  const whole = openFile(folder, "bare.db");
  const single = openFile(folder, "single.db");
  try {
    const log = openLog(own.db, folder);
    const peers = { whole: prepareBareFile(whole.db), single: prepareBareFile(single.db) };
    for (const draft of commissioning()) {
      log.append({ drafts: [draft], ...moment(), visit: sampleVisitText });
      const record = compartmentOf(log.register, draft.payload.compartmentNumber);
      if (record) readRows(own.db, [record], log.lastSeq).forEach(peers.whole.writeAll);
    }
    const file = { log, db: own.db };
    for (let block = 0; block < WARM_UP_BLOCKS; block += 1) runBlock(file, peers, block);
    const times = Array.from({ length: blocks }, (_, block) => runBlock(file, peers, block));
    assertSameRows(own.db, whole.db);
    return {
      append: times.map(({ appendMs }) => appendMs),
      bare: times.map(({ bareMs }) => bareMs),
      singleRow: times.map(({ singleRowMs }) => singleRowMs),
    };
  } finally {
    for (const file of [own, whole, single]) file.close();
  }
}

interface LogFile {
  readonly log: KioskLog;
  readonly db: WritableDb;
}

function runBlock(
  { log, db }: LogFile,
  { whole, single }: { readonly whole: BareFile; readonly single: BareFile },
  block: number,
): { appendMs: number; bareMs: number; singleRowMs: number } {
  const changed: CompartmentRecord[] = [];
  let appendMs = 0;
  for (let count = 0; count < BLOCK_APPENDS; count += 1) {
    const draft = nextDoorEvent(log);
    const commit = { drafts: [draft], ...moment(), visit: sampleVisitText };
    appendMs += timed(() => void log.append(commit));
    const record = compartmentOf(log.register, draft.payload.compartmentNumber);
    if (record) changed.push(record);
  }
  const rows = readRows(db, changed, log.lastSeq);
  const writeSingle = (): number => timed(() => rows.forEach(single.writeEvent));
  const earlyMs = block % 2 === 0 ? writeSingle() : undefined;
  const bareMs = timed(() => rows.forEach(whole.writeAll));
  return { appendMs, bareMs, singleRowMs: earlyMs ?? writeSingle() };
}

function timed(write: () => void): number {
  const startMs = performance.now();
  write();
  return performance.now() - startMs;
}

function moment(): { readonly atMs: number; readonly isTimeTrusted: boolean } {
  return { atMs: Date.now(), isTimeTrusted: true };
}

/** What is compared must be the same work: both files hold the same rows at the end. */
function assertSameRows(log: WritableDb, bare: WritableDb): void {
  for (const table of ["event", "register_head", "register_compartment", "unfinished_visit"]) {
    const rowsOf = (db: WritableDb): string => JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all());
    assert(rowsOf(log) === rowsOf(bare), `The bare file does not hold the log's rows of ${table}.`);
  }
}
