import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseError, type DatabaseTrouble } from "./connection.ts";

/** What an error of SQLite or of the file system says about the file; undefined for any other error. */
export function troubleOf(error: unknown): DatabaseTrouble | undefined {
  if (error instanceof DatabaseError) return error.code;
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const code = String(error.code);
  const known = knownCodes.find(([begin]) => code === begin || code.startsWith(`${begin}_`));
  return known?.[1];
}

/** The first that fits counts: longer beginnings stand before shorter ones. */
const knownCodes: readonly (readonly [string, DatabaseTrouble])[] = [
  ["SQLITE_FULL", "diskFull"],
  // The shared index of the write-ahead file could not grow.
  ["SQLITE_IOERR_SHMSIZE", "diskFull"],
  ["ENOSPC", "diskFull"],
  ["EDQUOT", "diskFull"],
  ["SQLITE_READONLY", "readOnly"],
  ["EROFS", "readOnly"],
  ["SQLITE_CORRUPT", "damaged"],
  ["SQLITE_NOTADB", "damaged"],
  ["SQLITE_BUSY", "inUse"],
  ["SQLITE", "notUsable"],
  ["EACCES", "notUsable"],
  ["EPERM", "notUsable"],
  ["EIO", "notUsable"],
  ["EISDIR", "notUsable"],
  ["ENOTDIR", "notUsable"],
  ["ENOENT", "notUsable"],
];

/** The error as a `DatabaseError` with a sentence: what is wrong with the file at `path` and what to do. */
export function databaseError(path: string, cause: unknown): DatabaseError {
  if (cause instanceof DatabaseError) return cause;
  const found = troubleOf(cause) ?? "notUsable";
  // SQLite calls a file read-only for other reasons too, and only says of a folder that it cannot open the file.
  const isReadOnly = isOnReadOnlyDisk(path);
  const trouble = isReadOnly ? "readOnly" : found === "readOnly" ? "notUsable" : found;
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseError(trouble, sentenceOf(trouble, path, why), cause);
}

function sentenceOf(trouble: DatabaseTrouble, path: string, why: string): string {
  switch (trouble) {
    case "readOnly":
      return (
        `The database ${path} cannot be written: its file system is read-only. Nothing was changed. ` +
        `Check the disk (dmesg), then run: mount -o remount,rw $(findmnt -n -o TARGET -T ${dirname(path)})`
      );
    case "diskFull":
      return `The database ${path} cannot be written: the disk is full. Nothing was changed. Make room on it: df -h ${dirname(path)}`;
    case "damaged":
      return (
        `The database ${path} is damaged (${why}). Nothing was changed. ` +
        "Keep a copy of the file, then run: npm run -s kioskctl -- log repair"
      );
    default:
      return `The database ${path} cannot be used (${why}). Nothing was changed. Check that its folder exists and may be written to.`;
  }
}

/** What the system says of the file, or of its folder. */
function isOnReadOnlyDisk(path: string): boolean {
  try {
    accessSync(existsSync(path) ? path : dirname(path), constants.W_OK);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EROFS";
  }
}
