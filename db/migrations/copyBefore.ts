import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseError, type WritableDb } from "../connection.ts";
import { databaseError } from "../trouble.ts";
import { type Migration, schemaVersion } from "./migration.ts";

const CHUNK_BYTES = 1_048_576;

/**
 * Where the file has to be copied before its schema changes: `kiosk.db.before-0003` before step 3. Undefined for a new file,
 * one that is up to date, or where that copy is there already. Brings everything of the write-ahead file into the file
 * itself; throws a `DatabaseError` where somebody who reads it stands in the way.
 */
export function copyWantedAt(db: WritableDb, migrations: readonly Migration[]): string | undefined {
  const present = schemaVersion(db);
  const next = migrations.find(({ version }) => version > present);
  if (present <= 0 || next === undefined) return undefined;
  const path = `${db.name}.before-${String(next.version).padStart(4, "0")}`;
  if (existsSync(path)) return undefined;
  bringHome(db);
  return path;
}

/**
 * Copies the file and compares the copy with it. No connection to the file may be open in this process: closing a file
 * gives up every lock on it. Throws a `DatabaseError`; then there is no copy.
 */
export function copyVerified(from: string, to: string): void {
  try {
    copyDurably(from, to);
  } catch (error) {
    rmSync(`${to}.new`, { force: true });
    throw databaseError(from, error);
  }
}

/** Removes the copies that were made before migrations: the file itself was found whole since. */
export function removeCopiesBefore(path: string): void {
  const begin = `${basename(path)}.before-`;
  const folder = dirname(path);
  for (const name of readdirSync(folder)) if (name.startsWith(begin)) rmSync(join(folder, name), { force: true });
}

/** Everything that the write-ahead file still holds has to be in the file that is copied. */
function bringHome(db: WritableDb): void {
  const [result] = db.pragma("wal_checkpoint(TRUNCATE)") as readonly { readonly busy: number }[];
  if (result?.busy !== 0)
    throw new DatabaseError(
      "inUse",
      `The database ${db.name} is being read by another program, and has to be copied before its schema changes. ` +
        "End that program; the kiosk tries again by itself.",
    );
}

/** Another name first, then renamed: a copy that was begun never looks like one. */
function copyDurably(from: string, to: string): void {
  const begun = `${to}.new`;
  copyFileSync(from, begun);
  const file = openSync(begun, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (digestOf(from) !== digestOf(begun))
    throw new DatabaseError("notUsable", `The copy ${to} is not what ${from} holds: the disk cannot be relied upon.`);
  renameSync(begun, to);
  const folder = openSync(dirname(to), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function digestOf(path: string): string {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
    return hash.digest("hex");
  } finally {
    closeSync(file);
  }
}
