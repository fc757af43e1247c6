import { assert } from "#core/base/assert.ts";
import { DatabaseError, type ReadableDb, type WritableDb } from "../connection.ts";
import { troubleOf } from "../trouble.ts";

/** One numbered step of the schema. Never changed once released: a later step mends an earlier one. */
export interface Migration {
  /** 1, 2, 3 …; becomes SQLite's `user_version`. */
  readonly version: number;
  readonly sql: string;
}

/**
 * Brings the schema up to the newest migration, each step in one transaction with its version number. Throws a
 * `DatabaseError` for a file that a newer program wrote, and where a step fails: then the file is as it was.
 */
export function migrate(db: WritableDb, migrations: readonly Migration[]): void {
  checkNumbers(migrations);
  const present = schemaVersion(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (present > newest)
    throw new DatabaseError(
      "fromTheFuture",
      `The database ${db.name} was written by a newer version of this program (its schema is ${present}, this program knows ${newest}). ` +
        "Install the newer version again; nothing was changed.",
    );
  for (const migration of migrations) if (migration.version > present) take(db, migration);
}

/** Takes one step, all or nothing. */
function take(db: WritableDb, { version, sql }: Migration): void {
  try {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  } catch (error) {
    // A disk that is full or read-only is no fault of the step: it is taken when there is room.
    const trouble = troubleOf(error);
    if (trouble === "diskFull" || trouble === "readOnly" || trouble === "inUse") throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(
      "migrationFailed",
      `The database ${db.name} could not be brought up to date: step ${version} failed (${why}). The file is as it was. ` +
        "Install the version of this program that ran before, and call support.",
      error,
    );
  }
}

/** Version of the last migration that the file went through, 0 for a new file. */
export function schemaVersion(db: ReadableDb): number {
  return Number(db.pragma("user_version", { simple: true }));
}

function checkNumbers(migrations: readonly Migration[]): void {
  for (const [index, { version }] of migrations.entries())
    assert(version === index + 1, `Migration ${version} stands where number ${index + 1} belongs.`);
}
