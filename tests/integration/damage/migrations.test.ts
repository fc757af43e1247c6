import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DatabaseError } from "#db/connection.ts";
import { removeCopiesBefore } from "#db/migrations/copyBefore.ts";
import { migrations } from "#db/migrations/index.ts";
import type { Migration } from "#db/migrations/migration.ts";
import { openDatabase, openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { makeStore } from "#tests/support/damage/sampleStore.ts";
import { mountSmallDisk } from "#tests/support/damage/smallDisk.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { until } from "#tests/support/until.ts";

const next = migrations.length + 1;
const COPY = `kiosk.db.before-${String(next).padStart(4, "0")}`;
const mintLogId = () => "a".repeat(32);
const good: Migration = { version: next, sql: "CREATE TABLE more (a TEXT) STRICT; INSERT INTO more VALUES ('x');" };
const broken: Migration = {
  version: next,
  sql: "CREATE TABLE more (a TEXT) STRICT; DELETE FROM sync_state; nonsense;",
};

const open = (folder: string, step: Migration) =>
  openDatabase({ path: join(folder, "kiosk.db"), mintLogId, lockTimeoutMs: 0, migrations: [...migrations, step] });

function troubleIn(act: () => unknown): DatabaseError {
  try {
    act();
  } catch (error) {
    if (error instanceof DatabaseError) return error;
    throw error;
  }
  throw new Error("Nothing went wrong.");
}

describe("a migration", () => {
  it("is preceded by a copy that is the file as it was, which goes when the whole log was found sound", async () => {
    const { folder } = await makeStore(scratchFolder(), { turns: 5 });
    const path = join(folder, "kiosk.db");
    const before = readFileSync(path);
    const { db, close } = open(folder, good);
    expect(db.pragma("user_version", { simple: true })).toBe(next);
    close();
    expect(readFileSync(join(folder, COPY)).equals(before)).toBe(true);
    removeCopiesBefore(path);
    expect(existsSync(join(folder, COPY))).toBe(false);
    expect(existsSync(path)).toBe(true);
  });

  it("that fails half-way leaves the log as it was, and says which program to install", async () => {
    const { folder, lastSeq } = await makeStore(scratchFolder(), { turns: 5 });
    const trouble = troubleIn(() => open(folder, broken));
    expect(trouble.code).toBe("migrationFailed");
    expect(trouble.message).toMatch(new RegExp(`step ${next} failed .* The file is as it was`));
    const db = openForReading(join(folder, "kiosk.db"));
    expect(verifyLog(db)).toMatchObject({ isSound: true, lastSeq });
    expect(db.pragma("user_version", { simple: true })).toBe(migrations.length);
    expect(db.prepare("SELECT count(*) FROM sync_state").pluck().get()).toBe(1);
    db.close();
    // A program that has the step right goes on from there.
    open(folder, good).close();
  });

  it("that is killed at any moment leaves a log that the next start brings up to date", async () => {
    const { folder, lastSeq } = await makeStore(scratchFolder(), { turns: 5 });
    for (let kill = 0; kill < 3; kill += 1) {
      await killDuring(folder);
      const db = openForReading(join(folder, "kiosk.db"));
      expect(verifyLog(db)).toMatchObject({ isSound: true, lastSeq });
      expect(db.pragma("user_version", { simple: true })).toBe(migrations.length);
      db.close();
    }
    const { db, close } = open(folder, good);
    expect(db.prepare("SELECT a FROM more").pluck().get()).toBe("x");
    close();
  });

  it("is not begun where its copy finds no room, and nothing of the copy is left", async () => {
    const folder = join(scratchFolder(), "disk");
    const disk = mountSmallDisk(folder, { bytes: 2 * 1_048_576 });
    await makeStore(folder, { turns: 5 });
    disk.fill();
    expect(troubleIn(() => open(folder, good)).code).toBe("diskFull");
    expect(readdirSync(folder).filter((name) => name.includes("before"))).toEqual([]);
    disk.empty();
    open(folder, good).close();
  });
});

/** Kills a process while the step is being taken: it never ends by itself. */
async function killDuring(folder: string): Promise<void> {
  const script = join(folder, "endless.ts");
  const moduleOf = (name: string) => JSON.stringify(new URL(`../../../db/${name}`, import.meta.url).href);
  const endless = `CREATE TABLE more (a TEXT) STRICT; DELETE FROM sync_state;
    INSERT INTO more WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT printf('%0500d', i) FROM n;`;
  writeFileSync(
    script,
    `const { openDatabase } = await import(${moduleOf("open.ts")});
     const { migrations } = await import(${moduleOf("migrations/index.ts")});
     process.send("begins");
     const path = ${JSON.stringify(join(folder, "kiosk.db"))};
     const step = { version: ${next}, sql: ${JSON.stringify(endless)} };
     openDatabase({ path, mintLogId: () => "", migrations: [...migrations, step] });`,
  );
  const child = fork(script, { execArgv: [] });
  await once(child, "message");
  await untilGrown(join(folder, "kiosk.db-wal"));
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** The step has written more than memory keeps: it is half-way. */
async function untilGrown(path: string): Promise<void> {
  await until(() => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000, { what: "half of the step" });
}
