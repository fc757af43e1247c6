import type { KioskEvent, StoredEvent } from "#core/events/event.ts";
import { readEvent } from "#core/events/event.ts";
import { applyEvent } from "#core/register/apply.ts";
import { type RegisterChange, RegisterLayer } from "#core/register/register.ts";
import { DatabaseError, type ReadableDb, type WritableDb } from "../connection.ts";
import { selectLastEvent } from "../queries/event.ts";
import { selectRegisterHead, upsertRegisterHead } from "../queries/registerHead.ts";
import {
  deleteAllRecords,
  entities,
  recordOf,
  replaceTables,
  selectRecordRows,
  selectTally,
  upsertRecord,
  upsertTally,
} from "../queries/registerRecord.ts";
import { troubleOf } from "../trouble.ts";
import { chainFault } from "./chainOfLogs.ts";
import { RegisterTally, type TalliedRow } from "./registerTally.ts";
import { readLog } from "./storedEvents.ts";

/** Grows whenever `core/register` derives something else from the same events: then the tables are made anew. */
export const PROJECTION_VERSION = 3;

/** The register at the start of the program. */
export interface LoadedRegister {
  readonly register: RegisterLayer;
  readonly tally: RegisterTally;
  /** True where the tables were not what was written, so that they were made anew from the log. */
  readonly wasDamaged: boolean;
}

/**
 * The projections as their tables hold them. Made anew from the log where other rules wrote them, and where they are
 * damaged. Throws a `DatabaseError` where that is needed and the log itself is damaged too: nothing is derived from it.
 */
export function loadRegister(db: WritableDb): LoadedRegister {
  const last = selectLastEvent(db);
  if (last !== undefined && writtenByOtherRules(db)) return { ...remakeRegister(db), wasDamaged: false };
  return wholeTables(db, last) ?? { ...remakeRegister(db), wasDamaged: true };
}

/** The projections as the tables hold them, whatever the log says. */
export function readTables(db: ReadableDb): RegisterLayer {
  return readRows(db).register;
}

/** The rows in which changes are stored. */
export function rowsOf(changes: readonly RegisterChange[]): TalliedRow[] {
  return changes.map(({ entity, key, record }) => ({ entity, key, body: JSON.stringify(record) }));
}

/** The next start makes the register anew: it is not what the log says. */
export function distrustRegister(db: WritableDb): void {
  const head = selectRegisterHead(db);
  if (head !== undefined) upsertRegisterHead(db, { ...head, hash: "" });
}

function writtenByOtherRules(db: ReadableDb): boolean {
  try {
    const head = selectRegisterHead(db);
    return head !== undefined && head.projectionVersion !== PROJECTION_VERSION;
  } catch (error) {
    // A table that cannot be read is damaged; whoever wrote it.
    if (troubleOf(error) === "damaged") return false;
    throw error;
  }
}

/** Undefined where the tables are not what was written with the newest event. */
function wholeTables(db: ReadableDb, last: ReturnType<typeof selectLastEvent>): LoadedRegister | undefined {
  try {
    const head = selectRegisterHead(db);
    if (head?.position !== last?.position || head?.hash !== last?.hash) return undefined;
    const { register, tally } = readRows(db);
    const isWhole = last === undefined || selectTally(db) === tally.with([]).value;
    return isWhole ? { register, tally, wasDamaged: false } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || troubleOf(error) === "damaged") return undefined;
    throw error;
  }
}

function readRows(db: ReadableDb): { readonly register: RegisterLayer; readonly tally: RegisterTally } {
  const register = new RegisterLayer();
  const tally = new RegisterTally();
  for (const entity of entities) {
    const rows = selectRecordRows(db, entity);
    tally.with(rows.map((row) => ({ entity, ...row }))).keep();
    register.absorb(rows.map((row) => ({ entity, key: row.key, record: recordOf(entity, row) })));
  }
  return { register, tally };
}

/** The projections of a whole log, worked out without touching the tables. Throws where an event cannot be applied. */
export function replayLog(db: ReadableDb): RegisterLayer {
  const register = new RegisterLayer();
  for (const stored of readLog(db)) applyEvent(register, understood(stored));
  return register;
}

/** Makes the tables anew from the log. Throws a `DatabaseError` where the log is not whole. */
export function remakeRegister(db: WritableDb): Omit<LoadedRegister, "wasDamaged"> {
  checkChain(db);
  const register = replayLog(db);
  try {
    return { register, tally: writeTables(db, register) };
  } catch (error) {
    if (troubleOf(error) !== "damaged") throw error;
  }
  replaceTables(db);
  const tally = writeTables(db, register);
  pack(db);
  return { register, tally };
}

/** A register that was made from a changed log could call a compartment empty that is not. */
function checkChain(db: ReadableDb): void {
  const found = chainFault(db);
  if (found === undefined) return;
  throw new DatabaseError(
    "damaged",
    `The database ${db.name} is damaged: its register has to be made anew from the log, and the log itself is not ` +
      `whole (${found.fault}) Nothing was changed. Keep a copy of the file, then run: npm run -s kioskctl -- log repair`,
  );
}

function writeTables(db: WritableDb, register: RegisterLayer): RegisterTally {
  const tally = new RegisterTally();
  const last = selectLastEvent(db);
  const rows = rowsOf(register.changes());
  const sum = tally.with(rows);
  db.transaction(() => {
    deleteAllRecords(db);
    for (const { entity, ...row } of rows) upsertRecord(db, entity, row);
    upsertTally(db, sum.value);
    if (last)
      upsertRegisterHead(db, { position: last.position, hash: last.hash, projectionVersion: PROJECTION_VERSION });
  }).immediate();
  sum.keep();
  return tally;
}

/** Gives pages back that nothing refers to any more. A file that cannot be packed works as it is. */
function pack(db: WritableDb): void {
  try {
    db.exec("VACUUM");
  } catch (error) {
    if (troubleOf(error) === undefined) throw error;
  }
}

function understood(stored: StoredEvent): KioskEvent {
  const event = readEvent(stored);
  if (!event.ok) throw new DatabaseError("fromTheFuture", `${event.error} Install the program that wrote it.`);
  return event.value;
}
