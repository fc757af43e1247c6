import { assert } from "#core/base/assert.ts";
import type { WritableDb } from "#db/connection.ts";
import type { KioskLog } from "#db/eventLog/openEventLog.ts";
import { type BareFile, prepareBareFile } from "./bareFile.ts";
import { commissioning, nextDoorEvent } from "./doorEvents.ts";
import { openFile, openLog } from "./logFile.ts";
import { readWrittenRows, type WrittenRows } from "./writtenRows.ts";

/** How long each round took three ways, milliseconds. */
export interface AppendTimes {
  /** `append` of one event with its projection, and the unfinished visit where it is kept too. */
  readonly append: readonly number[];
  /** A bare transaction that writes the same rows. */
  readonly bare: readonly number[];
  /** A bare insert of the event's row alone. */
  readonly singleRow: readonly number[];
}

/** Rounds before the measured ones: compiled code, warm pages. */
const WARM_UP_ROUNDS = 200;

/**
 * Appends to the kiosk's log and writes the same rows barely into two other files of the same folder, round by round in
 * turn, so that a disk that is busy for a while is busy for all three.
 */
export function measureAppend(
  folder: string,
  rounds: number,
  { visit }: { readonly visit?: string } = {},
): AppendTimes {
  const own = openFile(folder, "log.db");
  const whole = openFile(folder, "bare.db");
  const single = openFile(folder, "single.db");
  try {
    const parts: Parts = {
      db: own.db,
      log: openLog(own.db, folder),
      whole: prepareBareFile(whole.db),
      single: prepareBareFile(single.db),
      visit,
    };
    commission(parts);
    runRounds(parts, WARM_UP_ROUNDS);
    const times = runRounds(parts, rounds);
    assertSameRows(own.db, whole.db);
    return times;
  } finally {
    for (const file of [own, whole, single]) file.close();
  }
}

interface Parts {
  readonly db: WritableDb;
  readonly log: KioskLog;
  readonly whole: BareFile;
  readonly single: BareFile;
  /** Text of the unfinished visit that each append keeps; undefined: none. */
  readonly visit: string | undefined;
}

function commission({ db, log, whole, visit }: Parts): void {
  for (const draft of commissioning()) {
    log.append({ drafts: [draft], ...moment(), visit });
    whole.writeAll(readWrittenRows(db, log, draft.payload.compartmentNumber));
  }
}

function runRounds({ db, log, whole, single, visit }: Parts, rounds: number): AppendTimes {
  const times = { append: [] as number[], bare: [] as number[], singleRow: [] as number[] };
  let before: WrittenRows | undefined;
  for (let round = 0; round <= rounds; round += 1) {
    const rows = before;
    const draft = nextDoorEvent(log);
    const commit = { drafts: [draft], ...moment(), visit };
    const ways = [
      () => {
        if (round < rounds) times.append.push(timed(() => void log.append(commit)));
      },
      // The rows of the round before, so that any of the three can go first.
      () => {
        if (rows) times.bare.push(timed(() => whole.writeAll(rows)));
      },
      () => {
        if (rows) times.singleRow.push(timed(() => single.writeEvent(rows)));
      },
    ];
    const first = round % ways.length;
    for (const way of [...ways.slice(first), ...ways.slice(0, first)]) way();
    before = readWrittenRows(db, log, draft.payload.compartmentNumber);
  }
  return times;
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
