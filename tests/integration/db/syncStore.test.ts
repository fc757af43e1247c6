import { describe, expect, it, vi } from "vitest";
import type { Order } from "#core/contract/sync.ts";
import { createSyncStore } from "#db/syncStore.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { EventScript } from "#tests/support/eventScript.ts";
import { openTestLog, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const announced = "a".repeat(32);
const stranger = "b".repeat(32);
const officeKey = { officeKeyId: "office-1", publicKey: "AAAA" };
/** Reversible on purpose: a test sees which key was shared. */
const sealToOffice = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const EVERY_EVENT = Number.MAX_SAFE_INTEGER;

const orders: readonly Order[] = [
  { number: 1, kind: "announceDossier", dossierId: announced, officialCode: "H29-1", person: { secondValue: "1234" } },
  { number: 2, kind: "assignOfficialCode", dossierId: announced, officialCode: "H29-2" },
  { number: 3, kind: "assignOfficialCode", dossierId: stranger, officialCode: "H29-3" },
];

function openStore(folder = scratchFolder()) {
  const test = openTestLog(folder);
  const onAppended = vi.fn();
  const onOrderPassedOver = vi.fn();
  const store = createSyncStore({ ...test, sealToOffice, now: () => testMoment, onAppended, onOrderPassedOver });
  return { ...test, folder, store, onAppended, onOrderPassedOver };
}

describe("the sync's store", () => {
  it("turns orders into events and moves the order number with them", () => {
    const { store, log, db, onAppended, close } = openStore();
    store.takeOrders(orders);
    expect(store.ordersTakenUpTo()).toBe(3);
    expect(log.register.get("dossier", announced)?.officialCode).toBe("H29-2");
    expect(log.eventsAfter(0, 10).map(({ type }) => type)).toEqual(["dossierAnnounced", "officialCodeAssigned"]);
    expect(onAppended).toHaveBeenCalledOnce();
    expect(verifyLog(db).isSound).toBe(true);
    close();
  });

  it("passes over an order for a dossier that it does not know, instead of getting stuck", () => {
    const { store, log, onOrderPassedOver, close } = openStore();
    store.takeOrders(orders);
    expect(onOrderPassedOver).toHaveBeenCalledExactlyOnceWith(3);
    expect(log.register.get("dossier", stranger)).toBeUndefined();
    close();
  });

  it("takes neither event nor number when the disk refuses one of them", () => {
    const { store, log, db, close } = openStore();
    db.exec("CREATE TRIGGER full BEFORE UPDATE ON sync_state BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    expect(() => store.takeOrders(orders)).toThrow("disk full");
    expect([store.ordersTakenUpTo(), log.lastSeq]).toEqual([0, 0]);
    close();
  });

  it("remembers how far the back office is, its key and the enrolment over a restart", () => {
    const first = openStore();
    expect([first.store.enrolment(), first.store.officeKey()]).toEqual(["none", undefined]);
    first.log.append({ ...testMoment, drafts: new EventScript().commission() });
    first.store.setEnrolled();
    first.store.setOfficeKey(officeKey);
    first.store.setAcknowledged(5);
    first.close();
    const { store, close } = openStore(first.folder);
    expect(store.enrolment()).toBe("enrolled");
    expect(store.officeKey()).toEqual(officeKey);
    expect(store.acknowledgedUpTo()).toBe(5);
    expect(store.eventsAfter(5, 2).map(({ seq }) => seq)).toEqual([6, 7]);
    store.setAcknowledged(2);
    expect(store.acknowledgedUpTo()).toBe(2);
    close();
  });

  it("offers each live key once for each office key, in the order in which events need them", () => {
    const { store, log, keys, close } = openStore();
    const script = new EventScript();
    log.append({ ...testMoment, drafts: [...script.commission(), ...script.next("deposit")] });
    const firstSeq = log.lastSeq;
    log.append({ ...testMoment, drafts: script.next("deposit") });
    expect(store.unsentKeys(EVERY_EVENT, 10)).toEqual([]);
    store.setOfficeKey(officeKey);
    const both = store.unsentKeys(EVERY_EVENT, 10);
    const sealing = log.eventsAfter(0, 100).filter(({ sealed }) => sealed !== null);
    expect(both.map(({ fromSeq }) => fromSeq)).toEqual(sealing.map(({ seq }) => seq));
    for (const { dossierId, sealedKey } of both)
      expect(Buffer.from(sealedKey, "base64")).toEqual(Buffer.from(keys.dossierKey(dossierId) ?? []));
    expect(store.unsentKeys(firstSeq, 10)).toEqual(both.slice(0, 1));
    expect(store.unsentKeys(EVERY_EVENT, 1)).toEqual(both.slice(0, 1));
    store.setKeysSent(both);
    expect(store.unsentKeys(EVERY_EVENT, 10)).toEqual([]);
    store.setOfficeKey({ ...officeKey, officeKeyId: "office-2" });
    expect(store.unsentKeys(EVERY_EVENT, 10)).toHaveLength(2);
    close();
  });

  it("offers all keys anew to a back office that went back to an older copy", () => {
    const { store, log, close } = openStore();
    const script = new EventScript();
    log.append({ ...testMoment, drafts: [...script.commission(), ...script.next("deposit")] });
    store.setOfficeKey(officeKey);
    store.setKeysSent(store.unsentKeys(EVERY_EVENT, 10));
    store.setAcknowledged(log.lastSeq);
    expect(store.unsentKeys(EVERY_EVENT, 10)).toEqual([]);
    store.setAcknowledged(log.lastSeq - 1);
    expect(store.unsentKeys(EVERY_EVENT, 10)).toHaveLength(1);
    close();
  });
});
