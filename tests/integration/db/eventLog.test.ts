import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unseal } from "#core/domain/seal.ts";
import type { KeyStore } from "#core/interfaces/keyStore.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { EventScript, happenings } from "#tests/support/eventScript.ts";
import { PROPERTY_TIMEOUT_MS, propertyRuns } from "#tests/support/fullRun.ts";
import { openTestKeys, openTestLog, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

describe("the event log", () => {
  it("gives back events, register and visit after it was closed and opened again", () => {
    const folder = scratchFolder();
    const first = openTestLog(folder);
    const script = new EventScript();
    first.log.append({ ...testMoment, drafts: script.commission(), visit: '{"step":"bag"}' });
    first.log.append({ ...testMoment, drafts: script.next("deposit") });
    const { lastSeq, logId } = first.log;
    const events = first.log.eventsAfter(0, 100);
    first.close();
    const again = openTestLog(folder);
    expect(again.log).toMatchObject({ lastSeq, logId });
    expect(again.log.eventsAfter(0, 100)).toEqual(events);
    expect(again.log.readVisit()).toBe('{"step":"bag"}');
    expect(again.log.register.get("compartment", "1")?.contents.kind).toBe("deposit");
    again.log.append({ ...testMoment, drafts: [], visit: null });
    expect(again.log.readVisit()).toBeUndefined();
    again.close();
  });

  it("keeps personal data out of the file and opens it with the dossier's key only", () => {
    const folder = scratchFolder();
    const { log, db, close } = openTestLog(folder);
    const script = new EventScript();
    log.append({ ...testMoment, drafts: [...script.commission(), ...script.next("deposit")], visit: "Nguyễn Văn An" });
    const [dossier] = log.register.all("dossier");
    expect(dossier?.personal).toBeDefined();
    const personal = dossier?.personal && log.openPersonal(dossier.personal, dossier.dossierId);
    expect(JSON.parse(personal ?? "")).toMatchObject({ name: "Nguyễn Văn An" });
    expect(dossier?.personal && log.openPersonal(dossier.personal, "0".repeat(32))).toBeUndefined();
    expect(db.serialize().includes("Nguyễn")).toBe(false);
    close();
  });

  it("changes nothing when the disk refuses", () => {
    const { log, db, close } = openTestLog(scratchFolder());
    const script = new EventScript();
    log.append({ ...testMoment, drafts: script.commission() });
    const before = log.lastSeq;
    db.exec("CREATE TRIGGER full BEFORE INSERT ON register_dossier BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    const drafts = script.next("deposit");
    expect(() => log.append({ ...testMoment, drafts, visit: "x" })).toThrow("disk full");
    expect(log.lastSeq).toBe(before);
    expect([...log.register.all("dossier")]).toEqual([]);
    expect(log.register.get("compartment", "1")?.request).toBeUndefined();
    expect(log.readVisit()).toBeUndefined();
    db.exec("DROP TRIGGER full");
    log.append({ ...testMoment, drafts });
    expect(verifyLog(db)).toMatchObject({ isSound: true, lastSeq: before + drafts.length });
    close();
  });

  it("writes nothing of a commit whose payload the catalogue refuses, and does not name the value", () => {
    const { log, close } = openTestLog(scratchFolder());
    const drafts = [{ type: "kioskStarted" as const, payload: { kioskNumber: 70_000, softwareVersion: "0.1.0" } }];
    expect(() => log.append({ ...testMoment, drafts })).toThrow(/payload of kioskStarted.*kioskNumber/);
    expect(() => log.append({ ...testMoment, drafts })).not.toThrow(/70000/);
    expect(log.lastSeq).toBe(0);
    close();
  });

  it("makes a key durable before the event that needs it, and writes no event when the key cannot be kept", () => {
    const folder = scratchFolder();
    const files = openTestKeys(folder);
    const seqWhenMade: number[] = [];
    let isDiskFull = false;
    const keys: KeyStore = {
      ...files,
      makeDossierKey: (dossierId) => {
        seqWhenMade.push(test.log.lastSeq);
        expect(test.db.inTransaction).toBe(false);
        if (isDiskFull) throw new Error("No space left for the key.");
        return files.makeDossierKey(dossierId);
      },
    };
    const test = openTestLog(folder, { keys });
    const script = new EventScript();
    test.log.append({ ...testMoment, drafts: script.commission() });
    const before = test.log.lastSeq;
    const drafts = script.next("deposit");
    isDiskFull = true;
    expect(() => test.log.append({ ...testMoment, drafts })).toThrow("No space left");
    expect(test.log.lastSeq).toBe(before);
    isDiskFull = false;
    test.log.append({ ...testMoment, drafts });
    expect(seqWhenMade).toEqual([before, before]);
    test.close();
  });

  it("seals each visit under a key of its own that is gone when the visit ends", () => {
    const { log, keys, db, close } = openTestLog(scratchFolder());
    const rowOf = () => db.prepare<[], string>("SELECT sealed FROM unfinished_visit").pluck().get() ?? "";
    expect(keys.visitKey()).toBeUndefined();
    log.append({ ...testMoment, drafts: [], visit: "first step" });
    const [key, row] = [keys.visitKey() ?? new Uint8Array(32), rowOf()];
    const copy = Buffer.from(key);
    log.append({ ...testMoment, drafts: [], visit: "second step" });
    expect(keys.visitKey()).toEqual(copy);
    expect(unseal(row, copy, "dossier-kiosk/visit/1")).toEqual({ ok: true, value: "first step" });
    log.append({ ...testMoment, drafts: [], visit: null });
    expect(keys.visitKey()).toBeUndefined();
    log.append({ ...testMoment, drafts: [], visit: "another person" });
    expect(keys.visitKey()).not.toEqual(copy);
    close();
  });

  it("has no visit where a power cut left its row without its key, or its key without its row", () => {
    const folder = scratchFolder();
    const notes: string[] = [];
    const first = openTestLog(folder);
    first.log.append({ ...testMoment, drafts: [], visit: "somebody was here" });
    first.close();
    openTestKeys(folder).endVisitKey();
    const withoutKey = openTestLog(folder, { note: (sentence) => notes.push(sentence) });
    expect(withoutKey.log.readVisit()).toBeUndefined();
    expect(notes).toEqual([expect.stringContaining("its key is gone")]);
    expect(withoutKey.db.prepare("SELECT * FROM unfinished_visit").all()).toEqual([]);
    withoutKey.close();
    openTestKeys(folder).beginVisitKey();
    const withoutRow = openTestLog(folder);
    expect([withoutRow.log.readVisit(), withoutRow.keys.visitKey()]).toEqual([undefined, undefined]);
    expect(existsSync(join(folder, "keys", "visit.key"))).toBe(false);
    withoutRow.close();
  });

  it("begins no visit without its key, and ends one whose key the disk will not forget", () => {
    const folder = scratchFolder();
    const files = openTestKeys(folder);
    const notes: string[] = [];
    let isDiskFull = true;
    const refuse = (): never => {
      throw new Error("No space left for the key.");
    };
    const keys: KeyStore = {
      ...files,
      beginVisitKey: () => (isDiskFull ? refuse() : files.beginVisitKey()),
      endVisitKey: () => (isDiskFull ? refuse() : files.endVisitKey()),
    };
    const { log, close } = openTestLog(folder, { keys, note: (sentence) => notes.push(sentence) });
    expect(() => log.append({ ...testMoment, drafts: [], visit: "x" })).toThrow("No space left");
    expect(log.readVisit()).toBeUndefined();
    isDiskFull = false;
    log.append({ ...testMoment, drafts: [], visit: "x" });
    const before = Buffer.from(files.visitKey() ?? []);
    isDiskFull = true;
    log.append({ ...testMoment, drafts: [], visit: null });
    expect(notes.at(-1)).toContain("could not be removed yet (No space left for the key.)");
    isDiskFull = false;
    log.append({ ...testMoment, drafts: [], visit: "y" });
    expect(files.visitKey()).not.toEqual(before);
    close();
  });

  it(
    "has projections equal to a replay of the log after any run of happenings and restarts",
    () => {
      const step = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...happenings) }, fc.constant("restart" as const));
      fc.assert(
        fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
          const folder = scratchFolder();
          const script = new EventScript();
          let test = openTestLog(folder);
          test.log.append({ ...testMoment, drafts: script.commission() });
          for (const next of steps) {
            if (next === "restart") {
              test.close();
              test = openTestLog(folder);
            } else test.log.append({ ...testMoment, drafts: script.next(next), visit: next });
          }
          const verdict = verifyLog(test.db);
          const { lastSeq } = test.log;
          test.close();
          expect(verdict).toEqual({ isSound: true, lastSeq, faults: [], isHistorySound: true });
        }),
        { numRuns: propertyRuns(12) },
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});
