import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { StoreTrouble } from "#controller/storeHealth/storeTrouble.ts";
import { verifyInThread } from "#controller/technician/verifyInThread.ts";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import {
  copyStore,
  flipAt,
  type KnownStore,
  makeStore,
  recordsOf,
  tryStore,
} from "#tests/support/damage/sampleStore.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

/** Opened with all that was known, or closed for this reason. */
type Outcome = "whole" | "registerRemade" | StoreTrouble["reason"];

const homes: string[] = [];
let closedStore: KnownStore;
let killedStore: KnownStore;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "dossier-kiosk-matrix-"));
  homes.push(folder);
  closedStore = await makeStore(join(folder, "closed"));
  killedStore = await makeStore(join(folder, "at-work"), { isKilled: true });
  return () => rmSync(folder, { recursive: true, force: true });
});

/**
 * Damages a copy of the store and opens it. Whatever the damage: it opens with everything that was known, or it stays
 * closed with a sentence and its bytes are as they were.
 */
async function openDamaged(known: KnownStore, damage: (path: string) => void): Promise<Outcome> {
  const folder = scratchFolder();
  copyStore(known.folder, folder);
  const path = join(folder, "kiosk.db");
  damage(path);
  const before = bytesOf(path);
  const opened = await tryStore(folder);
  if (opened instanceof StoreTrouble) {
    expect(opened.message).toContain(path);
    expect(opened.message).toMatch(/nothing was changed|as it was/i);
    expect(keptOf(path, before)).toBe("all");
    return opened.reason;
  }
  const { lastSeq, wasRegisterDamaged } = opened.log;
  const records = recordsOf(opened);
  opened.close();
  expect(lastSeq).toBe(known.lastSeq);
  expect(records).toEqual(known.register);
  return wasRegisterDamaged ? "registerRemade" : "whole";
}

/** Digests of database and write-ahead file; that of an empty or missing file is empty. */
function bytesOf(path: string): readonly [string, string] {
  return [digestOf(path), digestOf(`${path}-wal`)];
}

/** What of the bytes is still there. SQLite brings the whole part of a write-ahead file home; its copy holds the rest. */
function keptOf(path: string, [file, writeAhead]: readonly [string, string]): "all" | "not all" {
  const [fileNow, writeAheadNow] = bytesOf(path);
  const isCopied = writeAhead !== "" && digestOf(`${path}-wal.kept`) === writeAhead;
  return isCopied || (fileNow === file && writeAheadNow === writeAhead) ? "all" : "not all";
}

function digestOf(path: string): string {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) return "";
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function edit(path: string, sql: string): void {
  const db = new Database(path);
  db.pragma("foreign_keys = OFF");
  db.exec(sql);
  db.close();
}

describe("a store that somebody or something has damaged", () => {
  it("opens whole when nothing was done to it, tidily ended or killed", async () => {
    expect(await openDamaged(closedStore, () => {})).toBe("whole");
    expect(await openDamaged(killedStore, () => {})).toBe("whole");
  });

  it("stays closed at whatever length its file was cut off, and is never begun anew", async () => {
    const { size } = statSync(join(closedStore.folder, "kiosk.db"));
    const lengths = [0, 1, 15, 16, 50, 99, 100, 511, 512, 4095, 4096, 4097, 8192, size / 2, size - 4096, size - 1];
    const outcomes = new Map<number, Outcome>();
    for (const length of lengths)
      outcomes.set(length, await openDamaged(closedStore, (path) => truncateSync(path, Math.floor(length))));
    expect(outcomes.get(0)).toBe("missing");
    // A file that lacks the end of its last page may still hold everything; that is checked at each opening.
    for (const [length, outcome] of outcomes)
      if (length <= size - 4096) expect(["missing", "damaged"], `at ${length}`).toContain(outcome);
  });

  it("stays closed when the file is gone, and says that its keys are still there", async () => {
    expect(await openDamaged(closedStore, (path) => rmSync(path))).toBe("missing");
  });

  it.each([
    ["a newer program wrote", 99, "fromTheFuture"],
    ["claims to be new", 0, "damaged"],
    ["claims an older schema than it has", 1, "migrationFailed"],
    ["claims a number below nothing", -5, "migrationFailed"],
  ] as const)("stays closed where its schema number is one that %s", async (_, version, reason) => {
    expect(await openDamaged(closedStore, (path) => edit(path, `PRAGMA user_version = ${version}`))).toBe(reason);
  });

  it("makes its register anew where a row was changed, taken away, or is no JSON any more", async () => {
    for (const sql of [
      "UPDATE register_compartment SET body = json_set(body, '$.contents.kind', 'empty') WHERE key = '1'",
      "DELETE FROM register_dossier",
      "UPDATE register_print_job SET body = '{' || body",
      "UPDATE register_head SET position = 3",
      "DELETE FROM register_head",
      'INSERT INTO register_staff VALUES (\'CB-99\', \'{"staffId":"CB-99","rejectionsMs":[]}\')',
    ])
      expect(await openDamaged(closedStore, (path) => edit(path, sql)), sql).toBe("registerRemade");
  });

  it("makes no register from a log that does not chain", async () => {
    const sql =
      "DROP TRIGGER event_is_never_changed; UPDATE event SET payload = replace(payload, '300', '301') WHERE position = 4; DELETE FROM register_dossier";
    expect(await openDamaged(closedStore, (path) => edit(path, sql))).toBe("damaged");
  });

  it("stays closed where the newest event was changed or taken away", async () => {
    for (const sql of [
      "DROP TRIGGER event_is_never_changed; UPDATE event SET at_ms = at_ms + 1 WHERE position = (SELECT max(position) FROM event)",
      "DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE position = (SELECT max(position) FROM event)",
    ])
      expect(await openDamaged(closedStore, (path) => edit(path, sql)), sql).toBe("damaged");
  });

  it("opens where an old event was changed, and the check in its thread finds that", async () => {
    const sql = "DROP TRIGGER event_is_never_changed; UPDATE event SET at_ms = at_ms + 1 WHERE position = 7";
    const folder = scratchFolder();
    copyStore(closedStore.folder, folder);
    const path = join(folder, "kiosk.db");
    expect(await verifyInThread(path)).toMatchObject({ isSound: true, isHistorySound: true });
    edit(path, sql);
    expect(await openDamaged({ ...closedStore, folder }, () => {})).toBe("whole");
    expect(await verifyInThread(path)).toMatchObject({ isSound: false, isHistorySound: false });
  });

  it("knows that its newest events are gone where the write-ahead file is damaged or was removed", async () => {
    const { size } = statSync(join(killedStore.folder, "kiosk.db-wal"));
    const outcomes: Outcome[] = [];
    for (const offset of [0, 20, 32, 60, 4000, size / 3, size / 2, size - 5000])
      outcomes.push(await openDamaged(killedStore, (path) => flipAt(`${path}-wal`, Math.floor(offset), 4)));
    for (const length of [0, 31, 5000, size / 2, size - 100])
      outcomes.push(await openDamaged(killedStore, (path) => truncateSync(`${path}-wal`, Math.floor(length))));
    outcomes.push(await openDamaged(killedStore, (path) => rmSync(`${path}-wal`)));
    expect(outcomes.filter((outcome) => outcome !== "damaged" && outcome !== "missing")).toEqual([]);
  });

  it("survives changed bytes in every page: all that was known, or closed with its bytes kept", async () => {
    const { size } = statSync(join(closedStore.folder, "kiosk.db"));
    const counted = new Map<string, number>();
    for (let page = 0; page * 4096 < size; page += 1) {
      for (const [at, bytes] of [
        [page === 0 ? 100 : 0, 8],
        [2_000 + ((page * 37) % 1_500), 16],
        [4_000, 32],
      ] as const) {
        const outcome = await openDamaged(closedStore, (path) => flipAt(path, page * 4096 + at, bytes));
        counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
      }
    }
    expect([...counted.keys()].sort()).toEqual(expect.arrayContaining(["damaged", "registerRemade", "whole"]));
  });

  it("survives a changed byte anywhere in the file's header", async () => {
    for (let offset = 0; offset < 100; offset += 1) await openDamaged(closedStore, (path) => flipAt(path, offset));
  });

  it("is sound again after its register was made anew over pages that could not be read", async () => {
    const folder = scratchFolder();
    copyStore(closedStore.folder, folder);
    const path = join(folder, "kiosk.db");
    for (const page of pagesOf(path, "register_dossier")) flipAt(path, (page - 1) * 4096, 8);
    expect(await openDamaged({ ...closedStore, folder }, () => {})).toBe("registerRemade");
    const store = await tryStore(folder);
    if (store instanceof StoreTrouble) throw store;
    expect(store.log.wasRegisterDamaged).toBe(true);
    store.close();
    const db = openForReading(path);
    expect(verifyLog(db)).toMatchObject({ isSound: true });
    db.close();
  });
});

describe("a file that is no database", () => {
  it.each([
    ["a letter", "this is a letter, and long enough to be told from a database by its beginning, which is text"],
    ["a folder's worth of zeros", "\0".repeat(20_000)],
  ])("stays as it is: %s", async (_, content) => {
    expect(await openDamaged(closedStore, (path) => writeFileSync(path, content))).toBe("damaged");
  });
});

/** Numbers of the pages of a table, from 1. */
function pagesOf(path: string, table: string): number[] {
  const db = new Database(path, { readonly: true });
  const pages = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").pluck().all(table).map(Number);
  db.close();
  return pages;
}
