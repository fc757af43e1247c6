import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadKioskBox } from "#controller/keys/kioskBox.ts";
import { EnrolAnswer, KeysAnswer, type OfficeKey } from "#core/contract/sync.ts";
import { fetchKeys } from "#sync/fetchKeys.ts";
import { idOf, KioskLog, sealPersonal, shareKey } from "#tests/support/kioskLog.ts";
import { ManualClock } from "#tests/support/manualClock.ts";
import { OfficeServer, RawKiosk } from "#tests/support/officeServer.ts";
import { keyOf } from "../../support/sampleNight.ts";

let office: OfficeServer;
let kiosk: RawKiosk;
let log: KioskLog;
let officeKey: OfficeKey;
const dossierId = idOf("the dossier");
const ref = { kioskNumber: 1, dossierId };

beforeEach(async () => {
  office = await new OfficeServer().start();
  kiosk = new RawKiosk(office);
  log = new KioskLog();
  officeKey = EnrolAnswer.parse(await (await kiosk.enrol()).json()).officeKey;
});
afterEach(() => office.remove());

async function announce(key: Uint8Array = keyOf(dossierId)): Promise<void> {
  await shareKey(log, officeKey, { dossierId, key });
  const sealed = sealPersonal({ secondValue: "4711" }, key, { dossierId, type: "dossierAnnounced" });
  log.append("dossierAnnounced", { dossierId, officialCode: "H29-1", source: "directory" }, { sealed });
}

const endRetention = () => log.append("retentionEnded", { dossierId, leftAtMs: log.atMs });
const everything = () => ({ keyShares: log.keyShares });
const sealedKey = async () => (await office.store.sealedKeyOf(ref))?.sealedKey;

test("a key comes beside the events, stays when projections are made again, and goes with the end of retention", async () => {
  await announce();
  expect(await kiosk.send(log.events, everything())).toMatchObject({ result: "accepted", acknowledgedUpTo: 1 });
  const [share] = log.keyShares;
  expect(await sealedKey()).toBe(share?.sealedKey);
  await office.store.rebuildProjections();
  expect(await sealedKey()).toBe(share?.sealedKey);
  endRetention();
  expect(await kiosk.send(log.events)).toMatchObject({ result: "accepted", acknowledgedUpTo: 2 });
  expect(await sealedKey()).toBeUndefined();
  for (const name of ["office.sqlite", "office.sqlite-wal"])
    expect(readFileSync(join(office.dataDir, name)).includes(share?.sealedKey ?? "")).toBe(false);
});

test("a request that comes again after the end of retention brings no key back", async () => {
  await announce();
  const first = await kiosk.sign({ ...request(), events: log.events, ...everything() });
  await kiosk.post(first);
  endRetention();
  await kiosk.send(log.events);
  expect((await kiosk.post(first)).status).toBe(200);
  expect(await sealedKey()).toBeUndefined();
  await kiosk.send(log.events, everything());
  expect(await sealedKey()).toBeUndefined();
});

test("a dossier that comes back after its retention has a new key, which the old one cannot displace", async () => {
  await announce();
  const old = [...log.keyShares];
  endRetention();
  await announce(keyOf("its second life"));
  await kiosk.send(log.events, everything());
  expect(await sealedKey()).toBe(log.keyShares[1]?.sealedKey);
  await kiosk.send([], { keyShares: old });
  expect(await sealedKey()).toBe(log.keyShares[1]?.sealedKey);
});

test("nothing is refused because of a key: not one for another office, nor one for an unknown dossier", async () => {
  await announce();
  const [share] = log.keyShares;
  const odd = [
    { ...share, officeKeyId: "another" },
    { ...share, dossierId: idOf("unknown"), sealedKey: "AAAA" },
  ];
  expect(await kiosk.send(log.events, { keyShares: odd })).toMatchObject({ result: "accepted" });
  expect(await sealedKey()).toBeUndefined();
});

test("a kiosk that lost its keys gets those of its live dossiers back, and only it can open them", async () => {
  await announce();
  await kiosk.send(log.events, everything());
  const { d = "" } = kiosk.key.privateKey.export({ format: "jwk" });
  const options = {
    kioskNumber: 1,
    key: kiosk.key,
    baseUrl: office.baseUrl,
    request: { fetch, clock: new ManualClock(), timeoutMs: 60_000, signal: new AbortController().signal },
    // More than fit into one request.
    dossierIds: [...Array.from({ length: 250 }, (_, index) => idOf(`never seen ${index}`)), dossierId],
  };
  const openFromOffice = await loadKioskBox({ seed: () => Buffer.from(d, "base64url") });
  const found = await fetchKeys({ ...options, openFromOffice });
  expect(found.ok && [...found.value].map(([id, key]) => [id, Buffer.from(key)])).toEqual([
    [dossierId, Buffer.from(keyOf(dossierId))],
  ]);
  const stranger = await loadKioskBox({ seed: () => Buffer.alloc(32, 7) });
  expect(await fetchKeys({ ...options, openFromOffice: stranger })).toEqual({ ok: true, value: new Map() });
  const nobody = { ...options, key: { ...kiosk.key, sign: () => new Uint8Array(64) }, openFromOffice };
  expect(await fetchKeys(nobody)).toEqual({ ok: false, error: "unknownKiosk" });
});

test("keys are refused to a wrong signature, to a request in another's name, and to a revoked kiosk", async () => {
  const ask = async (kioskNumber = 1) => {
    const jws = await kiosk.sign({ protocol: 1, kioskNumber, dossierIds: [dossierId] });
    return KeysAnswer.parse(await (await kiosk.post(jws, "keys")).json());
  };
  expect(await ask()).toEqual({ result: "keys", keys: [] });
  expect(await ask(2)).toMatchObject({ result: "refused", reason: "badRequest" });
  const { key } = kiosk;
  kiosk.key = { ...key, privateKey: createPrivateKey(generateKeyPairSync("ed25519").privateKey.export(PEM)) };
  expect(await ask()).toMatchObject({ result: "refused", reason: "unknownKiosk" });
  kiosk.key = key;
  await office.store.revokeKiosk(1, office.nowMs);
  expect(await ask()).toMatchObject({ result: "refused", reason: "revoked" });
});

const PEM = { format: "pem", type: "pkcs8" } as const;

function request() {
  return { protocol: 1, kioskNumber: kiosk.kioskNumber, logId: kiosk.logId, ordersTakenUpTo: 0 };
}
