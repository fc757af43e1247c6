import Database from "better-sqlite3";
import { DatabaseError, type ReadableDb, type WritableDb } from "./connection.ts";
import { syncFile, syncFolderOf } from "./durable.ts";
import { putNewbornAside, refuseBadHeader } from "./fileHeader.ts";
import { copyVerified, copyWantedAt } from "./migrations/copyBefore.ts";
import { migrations as allMigrations } from "./migrations/index.ts";
import { type Migration, migrate, schemaVersion } from "./migrations/migration.ts";
import { insertSegment, selectNewestSegment } from "./queries/logSegment.ts";
import { finishReplacing } from "./replaceDatabase.ts";
import { databaseError } from "./trouble.ts";

export interface OpenDatabaseOptions {
  /** Path of the file; it is made if it does not exist, its folder is not. */
  readonly path: string;
  /** Mints the log's identity: 32 lower-case hexadecimal digits from 128 random bits. */
  readonly mintLogId: () => string;
  /** How long another process may still hold the file, milliseconds, 0 to 60,000. Default 3,000: a restart overlaps. */
  readonly lockTimeoutMs?: number;
  /** True where a log is known to have been in this file: then it is not begun anew. Default false. */
  readonly mustHoldLog?: boolean;
  /** Steps of the schema; the program's own by default. */
  readonly migrations?: readonly Migration[];
}

export interface OpenDatabase {
  readonly db: WritableDb;
  readonly close: () => void;
}

/**
 * Opens the kiosk's database for the one process that owns it. Throws a `DatabaseError` where another process has it,
 * where a newer program wrote it, or where the file cannot be used; then the file is as it was. Before its schema is
 * changed a copy of the file is made beside it.
 *
 * WAL alone runs with `synchronous=NORMAL`, which may lose the newest commits in a power cut; FULL is what makes an
 * event durable when `append` returns (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
export function openDatabase(options: OpenDatabaseOptions): OpenDatabase {
  const { migrations = allMigrations } = options;
  const lock = holdFile(options.path, options.lockTimeoutMs ?? 3_000);
  try {
    finishReplacing(options.path);
    if (options.mustHoldLog === false) putNewbornAside(options.path);
    refuseBadHeader(options.path);
    const db = connectCopied(options.path, migrations);
    try {
      if (options.mustHoldLog === true && schemaVersion(db) === 0) throw lostLog(options.path);
      migrate(db, migrations);
      if (selectNewestSegment(db) === undefined) insertSegment(db, { logId: options.mintLogId(), firstPosition: 1 });
    } catch (error) {
      db.close();
      throw databaseError(options.path, error);
    }
    return {
      db,
      close: () => {
        db.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** A file that was cut off, or whose write-ahead file is gone, may look like a new one. */
function lostLog(path: string): DatabaseError {
  return new DatabaseError(
    "damaged",
    `The database ${path} is damaged: it holds no log any more, and there was one. Nothing was changed. ` +
      "Keep a copy of the file, then run: npm run -s kioskctl -- log repair",
  );
}

/** Connects, after a copy was made of a file whose schema is about to change. */
function connectCopied(path: string, migrations: readonly Migration[]): WritableDb {
  const db = connect(path);
  let copyPath: string | undefined;
  try {
    copyPath = copyWantedAt(db, migrations);
    if (copyPath === undefined) return db;
  } catch (error) {
    db.close();
    throw databaseError(path, error);
  }
  db.close();
  copyVerified(path, copyPath);
  return connect(path);
}

/**
 * Opens a database to look at it, also while the kiosk runs. One that an earlier program wrote is read as the present
 * one would have it, from a copy in memory. Throws a `DatabaseError` where that cannot be done.
 */
export function openForReading(path: string): ReadableDb {
  try {
    // A brand for the compiler only; the connection itself is read-only.
    const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 5_000 }) as ReadableDb;
    const version = schemaVersion(db);
    return version > 0 && version < allMigrations.length ? inMemory(db) : db;
  } catch (error) {
    throw databaseError(path, error);
  }
}

/** Keeps every other kiosk process away from the database without opening it. Throws a `DatabaseError` where one has it. */
export function holdDatabase(path: string, lockTimeoutMs = 3_000): { readonly release: () => void } {
  const lock = holdFile(path, lockTimeoutMs);
  return { release: () => lock.close() };
}

/** Opens, or makes, a database that no other process knows of: one that is being put together. It has no log yet. */
export function openBeside(path: string): WritableDb {
  const db = connect(path);
  try {
    migrate(db, allMigrations);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Closes a database that was put together, as one durable file without companions. */
export function closeAsOneFile(db: WritableDb): void {
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.pragma("journal_mode = DELETE");
  db.close();
  syncFile(db.name);
  syncFolderOf(db.name);
}

/** Bytes 18 and 19 of a file say that it has a write-ahead file, which memory has not (SQLite file format, 1.3). */
const FORMAT_VERSIONS = { at: 18, rollback: 1 } as const;

function inMemory(db: ReadableDb): ReadableDb {
  const bytes = db.serialize();
  db.close();
  bytes.fill(FORMAT_VERSIONS.rollback, FORMAT_VERSIONS.at, FORMAT_VERSIONS.at + 2);
  // A brand for the compiler only: nobody else sees this copy.
  const copy = new Database(bytes) as WritableDb;
  migrate(copy, allMigrations);
  return copy;
}

function connect(path: string): WritableDb {
  try {
    // A brand for the compiler only: this is the one place that makes a connection that may write.
    const db = new Database(path, { timeout: 5_000 }) as WritableDb;
    if (db.pragma("journal_mode = WAL", { simple: true }) !== "wal")
      throw new DatabaseError(
        "notUsable",
        `The database ${path} cannot use a write-ahead log here: put it on a local disk.`,
      );
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("trusted_schema = OFF");
    // What a row said before it was changed or deleted does not stay in the file.
    db.pragma("secure_delete = ON");
    return db;
  } catch (error) {
    throw databaseError(path, error);
  }
}

/**
 * Takes an exclusive lock beside the database. The operating system releases it with the process however that ends,
 * and readers of the database itself are not kept out.
 */
function holdFile(path: string, timeoutMs: number): Database.Database {
  let lock: Database.Database;
  try {
    lock = new Database(`${path}.lock`, { timeout: timeoutMs });
  } catch (error) {
    throw databaseError(path, error);
  }
  try {
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY"))
      throw new DatabaseError(
        "inUse",
        `The database ${path} is in use by another kiosk process. End that one first, or give this one a data folder of its own.`,
        error,
      );
    throw databaseError(path, error);
  }
}
