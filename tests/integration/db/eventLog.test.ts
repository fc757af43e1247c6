import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeyStore } from "#core/interfaces/keyStore.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { EventScript, happenings } from "#tests/support/eventScript.ts";
import { PROPERTY_TIMEOUT_MS, propertyRuns } from "#tests/support/fullRun.ts";
import { openTestKeys, openTestLog, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const office = { officeKeyId: "office-1", publicKey: "AAAA" };

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
      visitKey: files.visitKey,
      dossierKey: files.dossierKey,
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

  it("shares each dossier's key once: with its first event when the office is known, afterwards otherwise", () => {
    const folder = scratchFolder();
    const { log, db, keys, close } = openTestLog(folder);
    const script = new EventScript();
    const shared = () => log.eventsAfter(0, 1_000).filter(({ type }) => type === "dossierKeyShared");
    log.append({ ...testMoment, drafts: [...script.commission(), ...script.next("deposit")] });
    expect(shared()).toHaveLength(0);
    expect(log.useOfficeKey(office, testMoment)).toHaveLength(1);
    expect(log.useOfficeKey(office, testMoment)).toHaveLength(0);
    log.append({ ...testMoment, drafts: script.next("deposit") });
    log.append({ ...testMoment, drafts: [...script.next("takeOver"), ...script.next("resultLoaded")] });
    const payloads = shared().map(({ payload }) => JSON.parse(payload));
    expect(payloads).toHaveLength(2);
    for (const { dossierId, sealedKey } of payloads)
      expect(Buffer.from(sealedKey, "base64")).toEqual(Buffer.from(keys.dossierKey(dossierId) ?? []));
    const events = log.eventsAfter(0, 1_000);
    const second = events.findIndex(({ seq }) => seq === shared()[1]?.seq);
    expect(events[second + 1]?.type).toBe("dossierDeposited");
    expect(log.useOfficeKey({ ...office, officeKeyId: "office-2" }, testMoment)).toHaveLength(2);
    expect(verifyLog(db).faults).toEqual([]);
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
          expect(verdict).toEqual({ isSound: true, lastSeq, firstBadSeq: undefined, faults: [], isHistorySound: true });
        }),
        { numRuns: propertyRuns(12) },
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});
