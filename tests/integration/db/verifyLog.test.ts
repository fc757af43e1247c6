import { describe, expect, it } from "vitest";
import type { WritableDb } from "#db/connection.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { EventScript } from "#tests/support/eventScript.ts";
import { openTestLog, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

/** A sound log of a few dozen events, then something done to its file behind the program's back. */
function tamperedWith(sql: string): { readonly db: WritableDb; readonly folder: string; readonly close: () => void } {
  const folder = scratchFolder();
  const { log, db, close } = openTestLog(folder);
  const script = new EventScript();
  log.append({ ...testMoment, drafts: script.commission() });
  for (const happening of ["deposit", "takeOver", "resultLoaded", "collection"] as const)
    log.append({ ...testMoment, drafts: script.next(happening) });
  expect(verifyLog(db).isSound).toBe(true);
  db.pragma("foreign_keys = OFF");
  db.exec(`DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted; ${sql}`);
  return { db, folder, close };
}

describe("verifying a log", () => {
  it("finds an event whose payload was changed", () => {
    const { db, close } = tamperedWith("UPDATE event SET payload = replace(payload, '300', '301') WHERE position = 4");
    expect(verifyLog(db)).toMatchObject({ isSound: false, firstBadSeq: 4 });
    close();
  });

  it("finds an event that was taken out of the middle", () => {
    const { db, close } = tamperedWith("DELETE FROM event WHERE position = 7");
    expect(verifyLog(db)).toMatchObject({
      isSound: false,
      firstBadSeq: 8,
      faults: ["Event 7 is missing: 8 follows 6."],
    });
    close();
  });

  it("finds that the newest events were cut off, and such a log is not opened for writing", () => {
    const { db, folder, close } = tamperedWith("DELETE FROM event WHERE position > 20");
    const verdict = verifyLog(db);
    expect(verdict).toMatchObject({ isSound: false, lastSeq: 20, firstBadSeq: 21 });
    close();
    expect(() => openTestLog(folder)).toThrow(/log is missing or was changed/);
  });

  it("finds a projection that is not what the log says", () => {
    const { db, close } = tamperedWith(
      "UPDATE register_compartment SET body = json_set(body, '$.heightMm', 301) WHERE key = '3'",
    );
    expect(verifyLog(db).faults).toEqual(["The record compartment 3 is not what the log says."]);
    close();
  });

  it("finds a projection that has vanished", () => {
    const { db, close } = tamperedWith("DELETE FROM register_dossier");
    expect(verifyLog(db).faults.join()).toMatch(/The record dossier [0-9a-f]{32} is not what the log says/);
    close();
  });

  it("finds a register that stands at no event of the log", () => {
    const { db, close } = tamperedWith("UPDATE register_head SET position = 999");
    expect(verifyLog(db).isSound).toBe(false);
    close();
  });

  it("makes projections anew that other rules wrote", () => {
    const { folder, close } = tamperedWith(
      "UPDATE register_head SET projection_version = 0; DELETE FROM register_dossier; DELETE FROM register_case",
    );
    close();
    const again = openTestLog(folder);
    expect(verifyLog(again.db).faults).toEqual([]);
    expect([...again.log.register.all("dossier")]).toHaveLength(1);
    again.close();
  });
});
