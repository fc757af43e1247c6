import type Database from "better-sqlite3";

declare const canRead: unique symbol;
declare const canWrite: unique symbol;

/** A connection that may be asked. Made by `openDatabase` and `openForReading` only. */
export type ReadableDb = Database.Database & { readonly [canRead]: true };

/** The one connection of the process that owns the file. Made by `openDatabase` only. */
export type WritableDb = ReadableDb & { readonly [canWrite]: true };

/** Why a database file could not be used; the message is a sentence for the person who starts the kiosk. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: "inUse" | "fromTheFuture" | "notUsable" | "damaged";

  constructor(code: DatabaseError["code"], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
