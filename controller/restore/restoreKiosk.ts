import { copyFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { failed, ok, type Result } from "#core/base/result.ts";
import { DatabaseError, type WritableDb } from "#db/connection.ts";
import { continueLostLog } from "#db/eventLog/appendStored.ts";
import { readTables, remakeRegister } from "#db/eventLog/projections.ts";
import { closeAsOneFile, holdDatabase, openBeside } from "#db/open.ts";
import { remakeKeyShares } from "#db/queries/keyShare.ts";
import { updateEnrolled } from "#db/queries/syncState.ts";
import { deleteUnfinishedVisit } from "#db/queries/unfinishedVisit.ts";
import { asidePathOf, clearReady, finishReplacing, readyPath, replaceDatabase } from "#db/replaceDatabase.ts";
import { verifyLog } from "#db/verifyLog.ts";
import type { OfficeHistory } from "#sync/history.ts";
import { completeFromOffice } from "./completeFromOffice.ts";

/** What a database is put together from, and with which moment and chance. */
export interface RestoreOptions {
  /** The kiosk's database; need not exist any more. */
  readonly databasePath: string;
  /** A backup; undefined rebuilds from the back office alone. */
  readonly backupPath: string | undefined;
  /** Absent: without what the back office has since the backup. */
  readonly office?: OfficeHistory | undefined;
  /** 32 lower-case hexadecimal digits from 128 random bits. */
  readonly mintLogId: () => string;
  /**
   * Brings back the keys of these dossiers that are not here any more, before the database is put in place. Absent where
   * the keys are here; a key that cannot be had leaves its dossier without personal data and stops nothing.
   */
  readonly bringKeys?: ((dossierIds: readonly string[]) => Promise<void>) | undefined;
  readonly atMs: number;
  readonly isTimeTrusted: boolean;
}

/** What came of it. */
export interface Restored {
  /** `finished`: an earlier one that was interrupted was carried to its end, and nothing else was done. */
  readonly kind: "restored" | "finished";
  /** Where the database is kept that was in use before; absent where there was none. */
  readonly keptAs?: string | undefined;
  /** Events that came from the back office. */
  readonly fromOffice: number;
  /** Staff settle this case by looking into every compartment; absent for `finished`. */
  readonly caseNumber?: number | undefined;
}

/**
 * Puts a database in the place of the present one, which is kept under another name. Fails with a sentence; then, or when
 * it is interrupted, either the present database is still in place or the new one is, never anything in between.
 */
export async function restoreKiosk(options: RestoreOptions): Promise<Result<Restored, string>> {
  const { databasePath } = options;
  mkdirSync(dirname(databasePath), { recursive: true, mode: 0o700 });
  let held: ReturnType<typeof holdDatabase>;
  try {
    held = holdDatabase(databasePath);
  } catch (error) {
    if (error instanceof DatabaseError) return failed(error.message);
    throw error;
  }
  try {
    const keptAs = finishReplacing(databasePath);
    if (keptAs !== undefined) return ok({ kind: "finished", keptAs, fromOffice: 0 });
    return await restoreHeld(options);
  } finally {
    held.release();
  }
}

async function restoreHeld(options: RestoreOptions): Promise<Result<Restored, string>> {
  const { databasePath, atMs } = options;
  const made = await makeReady(options);
  if (!made.ok) {
    clearReady(databasePath);
    return failed(`${made.error} Nothing was changed; the database that was in place still is.`);
  }
  const keptAs = asidePathOf(dirname(databasePath), atMs);
  replaceDatabase(databasePath, keptAs);
  return ok({ kind: "restored", keptAs, ...made.value });
}

type Made = Pick<Restored, "fromOffice" | "caseNumber">;

/** Puts the new database together beside the present one. */
async function makeReady(options: RestoreOptions): Promise<Result<Made, string>> {
  const { databasePath, backupPath, office } = options;
  const path = readyPath(databasePath);
  clearReady(databasePath);
  try {
    if (backupPath !== undefined) copyFileSync(backupPath, path);
    const db = openBeside(path);
    try {
      const sound = backupPath === undefined ? ok(undefined) : checked(db, "The backup is not sound");
      if (!sound.ok) return sound;
      const fromOffice = office === undefined ? ok(0) : await completeFromOffice(db, office);
      if (!fromOffice.ok) return fromOffice;
      const caseNumber = goOn(db, options);
      await options.bringKeys?.(dossiersWithPersonalPart(db));
      const whole = checked(db, "What was put together is not sound");
      return whole.ok ? ok({ fromOffice: fromOffice.value, caseNumber }) : whole;
    } finally {
      closeAsOneFile(db);
    }
  } catch (error) {
    if (error instanceof DatabaseError) return failed(error.message);
    if (error instanceof Error && "code" in error) return failed(`${error.message}.`);
    throw error;
  }
}

function goOn(db: WritableDb, { office, backupPath, mintLogId, atMs, isTimeTrusted }: RestoreOptions): number {
  // Whoever was being served then has long gone.
  deleteUnfinishedVisit(db);
  // It knows this kiosk's key, or it would not have answered.
  if (office !== undefined) updateEnrolled(db);
  remakeRegister(db);
  remakeKeyShares(db);
  const source = backupPath === undefined ? "backOffice" : "backup";
  return continueLostLog(db, { newLogId: mintLogId(), source, atMs, isTimeTrusted });
}

function dossiersWithPersonalPart(db: WritableDb): string[] {
  return [...readTables(db).all("dossier")].filter(({ personal }) => personal).map(({ dossierId }) => dossierId);
}

function checked(db: WritableDb, what: string): Result<undefined, string> {
  const { isSound, faults } = verifyLog(db);
  return isSound ? ok(undefined) : failed(`${what}: ${faults.join(" ")}`);
}
