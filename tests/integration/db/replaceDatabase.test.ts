import { copyFileSync, existsSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { openDatabase } from "#db/open.ts";
import { clearReady, readyPath, replaceDatabase } from "#db/replaceDatabase.ts";
import { EventScript } from "#tests/support/eventScript.ts";
import { openTestLog, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

/** A database with a write-ahead file beside it, as a crash leaves it, and another one that lies ready. */
function prepared() {
  const folder = scratchFolder();
  const path = join(folder, "kiosk.db");
  const { db, log, close } = openTestLog(folder);
  log.append({ ...testMoment, drafts: new EventScript().commission() });
  const wal = join(folder, "kept-wal");
  copyFileSync(`${path}-wal`, wal);
  db.pragma("wal_checkpoint(TRUNCATE)");
  close();
  renameSync(wal, `${path}-wal`);
  const other = openTestLog(scratchFolder());
  const ready = other.db.name;
  other.db.pragma("journal_mode = DELETE");
  other.close();
  copyFileSync(ready, readyPath(path));
  return { folder, path, asidePath: join(folder, "kiosk-before.db") };
}

/** Events in the database that a start finds. */
function eventsAtStart(path: string): number {
  const { db, close } = openDatabase({ path, mintLogId: () => "c".repeat(32), lockTimeoutMs: 0 });
  try {
    return [...readLog(db)].length;
  } finally {
    close();
  }
}

const order = (path: string, asidePath: string) => writeFileSync(`${path}.replacing`, JSON.stringify({ asidePath }));

describe("replacing the database", () => {
  it("leaves the present one in place until the order is written", () => {
    const { path } = prepared();
    expect(eventsAtStart(path)).toBeGreaterThan(0);
    clearReady(path);
    expect(existsSync(readyPath(path))).toBe(false);
  });

  it.each([
    ["nothing", []],
    ["the write-ahead file", ["-wal"]],
    ["the write-ahead file and the database", ["-wal", ""]],
  ] as const)("is carried out at the next start when it was interrupted after %s was put aside", (_name, done) => {
    const { folder, path, asidePath } = prepared();
    order(path, asidePath);
    for (const suffix of done) renameSync(`${path}${suffix}`, `${asidePath}${suffix}`);
    expect(eventsAtStart(path)).toBe(0);
    expect(eventsAtStart(asidePath)).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => /\.(new|replacing)/.test(name))).toEqual([]);
  });

  it("is over when only the order was left behind", () => {
    const { path, asidePath } = prepared();
    replaceDatabase(path, asidePath);
    order(path, asidePath);
    expect(eventsAtStart(path)).toBe(0);
    expect(eventsAtStart(asidePath)).toBeGreaterThan(0);
  });
});
