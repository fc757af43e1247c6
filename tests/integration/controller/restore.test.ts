import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { restoreKiosk } from "#controller/restore/restoreKiosk.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { holdDatabase, openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { OfficeServer } from "../../support/officeServer.ts";
import { openTestLog } from "../../support/openTestLog.ts";
import { RestoreRig } from "../../support/restoreRig.ts";

let office: OfficeServer;
let rig: RestoreRig;

beforeEach(async () => {
  office = await new OfficeServer().start();
  rig = await RestoreRig.start(office);
});
afterEach(() => office.remove());

/** All events of the kiosk's database, after a check of the whole file. */
function soundEvents(path = rig.databasePath): StoredEvent[] {
  const db = openForReading(path);
  try {
    expect(verifyLog(db)).toMatchObject({ isSound: true, faults: [] });
    return [...readLog(db)];
  } finally {
    db.close();
  }
}

const logIds = (events: readonly StoredEvent[]) => [...new Set(events.map(({ logId }) => logId))];

/** A kiosk that was restored from a backup with a deposit fetched after it, and has worked on and sent since. */
async function restoredOnce() {
  const backupPath = await rig.backUp();
  rig.happen("deposit");
  await rig.send();
  await restoreKiosk(rig.restoreOptions({ backupPath }));
  rig.happen("alarm");
  await rig.send();
  return { backupPath, before: soundEvents() };
}

test("a restore fetches what the back office has since the backup and goes on under a new log id, blocked", async () => {
  const backupPath = await rig.backUp();
  rig.happen("collection", "deposit");
  await rig.send();
  const before = soundEvents();
  const restored = await restoreKiosk(rig.restoreOptions({ backupPath }));
  expect(restored).toMatchObject({ ok: true, value: { kind: "restored" } });
  const after = soundEvents();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length).map(({ seq, type }) => [seq, type])).toEqual([
    [1, "logRestored"],
    [2, "caseOpened"],
  ]);
  expect(logIds(after)).toHaveLength(2);
  const { log, close } = openTestLog(rig.folder);
  for (const { contents, outOfService } of log.register.all("compartment")) {
    expect(contents.kind).not.toBe("empty");
    expect(outOfService?.reason).toBe("restored");
  }
  expect(log.readVisit()).toBeUndefined();
  close();
});

test("the back office takes both logs, knows why there is a second one, and blocks the same compartments", async () => {
  const backupPath = await rig.backUp();
  rig.happen("deposit");
  await rig.send();
  await restoreKiosk(rig.restoreOptions({ backupPath }));
  rig.happen("alarm");
  await rig.send();
  const events = soundEvents();
  const stored = [];
  for (const logId of logIds(events)) stored.push(...(await office.store.eventsOfLog(1, logId)));
  expect(stored.map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash));
  expect(stored.every(({ parkedReason }) => parkedReason === null)).toBe(true);
  expect(await office.store.alarms()).toMatchObject([{ kind: "restoredLog" }]);
  const compartments = await office.store.compartments();
  expect(compartments.every(({ isInService, contents }) => !isInService && contents !== "empty")).toBe(true);
  expect(await office.store.cases(10)).toContainEqual(expect.objectContaining({ kind: "restored", closedAtMs: null }));
});

test("events of before the backup that the back office never got are sent under the old log id first", async () => {
  await rig.send();
  rig.happen("collection", "deposit");
  const backupPath = await rig.backUp();
  await restoreKiosk(rig.restoreOptions({ backupPath }));
  const events = soundEvents();
  const [oldLog = ""] = logIds(events);
  await rig.send();
  const stored = await office.store.eventsOfLog(1, oldLog);
  expect(stored).toHaveLength(events.filter(({ logId }) => logId === oldLog).length);
  const [first] = await office.store.eventsOfLog(1, logIds(events)[1] ?? "");
  expect(first?.receivedId).toBeGreaterThan(stored.at(-1)?.receivedId ?? 0);
});

test("without any backup the database is rebuilt from the back office alone, also after earlier restores", async () => {
  const { before } = await restoredOnce();
  renameSync(rig.databasePath, join(rig.folder, "stolen.db"));
  expect(await restoreKiosk(rig.restoreOptions())).toMatchObject({ ok: true, value: { fromOffice: before.length } });
  const after = soundEvents();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(logIds(after)).toHaveLength(3);
});

test("a backup from before an earlier restore leads on to the log that continued it", async () => {
  const { backupPath, before } = await restoredOnce();
  await restoreKiosk(rig.restoreOptions({ backupPath }));
  expect(soundEvents().slice(0, before.length)).toEqual(before);
});

test("a backup whose end was given up by a restore since is refused, and nothing is changed", async () => {
  const early = await rig.backUp();
  rig.happen("deposit");
  const late = await rig.backUp();
  await restoreKiosk(rig.restoreOptions({ backupPath: early, office: undefined }));
  await rig.send();
  const before = soundEvents();
  expect(await restoreKiosk(rig.restoreOptions({ backupPath: late }))).toMatchObject({
    ok: false,
    error: expect.stringContaining("was restored at event"),
  });
  expect(soundEvents()).toEqual(before);
});

test("without the back office it is restored from the backup alone when that is asked for", async () => {
  const backupPath = await rig.backUp();
  const before = soundEvents();
  rig.happen("deposit");
  expect(await restoreKiosk(rig.restoreOptions({ backupPath, office: undefined }))).toMatchObject({
    value: { fromOffice: 0 },
  });
  expect(soundEvents().slice(0, before.length)).toEqual(before);
});

test("a back office that does not answer stops a restore before anything is changed", async () => {
  const backupPath = await rig.backUp();
  const before = soundEvents();
  await office.stop();
  const refused = await restoreKiosk(rig.restoreOptions({ backupPath }));
  expect(refused).toMatchObject({ ok: false, error: expect.stringMatching(/does not answer.*Nothing was changed/) });
  expect(soundEvents()).toEqual(before);
  await office.start();
});

test("a backup that is damaged is not put in place", async () => {
  const backupPath = await rig.backUp();
  const bytes = readFileSync(backupPath);
  bytes.fill(0x5a, bytes.length - 4_096);
  writeFileSync(backupPath, bytes);
  const before = soundEvents();
  expect(await restoreKiosk(rig.restoreOptions({ backupPath }))).toMatchObject({ ok: false });
  expect(soundEvents()).toEqual(before);
  expect(readdirSync(rig.folder).filter((name) => name.includes(".new"))).toEqual([]);
});

test("the database that was in use is kept as it was", async () => {
  const backupPath = await rig.backUp();
  rig.happen("collection");
  const before = soundEvents();
  const restored = await restoreKiosk(rig.restoreOptions({ backupPath, office: undefined }));
  const keptAs = restored.ok ? (restored.value.keptAs ?? "") : "";
  expect(existsSync(keptAs)).toBe(true);
  expect(soundEvents(keptAs)).toEqual(before);
});

test("keys that are gone are asked for, of the dossiers that have personal data", async () => {
  const backupPath = await rig.backUp();
  const asked: string[][] = [];
  const bringKeys = async (dossierIds: readonly string[]) => void asked.push([...dossierIds]);
  await restoreKiosk(rig.restoreOptions({ backupPath, office: undefined, bringKeys }));
  const { log, close } = openTestLog(rig.folder);
  const expected = [...log.register.all("dossier")].map(({ dossierId }) => dossierId);
  close();
  expect(asked.map((ids) => ids.toSorted())).toEqual([expected.toSorted()]);
});

test("while a kiosk process has the database nothing is restored", async () => {
  const backupPath = await rig.backUp();
  const held = holdDatabase(rig.databasePath, 0);
  expect(await restoreKiosk(rig.restoreOptions({ backupPath }))).toMatchObject({
    ok: false,
    error: expect.stringContaining("in use by another kiosk process"),
  });
  held.release();
});
