import { copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";

/**
 * Keeps a copy of the write-ahead file of a program that was killed until its database is known to be whole: SQLite reads
 * it up to the first damaged page, and removes it when the database is closed. What came after that page would be lost to
 * whoever repairs the log.
 */
export class KeptWriteAhead {
  readonly #path: string;
  readonly #keptPath: string;

  constructor(databasePath: string) {
    this.#path = `${databasePath}-wal`;
    this.#keptPath = `${databasePath}-wal.kept`;
  }

  /** Before the database is opened. A copy that was kept before stays: it is older, and holds more. */
  keep(): void {
    const size = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0 || existsSync(this.#keptPath)) return;
    try {
      copyFileSync(this.#path, `${this.#keptPath}.new`);
      renameSync(`${this.#keptPath}.new`, this.#keptPath);
    } catch {
      // A disk without room: giving results out comes before a copy that is hardly ever needed.
      rmSync(`${this.#keptPath}.new`, { force: true });
    }
  }

  /** The database is whole, or was not even looked at. */
  forget(): void {
    rmSync(this.#keptPath, { force: true });
  }
}
