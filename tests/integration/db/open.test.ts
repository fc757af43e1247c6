import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrations } from "#db/migrations/index.ts";
import { type Migration, migrate } from "#db/migrations/migration.ts";
import { openDatabase, openForReading } from "#db/open.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const open = (folder: string) =>
  openDatabase({ path: join(folder, "kiosk.db"), mintLogId: () => "a".repeat(32), lockTimeoutMs: 0 });

describe("opening the database", () => {
  it("writes ahead, syncs fully and watches references", () => {
    const { db, close } = open(scratchFolder());
    expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(db.pragma("synchronous", { simple: true })).toBe(2);
    expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
    close();
  });

  it("has strict tables only", () => {
    const { db, close } = open(scratchFolder());
    const tables = db.pragma("table_list");
    const lax = (Array.isArray(tables) ? tables : []).filter(
      ({ name, strict }) => strict === 0 && !String(name).startsWith("sqlite_"),
    );
    expect(lax).toEqual([]);
    close();
  });

  it("refuses a database from the future with a sentence and leaves it as it is", () => {
    const folder = scratchFolder();
    const first = open(folder);
    first.db.pragma("user_version = 99");
    first.close();
    expect(() => open(folder)).toThrow(/newer version of this program/);
    const raw = new Database(join(folder, "kiosk.db"));
    expect(raw.pragma("user_version", { simple: true })).toBe(99);
    raw.close();
  });

  it("refuses a second owner while readers are welcome", () => {
    const folder = scratchFolder();
    const first = open(folder);
    expect(() => open(folder)).toThrow(/in use by another kiosk process/);
    const reader = openForReading(join(folder, "kiosk.db"));
    expect(reader.readonly).toBe(true);
    reader.close();
    first.close();
    open(folder).close();
  });

  it("is free again as soon as the process that had it was killed", async () => {
    const folder = scratchFolder();
    const script = join(folder, "owner.ts");
    const openModule = new URL("../../../db/open.ts", import.meta.url).href;
    writeFileSync(
      script,
      `const { openDatabase } = await import(${JSON.stringify(openModule)});
       openDatabase({ path: ${JSON.stringify(join(folder, "kiosk.db"))}, mintLogId: () => "b".repeat(32) });
       process.send("open"); setInterval(() => {}, 1000);`,
    );
    const owner = fork(script, { execArgv: [] });
    await once(owner, "message");
    expect(() => open(folder)).toThrow(/in use/);
    owner.kill("SIGKILL");
    await once(owner, "exit");
    const { db, close } = open(folder);
    expect(db.prepare("SELECT log_id FROM log_segment").pluck().get()).toBe("b".repeat(32));
    close();
  });

  it("says what is wrong with a file that is no database", () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "kiosk.db"), "this is a letter, not a database, and long enough to be sure of that");
    expect(() => open(folder)).toThrow(/does not begin as a database/);
  });

  it("leaves the schema and its number together when a migration fails half way", () => {
    const { db, close } = open(scratchFolder());
    const broken: Migration = { version: migrations.length + 1, sql: "CREATE TABLE half (a TEXT) STRICT; nonsense" };
    expect(() => migrate(db, [...migrations, broken])).toThrow();
    expect(db.pragma("user_version", { simple: true })).toBe(migrations.length);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    close();
  });

  it("stops at once when migrations are not numbered without gaps", () => {
    const { db, close } = open(scratchFolder());
    const sql = "SELECT 1";
    expect(() => migrate(db, [...migrations, { version: migrations.length + 2, sql }])).toThrow(/belongs/);
    expect(() => migrate(db, [...migrations, { version: 1, sql }])).toThrow(/belongs/);
    close();
  });

  it("refuses to change or delete an event", () => {
    const { db, close } = open(scratchFolder());
    db.exec(`INSERT INTO event VALUES (1, 'a', 1, 0, 1, '{}', NULL, '${"0".repeat(64)}', '${"0".repeat(64)}')`);
    expect(() => db.exec("UPDATE event SET type = 'b'")).toThrow("never changed");
    expect(() => db.exec("DELETE FROM event")).toThrow("never deleted");
    close();
  });
});
