import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrations } from "#backoffice/store/sqlite/migrations/index.ts";
import { openDatabase } from "#backoffice/store/sqlite/openDatabase.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "office-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

test("the register is kept with WAL and full synchronisation", () => {
  const db = openDatabase(join(dir, "office.sqlite"));
  expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(db.pragma("synchronous", { simple: true })).toBe(2);
  expect(db.pragma("user_version", { simple: true })).toBe(migrations.length);
  db.close();
});

test("a file of a newer version is refused with a sentence and left as it was", () => {
  const file = join(dir, "office.sqlite");
  openDatabase(file, [
    ...migrations,
    { version: migrations.length + 1, sql: "CREATE TABLE later (a INT) STRICT" },
  ]).close();
  expect(() => openDatabase(file)).toThrow(/written by a newer version/);
});

test("a step that fails leaves the schema as it was before", () => {
  const file = join(dir, "office.sqlite");
  const broken = { version: migrations.length + 1, sql: "CREATE TABLE half (a INT) STRICT; CREATE NONSENSE;" };
  expect(() => openDatabase(file, [...migrations, broken])).toThrow();
  const db = openDatabase(file);
  expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").get()).toBeUndefined();
  db.close();
});

test("a stored event can be neither changed nor deleted", () => {
  const db = openDatabase(join(dir, "office.sqlite"));
  db.exec(`INSERT INTO kiosks (kiosk_number, public_key_x, enrolled_at_ms) VALUES (1, 'x', 0);
    INSERT INTO events (kiosk_number, log_id, seq, type, version, at_ms, is_time_trusted, payload, previous_hash, hash,
      received_at_ms) VALUES (1, 'l', 1, 't', 1, 0, 1, '{}', 'a', 'b', 0)`);
  expect(() => db.exec("UPDATE events SET payload = '[]'")).toThrow(/never changed/);
  expect(() => db.exec("DELETE FROM events")).toThrow(/never deleted/);
  db.close();
});

test("the program says that it is ready, with its address, and ends on SIGTERM", async () => {
  const main = join(import.meta.dirname, "../../../backoffice/server/main.ts");
  const office = spawn(process.execPath, [main, "--data", join(dir, "data"), "--port", "0", "--desk"]);
  const lines = createInterface({ input: office.stdout });
  const first: string = (await lines[Symbol.asyncIterator]().next()).value ?? "";
  expect(first).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+\/$/);
  const response = await fetch(`${first.slice("ready ".length)}desk/messages`);
  expect(await response.json()).toEqual([]);
  const ended = new Promise((resolve) => office.once("exit", resolve));
  office.kill("SIGTERM");
  expect(await ended).toBe(0);
});

test("wrong flags are answered with what is wrong and the usage", async () => {
  const main = join(import.meta.dirname, "../../../backoffice/server/main.ts");
  const office = spawn(process.execPath, [main, "--port", "99999"]);
  let text = "";
  office.stderr.on("data", (chunk) => {
    text += chunk;
  });
  expect(await new Promise((resolve) => office.once("exit", resolve))).toBe(1);
  expect(text).toContain("--data DIR");
});
