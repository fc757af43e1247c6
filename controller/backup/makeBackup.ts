import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { assert } from "#core/base/assert.ts";
import { renameDurably } from "#db/durable.ts";
import type { LogVerdict } from "#db/verifyLog.ts";
import { type Backup, backupName, type Keeping, listBackups, removable } from "./backupFolder.ts";

export interface BackupPlace extends Keeping {
  readonly databasePath: string;
  readonly folder: string;
}

/** Longest time for copy and check, milliseconds: years of events. */
const WITHIN_MS = 10 * 60_000;

/**
 * Makes a backup now: written under another name in a thread of its own, checked there from the first event to the last,
 * and named only then; afterwards those beyond the limits go, never the newest good one. Rejects with a sentence where
 * it could not be made; older backups are untouched then.
 */
export async function makeBackup(place: BackupPlace, nowMs: number): Promise<Backup & { readonly lastSeq: number }> {
  const { databasePath, folder } = place;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, backupName(nowMs));
  const draft = `${path}.draft`;
  try {
    rmSync(draft, { force: true });
    const verdict = await copyInThread(databasePath, draft);
    if (!verdict.isSound) throw new Error(`The copy is not sound: ${verdict.faults.join(" ")}`);
    renameDurably(draft, path);
    // With a clock that went back the newest one has an old name.
    const others = listBackups(folder).filter((backup) => backup.path !== path);
    for (const old of removable(others, { ...place, keep: place.keep - 1 })) rmSync(old.path, { force: true });
    return { path, atMs: nowMs, lastSeq: verdict.lastSeq };
  } finally {
    for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(`${draft}${suffix}`, { force: true });
  }
}

function copyInThread(fromPath: string, toPath: string): Promise<LogVerdict> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./backupThread.ts", import.meta.url), { workerData: [fromPath, toPath] });
    const tooLong = setTimeout(() => void worker.terminate(), WITHIN_MS);
    worker.once("message", (verdict: unknown) => {
      assert(typeof verdict === "object" && verdict !== null && "isSound" in verdict, "The copy sends its verdict.");
      // Sent by `backupThread.ts`, of this same program.
      resolve(verdict as LogVerdict);
    });
    worker.once("error", reject);
    worker.once("exit", () => {
      clearTimeout(tooLong);
      reject(new Error("The copy ended without a verdict."));
    });
  });
}
