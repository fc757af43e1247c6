import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type RepairOptions, repairLog } from "#controller/restore/repairLog.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { happenings } from "../../support/eventScript.ts";
import { OfficeServer } from "../../support/officeServer.ts";
import { openTestLog } from "../../support/openTestLog.ts";
import { RestoreRig } from "../../support/restoreRig.ts";

let office: OfficeServer;
let rig: RestoreRig;

beforeEach(async () => {
  office = await new OfficeServer().start();
  rig = await RestoreRig.start(office);
  rig.happen(...happenings, ...happenings, ...happenings);
});
afterEach(() => office.remove());

function soundEvents(): StoredEvent[] {
  const db = openForReading(rig.databasePath);
  try {
    expect(verifyLog(db)).toMatchObject({ isSound: true, faults: [] });
    return [...readLog(db)];
  } finally {
    db.close();
  }
}

const repair = (change: Partial<RepairOptions> = {}) =>
  repairLog({ ...rig.restoreOptions(), backupPaths: [], mayLose: "end", ...change });

/** Overwrites the page that holds this text, as a bad sector does. */
function spoilPageWith(text: string): void {
  const bytes = readFileSync(rig.databasePath);
  const at = bytes.indexOf(text);
  expect(at).toBeGreaterThan(4_096);
  const page = Math.floor(at / 4_096) * 4_096;
  bytes.fill(0, page, page + 4_096);
  writeFileSync(rig.databasePath, bytes);
}

function change(sql: string): void {
  const db = new Database(rig.databasePath);
  db.pragma("foreign_keys = OFF");
  db.exec(`DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted; ${sql}`);
  db.close();
}

test("a page of events that cannot be read is filled from the back office: the same log goes on, nothing is blocked", async () => {
  await rig.send();
  const before = soundEvents();
  spoilPageWith(before[30]?.hash ?? "");
  const damaged = readFileSync(rig.databasePath);
  const repaired = await repair();
  expect(repaired).toMatchObject({ ok: true, value: { kind: "whole", events: before.length } });
  expect(soundEvents()).toEqual(before);
  expect(readFileSync(repaired.ok ? repaired.value.keptAs : "")).toEqual(damaged);
  const { log, close } = openTestLog(rig.folder);
  expect(log.readVisit()).toBe("Nguyễn Văn An");
  expect([...log.register.all("compartment")].some(({ outOfService }) => outOfService?.reason === "restored")).toBe(
    false,
  );
  close();
});

test("an event that was changed is replaced by its true copy from a backup", async () => {
  const backup = await rig.backUp();
  const before = soundEvents();
  change("UPDATE event SET at_ms = 0 WHERE position = 12");
  expect(await repair({ office: undefined, backupPaths: [backup] })).toMatchObject({ value: { kind: "whole" } });
  expect(soundEvents()).toEqual(before);
});

test("a register that says something else than the log is made anew", async () => {
  const before = soundEvents();
  change("DELETE FROM register_dossier");
  expect(await repair({ office: undefined })).toMatchObject({ value: { kind: "whole" } });
  expect(soundEvents()).toEqual(before);
});

test("where only the end is lost the log goes on under a new id, and every compartment waits for a look", async () => {
  const before = soundEvents();
  change("DELETE FROM event WHERE position > 40");
  expect(await repair({ office: undefined })).toMatchObject({ value: { kind: "restored", events: 40 } });
  const after = soundEvents();
  expect(after.slice(0, 40)).toEqual(before.slice(0, 40));
  expect(after[40]).toMatchObject({ type: "logRestored", seq: 1 });
  const { log, close } = openTestLog(rig.folder);
  expect([...log.register.all("compartment")].every(({ outOfService }) => outOfService?.reason === "restored")).toBe(
    true,
  );
  close();
});

test("an event that nobody has any more is given up with what follows only when that is accepted", async () => {
  const before = soundEvents();
  change("DELETE FROM event WHERE position = 20");
  const refused = await repair({ office: undefined });
  expect(refused).toMatchObject({
    ok: false,
    error: expect.stringMatching(/Event 20 .* given up .*Nothing was changed/),
  });
  expect(await repair({ office: undefined, mayLose: "never" })).toMatchObject({ ok: false });
  expect(await repair({ office: undefined, mayLose: "accept" })).toMatchObject({
    value: { kind: "restored", events: 19 },
  });
  expect(soundEvents().slice(0, 19)).toEqual(before.slice(0, 19));
});

test("a file of which not even the first page can be read comes back from backup and back office", async () => {
  const backup = await rig.backUp();
  rig.happen("deposit");
  await rig.send();
  const before = soundEvents();
  const bytes = readFileSync(rig.databasePath);
  bytes.fill(0, 0, 4_096);
  writeFileSync(rig.databasePath, bytes);
  expect(await repair({ backupPaths: [backup] })).toMatchObject({ value: { kind: "whole", events: before.length } });
  expect(soundEvents()).toEqual(before);
});

test("a file that was cut off comes back as far as it goes, the rest from the back office", async () => {
  const backup = await rig.backUp();
  rig.happen("deposit");
  await rig.send();
  const before = soundEvents();
  const bytes = readFileSync(rig.databasePath);
  writeFileSync(rig.databasePath, bytes.subarray(0, Math.floor(bytes.length / 2)));
  expect(await repair({ backupPaths: [backup] })).toMatchObject({ value: { kind: "whole", events: before.length } });
  expect(soundEvents()).toEqual(before);
});

test("with neither a readable file nor a backup it says what to do instead", async () => {
  rmSync(rig.databasePath);
  expect(await repair()).toMatchObject({ ok: false, error: expect.stringContaining("kioskctl restore") });
  expect(existsSync(rig.databasePath)).toBe(false);
});
