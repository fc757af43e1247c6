import { describe, expect, it, vi } from "vitest";
import { startRetention } from "#controller/retention/retention.ts";
import { createRetentionStore } from "#db/retentionStore.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { EventScript } from "#tests/support/eventScript.ts";
import { ManualClock } from "#tests/support/manualClock.ts";
import { openTestKeys, openTestLog, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A kiosk's store with one dossier that was deposited and handed to the counter, and one that lies in its compartment. */
function openKiosk(folder = scratchFolder()) {
  const keys = openTestKeys(folder);
  const test = openTestLog(folder, { keys });
  const { log, db } = test;
  if (log.lastSeq === 0) {
    const script = new EventScript();
    log.append({ ...testMoment, drafts: [...script.commission(), ...script.next("deposit")] });
    const [dossier] = log.register.all("dossier");
    const { dossierId = "", place } = dossier ?? {};
    const compartmentNumber = place?.kind === "compartment" ? place.compartmentNumber : 0;
    const byStaff = { staffId: "CB-7", exchangeId: "e".repeat(32), dossierId };
    log.append({
      ...testMoment,
      drafts: [
        { type: "dossierTakenOver", payload: { ...byStaff, compartmentNumber, counts: [], dossierCount: 1 } },
        { type: "dossierHandedToCounter", payload: byStaff },
      ],
    });
    log.append({ ...testMoment, drafts: script.next("deposit") });
  }
  const clock = new ManualClock(testMoment.atMs);
  const logger = { info: vi.fn(), warn: vi.fn() };
  const trust = { isConfirmed: true };
  const parts = {
    log,
    store: createRetentionStore(db),
    keys,
    clock,
    isTimeConfirmed: () => trust.isConfirmed,
    retentionDays: 60,
    onEnded: vi.fn(),
    logger,
  };
  const idAt = (kind: string) => [...log.register.all("dossier")].find(({ place }) => place.kind === kind)?.dossierId;
  return {
    ...test,
    ...parts,
    parts,
    trust,
    keys,
    folder,
    gone: idAt("counter") ?? "",
    there: idAt("compartment") ?? "",
  };
}

describe("retention", () => {
  it("ends some days after the dossier left, in the log first and in the keys then, and touches no other dossier", async () => {
    const kiosk = openKiosk();
    const { log, keys, gone, there, db, clock } = kiosk;
    const retention = startRetention(kiosk.parts);
    await clock.advance(59 * DAY_MS);
    expect(keys.dossierKey(gone)).toBeDefined();
    await clock.advance(2 * DAY_MS);
    expect(log.eventsAfter(log.lastSeq - 1, 1)[0]).toMatchObject({ type: "retentionEnded" });
    expect(keys.dossierKey(gone)).toBeUndefined();
    expect(keys.dossierKey(there)).toBeDefined();
    expect(kiosk.onEnded).toHaveBeenCalledOnce();
    const record = log.register.get("dossier", gone);
    expect(record).toMatchObject({ dossierId: gone, place: { kind: "counter" }, ticket: expect.any(String) });
    expect([record?.personal, record?.tokenHash, record?.pickup]).toEqual([undefined, undefined, undefined]);
    expect(verifyLog(db)).toMatchObject({ isSound: true });
    const { lastSeq } = log;
    await clock.advance(2 * DAY_MS);
    expect(log.lastSeq).toBe(lastSeq);
    retention.stop();
    kiosk.close();
  });

  it("destroys nothing on time that is not confirmed, however late it claims to be", async () => {
    const kiosk = openKiosk();
    kiosk.trust.isConfirmed = false;
    const retention = startRetention(kiosk.parts);
    await kiosk.clock.advance(400 * DAY_MS);
    expect(kiosk.keys.dossierKey(kiosk.gone)).toBeDefined();
    kiosk.trust.isConfirmed = true;
    await kiosk.clock.advance(HOUR_MS);
    expect(kiosk.keys.dossierKey(kiosk.gone)).toBeUndefined();
    retention.stop();
    kiosk.close();
  });

  it("destroys at the next start, on any clock, a key whose end stands in the log", () => {
    const first = openKiosk();
    const { gone, there, folder } = first;
    first.log.append({
      ...testMoment,
      drafts: [{ type: "retentionEnded", payload: { dossierId: gone, leftAtMs: 0 } }],
    });
    first.close();
    const again = openKiosk(folder);
    expect(again.keys.dossierKey(gone)).toBeDefined();
    again.trust.isConfirmed = false;
    startRetention(again.parts).stop();
    expect(again.keys.dossierKey(gone)).toBeUndefined();
    expect(openTestKeys(folder).dossierKey(there)).toBeDefined();
    expect(again.store.liveKeys().map(({ dossierId }) => dossierId)).toEqual([there]);
    again.close();
  });

  it("tries again in an hour where the disk refuses, and says so", async () => {
    const kiosk = openKiosk();
    const destroy = vi.fn(kiosk.keys.destroyDossierKeys).mockImplementationOnce(() => {
      throw new Error("The disk is full.");
    });
    await kiosk.clock.advance(400 * DAY_MS);
    const retention = startRetention({ ...kiosk.parts, keys: { destroyDossierKeys: destroy } });
    expect(kiosk.logger.warn).toHaveBeenCalledExactlyOnceWith({ why: "The disk is full." }, expect.any(String));
    expect(kiosk.keys.dossierKey(kiosk.gone)).toBeDefined();
    await kiosk.clock.advance(HOUR_MS);
    expect(kiosk.keys.dossierKey(kiosk.gone)).toBeUndefined();
    retention.stop();
    kiosk.close();
  });

  it("leaves a dossier that comes back afterwards its new key", async () => {
    const kiosk = openKiosk();
    const { log, keys, gone, clock } = kiosk;
    await clock.advance(400 * DAY_MS);
    const retention = startRetention(kiosk.parts);
    expect(keys.dossierKey(gone)).toBeUndefined();
    const payload = { dossierId: gone, officialCode: "H29-1", source: "directory" as const };
    const at = { atMs: clock.wallMs(), isTimeTrusted: true };
    log.append({ ...at, drafts: [{ type: "dossierAnnounced", payload, personal: { secondValue: "4711" } }] });
    await clock.advance(30 * DAY_MS);
    expect(keys.dossierKey(gone)).toBeDefined();
    await clock.advance(31 * DAY_MS);
    expect(keys.dossierKey(gone)).toBeUndefined();
    retention.stop();
    kiosk.close();
  });
});
