import { copyFileSync, existsSync } from "node:fs";
import { dirname } from "node:path";
import { failed, ok, type Result } from "#core/base/result.ts";
import { DatabaseError, type ReadableDb } from "#db/connection.ts";
import { appendStored, continueLostLog } from "#db/eventLog/appendStored.ts";
import { remakeRegister } from "#db/eventLog/projections.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { closeAsOneFile, holdDatabase, openBeside, openForReading } from "#db/open.ts";
import { remakeKeyShares } from "#db/queries/keyShare.ts";
import { selectSegments, updateAcknowledged } from "#db/queries/logSegment.ts";
import { deleteUnfinishedVisit } from "#db/queries/unfinishedVisit.ts";
import { asidePathOf, clearReady, finishReplacing, readyPath, replaceDatabase } from "#db/replaceDatabase.ts";
import { copyOtherTables, type Salvage, salvage, salvagedEvent } from "#db/salvage.ts";
import { verifyLog } from "#db/verifyLog.ts";
import type { OfficeHistory } from "#sync/history.ts";
import { type AssembledLog, assembleLog, type EventSource, officeSource, type WantedLog } from "./assembleLog.ts";

export interface RepairOptions {
  readonly databasePath: string;
  /** Verified backups, newest first. */
  readonly backupPaths: readonly string[];
  readonly office?: OfficeHistory | undefined;
  /**
   * What to do where something is lost for good. `never`: change nothing. `end`: go on under a new log id where only the
   * end is lost. `accept`: also where readable events beyond the loss are given up.
   */
  readonly mayLose: "never" | "end" | "accept";
  /** 32 lower-case hexadecimal digits from 128 random bits. */
  readonly mintLogId: () => string;
  readonly atMs: number;
  readonly isTimeTrusted: boolean;
}

/** What came of it. */
export interface Repaired {
  /** `whole`: nothing is lost and the same log goes on. `restored`: its end is lost, staff must look. */
  readonly kind: "whole" | "restored" | "finished";
  readonly keptAs: string;
  readonly events: number;
  /** Staff settle this case by looking into every compartment; only for `restored`. */
  readonly caseNumber?: number | undefined;
}

/**
 * Makes a whole database out of a damaged one, its backups and the back office, as far as hashes chain, and puts it in
 * place; the damaged one is kept under another name. Fails with a sentence, having changed nothing, where that cannot be
 * done with the loss that is allowed.
 */
export async function repairLog(options: RepairOptions): Promise<Result<Repaired, string>> {
  let held: ReturnType<typeof holdDatabase> | undefined;
  try {
    held = holdDatabase(options.databasePath);
    return await repairHeldLog(options);
  } catch (error) {
    if (error instanceof DatabaseError) return failed(error.message);
    throw error;
  } finally {
    held?.release();
  }
}

/** As `repairLog`, for a caller that holds the database already (`holdDatabase`). */
export async function repairHeldLog(options: RepairOptions): Promise<Result<Repaired, string>> {
  const { databasePath, atMs } = options;
  const finished = finishReplacing(databasePath);
  if (finished !== undefined) return ok({ kind: "finished", keptAs: finished, events: 0 });
  try {
    const made = await makeReady(options);
    if (!made.ok) return failed(`${made.error} Nothing was changed.`);
    const keptAs = asidePathOf(dirname(databasePath), atMs);
    replaceDatabase(databasePath, keptAs);
    return ok({ ...made.value, keptAs });
  } finally {
    clearReady(databasePath);
    clearReady(wreckPath(databasePath));
  }
}

async function makeReady(options: RepairOptions): Promise<Result<Omit<Repaired, "keptAs">, string>> {
  const { databasePath, backupPaths, office, mayLose } = options;
  clearReady(databasePath);
  const opened = openWreck(databasePath);
  const backups = backupPaths.flatMap(readBackup);
  try {
    const found = opened === undefined ? undefined : salvage(opened);
    const wanted = await withOfficeKnown(wantedLogs(found, backups), office);
    if (wanted.length === 0) return failed("Neither the database nor a backup can be read: use kioskctl restore.");
    const assembled = await assemble(wanted, [...(found ? [ofSalvage(found)] : []), ...backups.map(ofBackup)], office);
    const { missing } = assembled;
    const given = missing === undefined ? 0 : readableBeyond(found, missing);
    if (missing !== undefined && (mayLose === "never" || (given > 0 && mayLose !== "accept")))
      return failed(
        `Event ${missing.seq} of log ${missing.logId} is neither in the database nor in a backup nor in the back office${given > 0 ? `; ${given} events beyond it would be given up (--accept-loss)` : ""}.`,
      );
    return build(options, assembled, opened);
  } finally {
    opened?.close();
  }
}

/** A copy is read, so that the damaged files stay exactly as they are. */
function openWreck(path: string): ReadableDb | undefined {
  if (!existsSync(path)) return undefined;
  const copy = readyPath(wreckPath(path));
  clearReady(wreckPath(path));
  for (const suffix of ["", "-wal"])
    if (existsSync(`${path}${suffix}`)) copyFileSync(`${path}${suffix}`, `${copy}${suffix}`);
  try {
    const db = openForReading(copy);
    db.prepare("SELECT count(*) FROM sqlite_schema").get();
    return db;
  } catch {
    // Not even its first page can be read: backups and back office must do.
    return undefined;
  }
}

function wreckPath(path: string): string {
  return `${path}.wreck`;
}

interface ReadBackup {
  readonly wanted: readonly WantedLog[];
  readonly events: ReadonlyMap<string, ReturnType<EventSource>>;
}

function readBackup(path: string): ReadBackup[] {
  try {
    const db = openForReading(path);
    try {
      const events = new Map([...readLog(db)].map((event) => [`${event.logId} ${event.seq}`, event] as const));
      return [{ wanted: selectSegments(db).map(({ logId, lastSeq }) => ({ logId, highestSeq: lastSeq })), events }];
    } finally {
      db.close();
    }
  } catch {
    // A backup that cannot be read helps nobody; the others may.
    return [];
  }
}

function ofBackup({ events }: ReadBackup): EventSource {
  return (logId, seq) => events.get(`${logId} ${seq}`);
}

function ofSalvage(found: Salvage): EventSource {
  return (logId, seq) => salvagedEvent(found, logId, seq);
}

/** The logs that there were: as the damaged file says, or as the newest backup does where that cannot be read. */
function wantedLogs(found: Salvage | undefined, backups: readonly ReadBackup[]): readonly WantedLog[] {
  const own = found?.segments ?? [];
  if (found === undefined || own.length === 0) return backups[0]?.wanted ?? [];
  return own.map(({ logId, firstPosition, lastSeq }, index) => {
    const isNewest = index === own.length - 1;
    return { logId, highestSeq: isNewest ? found.highestPosition - firstPosition + 1 : lastSeq };
  });
}

/** The back office may have events that the file itself no longer counts. */
async function withOfficeKnown(
  wanted: readonly WantedLog[],
  office: OfficeHistory | undefined,
): Promise<readonly WantedLog[]> {
  const logs = await office?.logs();
  if (!logs?.ok) return wanted;
  return wanted.map(({ logId, highestSeq }, index) => {
    const known = logs.value.find((log) => log.logId === logId)?.lastSeq ?? 0;
    return { logId, highestSeq: index === wanted.length - 1 ? Math.max(highestSeq, known) : highestSeq };
  });
}

async function assemble(
  wanted: readonly WantedLog[],
  sources: readonly EventSource[],
  office: OfficeHistory | undefined,
): Promise<AssembledLog> {
  const own = assembleLog(wanted, sources);
  if (own.missing === undefined || office === undefined) return own;
  return assembleLog(wanted, [...sources, await officeSource(office, wanted, own.missing)]);
}

/** Events that can be read and lie beyond the first that is lost. */
function readableBeyond(found: Salvage | undefined, missing: { readonly logId: string; readonly seq: number }): number {
  const segment = found?.segments.find(({ logId }) => logId === missing.logId);
  if (found === undefined || segment === undefined) return 0;
  const from = segment.firstPosition + missing.seq;
  return [...found.rows.keys()].filter((position) => position >= from).length;
}

function build(
  options: RepairOptions,
  { events, missing }: AssembledLog,
  wreck: ReadableDb | undefined,
): Result<Omit<Repaired, "keptAs">, string> {
  const { databasePath, mintLogId, atMs, isTimeTrusted } = options;
  const db = openBeside(readyPath(databasePath));
  try {
    appendStored(db, events);
    remakeRegister(db);
    remakeKeyShares(db);
    if (wreck !== undefined) copyOtherTables(wreck, db);
    for (const { logId, acknowledgedUpTo } of wreck === undefined ? [] : acknowledgedIn(wreck)) {
      const own = selectSegments(db).find((segment) => segment.logId === logId);
      if (own !== undefined) updateAcknowledged(db, logId, Math.min(acknowledgedUpTo, own.lastSeq));
    }
    let caseNumber: number | undefined;
    if (missing !== undefined) {
      deleteUnfinishedVisit(db);
      caseNumber = continueLostLog(db, { newLogId: mintLogId(), source: "salvage", atMs, isTimeTrusted });
    }
    const { isSound, faults } = verifyLog(db);
    if (!isSound) return failed(`What was put together is not sound: ${faults.join(" ")}`);
    return ok({ kind: missing === undefined ? "whole" : "restored", events: events.length, caseNumber });
  } finally {
    closeAsOneFile(db);
  }
}

function acknowledgedIn(wreck: ReadableDb): ReturnType<typeof selectSegments> {
  try {
    return selectSegments(wreck);
  } catch {
    // Then everything is sent again; the back office knows what it has.
    return [];
  }
}
