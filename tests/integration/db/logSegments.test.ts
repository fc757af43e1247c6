import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { WritableDb } from "#db/connection.ts";
import { continueLostLog } from "#db/eventLog/appendStored.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { migrations } from "#db/migrations/index.ts";
import { openDatabase, openForReading } from "#db/open.ts";
import { createSyncStore } from "#db/syncStore.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { EventScript } from "#tests/support/eventScript.ts";
import { openTestLog, plainBox, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const NEW_LOG = "d".repeat(32);

/** A database with two logs: 9 events of the first, then what follows a restore. */
function twoLogs() {
  const folder = scratchFolder();
  const first = openTestLog(folder);
  const oldLog = first.log.logId;
  first.log.append({ ...testMoment, drafts: new EventScript().commission() });
  continueLostLog(first.db, { newLogId: NEW_LOG, source: "backup", ...testMoment });
  first.close();
  const test = openTestLog(folder);
  const store = createSyncStore({ ...test, sealToOffice: plainBox, now: () => testMoment });
  return { ...test, folder, store, oldLog };
}

/** The file as the program of schema 2 left it. */
function ofSchemaTwo(): { readonly path: string; readonly count: number } {
  const folder = scratchFolder();
  const path = join(folder, "kiosk.db");
  const { log, close } = openTestLog(scratchFolder());
  log.append({ ...testMoment, drafts: new EventScript().commission() });
  const events = log.eventsAfter(0, 100);
  close();
  const old = new Database(path);
  for (const { sql, version } of migrations.slice(0, 2)) {
    old.exec(sql);
    old.pragma(`user_version = ${version}`);
  }
  old.prepare("INSERT INTO log_identity VALUES (1, ?)").run(log.logId);
  const insert = old.prepare("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const e of events) insert.run(e.seq, e.type, e.version, e.atMs, 1, e.payload, e.sealed, e.previousHash, e.hash);
  const last = events.at(-1);
  // Made by other rules: the projections are made anew.
  old.prepare("INSERT INTO register_head VALUES (1, ?, ?, 0)").run(last?.seq, last?.hash);
  old.exec("UPDATE sync_state SET acknowledged_up_to = 4");
  old.close();
  return { path, count: events.length };
}

describe("a database with several logs", () => {
  it("numbers the events of each log from 1 on, and writes to the newest", () => {
    const { log, db, oldLog, close } = twoLogs();
    expect(log).toMatchObject({ logId: NEW_LOG, lastSeq: 2 });
    log.append({ ...testMoment, drafts: [{ type: "staffSignInRejected", payload: { staffId: "CB-1" } }] });
    const events = [...readLog(db)];
    expect(events.map(({ logId, seq }) => [logId, seq])).toEqual([
      ...Array.from({ length: 9 }, (_, index) => [oldLog, index + 1]),
      [NEW_LOG, 1],
      [NEW_LOG, 2],
      [NEW_LOG, 3],
    ]);
    expect(log.eventsAfter(1, 10)).toEqual(events.slice(-2));
    expect(verifyLog(db)).toMatchObject({ isSound: true, lastSeq: 3 });
    close();
  });

  it("sends what is left of the older log before the newer one, and counts both", () => {
    const { store, oldLog, close } = twoLogs();
    expect([store.logId(), store.lastSeq(), store.queueLength()]).toEqual([oldLog, 9, 11]);
    expect(store.eventsAfter(7, 100).map(({ seq }) => seq)).toEqual([8, 9]);
    store.setAcknowledged(9);
    expect([store.logId(), store.acknowledgedUpTo(), store.lastSeq(), store.queueLength()]).toEqual([NEW_LOG, 0, 2, 2]);
    store.setAcknowledged(2);
    expect([store.logId(), store.queueLength()]).toEqual([NEW_LOG, 0]);
    close();
  });

  it("asks about the older log again when the back office lost events of the newer one", () => {
    const { store, oldLog, close } = twoLogs();
    store.setAcknowledged(9);
    store.setAcknowledged(2);
    store.setAcknowledged(1);
    expect([store.logId(), store.acknowledgedUpTo()]).toEqual([oldLog, 8]);
    store.setAcknowledged(3);
    expect(store.eventsAfter(3, 1)[0]).toMatchObject({ logId: oldLog, seq: 4 });
    close();
  });

  it.each([
    [
      "another end of the log before",
      "UPDATE log_segment SET log_id = 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee' WHERE ordinal = 1",
      1,
    ],
    ["a boundary that was moved", "UPDATE log_segment SET first_position = 9 WHERE ordinal = 2", 1],
    ["a log that was taken out of the list", "DELETE FROM log_segment WHERE ordinal = 2", 10],
    ["an event of the older log that was changed", "UPDATE event SET at_ms = 1 WHERE position = 5", 5],
    ["an event of the newer log that was changed", "UPDATE event SET at_ms = 1 WHERE position = 11", 2],
    ["a newest event that was cut off", "DELETE FROM event WHERE position = 11", 2],
    ["an acknowledged number beyond the log", "UPDATE log_segment SET acknowledged_up_to = 12 WHERE ordinal = 1", 10],
  ])("is found to be damaged by %s", (_name, sql, firstBadSeq) => {
    const { db, close } = twoLogs();
    damage(db, sql);
    const verdict = verifyLog(db);
    expect(verdict).toMatchObject({ isSound: false, firstBadSeq });
    expect(verdict.firstBadLogId).toMatch(/^[0-9a-f]{32}$/);
    close();
  });

  it.each(["register_compartment", "register_dossier", "register_case", "register_machine", "register_staff"])(
    "is found to be damaged by a row of %s that the log does not know",
    (table) => {
      const { db, close } = twoLogs();
      const key = table === "register_machine" ? "machine" : "77";
      const body = { compartmentNumber: 77, dossierId: "77", caseNumber: 77, staffId: "77", rejectionsMs: [1] };
      damage(db, `INSERT OR REPLACE INTO ${table} VALUES ('${key}', '${JSON.stringify(body)}')`);
      expect(verifyLog(db).faults).toEqual([
        expect.stringMatching(/The record \w+ (77|machine) is not what the log says/),
      ]);
      close();
    },
  );

  it("is found to be damaged by a register that stands at an event that is not there", () => {
    const { db, close } = twoLogs();
    damage(db, "UPDATE register_head SET position = 3");
    expect(verifyLog(db).faults).toContain("The register does not stand at the newest event of the log.");
    damage(db, "UPDATE register_head SET position = 400");
    expect(verifyLog(db).faults).toContain("A row refers to another that is not there.");
    close();
  });
});

describe("a database of an earlier program", () => {
  it("is brought up with its log, its numbers and what the back office has", () => {
    const { path, count } = ofSchemaTwo();
    const { db, close } = openDatabase({ path, mintLogId: () => NEW_LOG, lockTimeoutMs: 0 });
    expect([...readLog(db)].map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(db.prepare("SELECT ordinal, first_position, acknowledged_up_to FROM log_segment").raw().all()).toEqual([
      [1, 1, 4],
    ]);
    close();
  });

  it("can be looked at without being changed", () => {
    const { path, count } = ofSchemaTwo();
    const db = openForReading(path);
    expect([...readLog(db)]).toHaveLength(count);
    db.close();
    const raw = new Database(path, { readonly: true });
    expect(raw.pragma("user_version", { simple: true })).toBe(2);
    raw.close();
  });
});

function damage(db: WritableDb, sql: string): void {
  db.pragma("foreign_keys = OFF");
  db.exec(`DROP TRIGGER IF EXISTS event_is_never_changed; DROP TRIGGER IF EXISTS event_is_never_deleted; ${sql}`);
}
