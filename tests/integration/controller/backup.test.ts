import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeBackup } from "#controller/backup/makeBackup.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { EventScript } from "#tests/support/eventScript.ts";
import { openTestLog, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

function kioskWithVisit() {
  const folder = scratchFolder();
  const test = openTestLog(folder);
  const script = new EventScript();
  test.log.append({ ...testMoment, drafts: script.commission(), visit: "Nguyễn Văn An" });
  const sealed = test.db.prepare<[], string>("SELECT sealed FROM unfinished_visit").pluck().get() ?? "";
  const place = { databasePath: join(folder, "kiosk.db"), folder: join(folder, "backups"), keep: 2, keepDays: 0 };
  return { ...test, folder, script, sealed, place };
}

test("a backup made while the kiosk writes is sound, has its own moment and holds neither visit nor keys", async () => {
  const { log, script, sealed, place, folder, close } = kioskWithVisit();
  const making = makeBackup(place, testMoment.atMs);
  for (const happening of ["deposit", "takeOver", "deposit"] as const)
    log.append({ ...testMoment, drafts: script.next(happening) });
  const { path, lastSeq } = await making;
  const copy = openForReading(path);
  expect(verifyLog(copy)).toMatchObject({ isSound: true, lastSeq });
  expect([...readLog(copy)]).toEqual(log.eventsAfter(0, lastSeq));
  copy.close();
  const bytes = readFileSync(path);
  expect(sealed.length).toBeGreaterThan(20);
  expect(bytes.includes(sealed)).toBe(false);
  const keyFiles = readdirSync(join(folder, "keys"));
  expect(keyFiles.length).toBeGreaterThan(1);
  for (const name of keyFiles) expect(bytes.includes(readFileSync(join(folder, "keys", name))), name).toBe(false);
  expect(log.readVisit()).toBe("Nguyễn Văn An");
  expect(readdirSync(place.folder)).toHaveLength(1);
  close();
});

test("a damaged log gives no backup, and those that are there stay", async () => {
  const { db, place, close } = kioskWithVisit();
  const good = await makeBackup(place, testMoment.atMs);
  db.exec("DROP TRIGGER event_is_never_changed; UPDATE event SET at_ms = 1 WHERE position = 3");
  for (let hours = 1; hours <= 3; hours += 1)
    await expect(makeBackup(place, testMoment.atMs + hours * 3_600_000)).rejects.toThrow(/not sound.*Event 3/);
  expect(readdirSync(place.folder).map((name) => join(place.folder, name))).toEqual([good.path]);
  close();
});

test("a folder that cannot be written to is an error that says so", async () => {
  const { place, folder, close } = kioskWithVisit();
  mkdirSync(place.folder);
  writeFileSync(join(folder, "file"), "");
  await expect(makeBackup({ ...place, folder: join(folder, "file") }, testMoment.atMs)).rejects.toThrow(
    /EEXIST|ENOTDIR/,
  );
  close();
});
