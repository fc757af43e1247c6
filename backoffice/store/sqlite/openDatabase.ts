import Database from "better-sqlite3";
import { assert } from "#core/base/assert.ts";
import { migrations } from "./migrations/index.ts";
import type { Migration } from "./migrations/migration.ts";

/**
 * Opens the back office's file and brings its schema up to date. WAL with synchronous=FULL: an event that was
 * acknowledged to a kiosk survives a power cut. Throws a sentence when the file is of a newer version.
 */
export function openDatabase(file: string, steps: readonly Migration[] = migrations): Database.Database {
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma("busy_timeout = 5000");
  // A dossier's key that is deleted leaves no bytes behind in the file.
  db.pragma("secure_delete = ON");
  migrate(db, file, steps);
  return db;
}

function migrate(db: Database.Database, file: string, steps: readonly Migration[]): void {
  assert(
    steps.every((step, index) => step.version === index + 1),
    "Migrations must be numbered 1, 2, 3 … without gaps.",
  );
  const version = Number(db.pragma("user_version", { simple: true }));
  if (version > steps.length) {
    db.close();
    throw new Error(
      `The data in ${file} was written by a newer version (schema ${version}; this program knows up to ${steps.length}). ` +
        "Install the newer version. Nothing was changed.",
    );
  }
  for (const step of steps.slice(version)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}
