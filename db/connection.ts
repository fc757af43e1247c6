import type Database from "better-sqlite3";

declare const canRead: unique symbol;
declare const canWrite: unique symbol;

/** A connection that may be asked. Made by `openDatabase` and `openForReading` only. */
export type ReadableDb = Database.Database & { readonly [canRead]: true };

/** The one connection of the process that owns the file. Made by `openDatabase` only. */
export type WritableDb = ReadableDb & { readonly [canWrite]: true };

/**
 * What keeps a database file from being used.
 * - `inUse`: another process has it
 * - `fromTheFuture`: a newer program wrote it
 * - `damaged`: what it holds is not what was written
 * - `missing`: it is not there, or empty, though it was in use before
 * - `migrationFailed`: its schema could not be brought up to date; it is as it was
 * - `readOnly`: the file system takes no writes
 * - `diskFull`: the file system has no room left
 * - `notUsable`: anything else that the system says
 */
export type DatabaseTrouble =
  | "inUse"
  | "fromTheFuture"
  | "damaged"
  | "missing"
  | "migrationFailed"
  | "readOnly"
  | "diskFull"
  | "notUsable";

/** Why a database file could not be used; the message is a sentence for the person who starts the kiosk. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: DatabaseTrouble;

  constructor(code: DatabaseTrouble, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
