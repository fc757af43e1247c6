import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { openDatabase } from "#backoffice/store/sqlite/openDatabase.ts";
import { loadConfig } from "#controller/config/loadConfig.ts";
import { openKeyFolder } from "#controller/keys/keyFolder.ts";
import { masterKeyFile } from "#controller/keys/masterKey.ts";
import { createRandomPool } from "#controller/keys/randomPool.ts";
import { readRing } from "#controller/keys/ringFile.ts";
import { endRetention } from "#controller/retention/retention.ts";
import { openStore } from "#controller/store.ts";
import { personalContext, unseal } from "#core/domain/seal.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { openCases } from "#core/register/register.ts";
import { createRetentionStore } from "#db/retentionStore.ts";
import { Actor, walk } from "../support/journey/actor.ts";
import { collectionSteps, lookupSteps } from "../support/journey/collectionSteps.ts";
import { exchangeSteps } from "../support/journey/exchangeSteps.ts";
import { INTAKE, intakeSteps } from "../support/journey/intakeSteps.ts";
import { ManualClock } from "../support/manualClock.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import { expectSameRegisters, expectSoundLog, kioskEvents, waitForDrainedQueue } from "../support/rig/logCheck.ts";
import { filesBelow, huntKeys, type SealedText, wordsIn } from "../support/secretHunt.ts";

const DAY_MS = 86_400_000;
const VISIT_CONTEXT = "dossier-kiosk/visit/1";

let rig: KioskRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

test("nothing is left of a person: no word while the dossier lives, no key for what is sealed after retention ended", async () => {
  rig = await KioskRig.start();
  const actor = new Actor(rig);
  await actor.comeToScreen();
  await actor.screen.waitFor("home", ({ isIntakePossible }) => isIntakePossible);
  const kioskFolder = join(rig.folder, "kiosk");
  const keysFolder = join(kioskFolder, "keys");
  const kept = join(rig.folder, "kept");

  await walk(actor, intakeSteps.slice(0, 8));
  // Somebody copies the disk's data while the person stands there, but not the keys.
  copyData(kioskFolder, join(kept, "visit"));
  expect(wordsIn(kioskFolder, ["Nguyễn Văn Mẫu", "079085000011", INTAKE.phone])).toEqual([]);
  await walk(actor, [...intakeSteps.slice(8), ...exchangeSteps, ...collectionSteps]);
  await waitForDrainedQueue(rig);
  const words = await personalWords(actor);
  expect(wordsIn(kioskFolder, words)).toEqual([]);
  expect(wordsIn(join(rig.folder, "office"), words)).toEqual([]);
  expect(rig.controllerLog.filter((line) => words.some((word) => line.includes(word)))).toEqual([]);

  const shared = sharedKey(rig);
  expect(filesBelow(join(rig.folder, "office")).filter(({ bytes }) => bytes.includes(shared))).not.toEqual([]);

  await rig.killController();
  copyData(kioskFolder, join(kept, "before"));
  const generation = masterKeyFile(openKeyFolder(keysFolder)).read()?.generation;
  copyFileSync(join(keysFolder, `ring.${generation}`), join(kept, "ring"));
  const sealed = kioskEvents(rig).flatMap(sealedText);
  expect(sealed).toHaveLength(2);
  // The hunt finds what is there to be found: with today's master key the ring opens everything.
  expect(huntKeys([ringKeys(keysFolder, join(kept, "ring"))], sealed).opened).toHaveLength(2);
  expect(unsealedRows(join(kept, "visit"), keysFolder)).toEqual([]);

  await endRetentionOffline(rig);
  expectSoundLog(rig);
  expectNothingOpens(rig.folder, sealed);

  await rig.startController();
  await lookUpAgain(actor);
  await waitForDrainedQueue(rig);
  expectSameRegisters(rig);
  expect(filesBelow(join(rig.folder, "office")).filter(({ bytes }) => bytes.includes(shared))).toEqual([]);
}, 300_000);

/** Everything about the person and the person's codes that the machine was told or told the person. */
async function personalWords({ rig: { officeUrl }, memory }: Actor): Promise<string[]> {
  const messages = z
    .array(z.object({ text: z.string() }))
    .parse(await (await fetch(`${officeUrl}/desk/messages`)).json());
  const code = /(?<=quả: )\d{4} \d{4}/.exec(messages[0]?.text ?? "")?.[0] ?? "";
  const words = ["Nguyễn Văn Mẫu", "079085000011", INTAKE.phone, memory.receiptCode, code.replace(" ", "")];
  for (const word of words) expect(word.length).toBeGreaterThan(7);
  return words;
}

/** No 32 bytes of any file open a sealed text, nor does the ring of before open with the master key of today. */
function expectNothingOpens(folder: string, sealed: readonly SealedText[]): void {
  const keysFolder = join(folder, "kiosk", "keys");
  const oldRing = join(folder, "kept", "ring");
  const left = ["kiosk", "kept"].flatMap((name) => filesBelow(join(folder, name)));
  for (const name of ["kept/before/kiosk.db-wal", "kept/ring", "kiosk/kiosk.db", "kiosk/keys/ring.2"])
    expect(left.map(({ path }) => path)).toContain(join(folder, name));
  const parts = left.filter(({ path }) => !path.endsWith(".lock")).map(({ bytes }) => bytes);
  const hunt = huntKeys([...parts, ringKeys(keysFolder, join(keysFolder, "ring.2"))], sealed);
  expect(hunt.opened).toEqual([]);
  expect(hunt.tried.size).toBeGreaterThan(10_000);
  const key = masterKeyFile(openKeyFolder(keysFolder)).read()?.key ?? Buffer.of();
  for (const generation of [1, 2]) expect(readRing(readFileSync(oldRing), { generation, key })).toBeUndefined();
}

/** What the screen says of a dossier whose person is forgotten: where it is, by its number; nothing, by the receipt. */
async function lookUpAgain(actor: Actor): Promise<void> {
  await actor.comeToScreen();
  await actor.screen.waitFor("home");
  await walk(actor, lookupSteps);
  await walk(actor, lookupSteps.slice(0, 1));
  actor.rig.scanner.show(actor.memory.receiptCode);
  await actor.screen.waitFor("lookup", ({ problem }) => problem === "ticketNotFound");
}

/** The database with its write-ahead file, as somebody might copy it away. */
function copyData(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of ["kiosk.db", "kiosk.db-wal"]) copyFileSync(join(from, name), join(to, name));
}

function sealedText({ sealed, type, payload }: StoredEvent): SealedText[] {
  if (sealed === null) return [];
  const { dossierId } = z.object({ dossierId: z.string() }).parse(JSON.parse(payload));
  return [{ sealed, context: personalContext(dossierId, type) }];
}

/** The dossier's key as the back office has it. */
function sharedKey({ officePath }: KioskRig): string {
  const db = openDatabase(officePath);
  try {
    return db.prepare<[], string>("SELECT sealed_key FROM dossier_keys").pluck().get() ?? "no key was shared";
  } finally {
    db.close();
  }
}

/** Every key in a ring, opened with the master key of today. */
function ringKeys(keysFolder: string, ringPath: string): Buffer {
  const master = masterKeyFile(openKeyFolder(keysFolder)).read();
  const ring = master && readRing(readFileSync(ringPath), master);
  if (ring === undefined) throw new Error(`The ring ${ringPath} does not open.`);
  const { channel, visitWrap, dossiers } = ring.contents;
  return Buffer.concat([channel, visitWrap, ...dossiers.values()]);
}

/** Rows of unfinished visits in a copy that any key in the key folder opens, wrapped or not. */
function unsealedRows(copy: string, keysFolder: string): string[] {
  const text = filesBelow(copy)
    .map(({ bytes }) => bytes.toString("latin1"))
    .join("\n");
  const texts = new Set([...text.matchAll(/[A-Za-z0-9+/]{200,}={0,2}/g)].map(([row]) => row));
  const rows = [...texts].map((sealed) => ({ sealed, context: VISIT_CONTEXT }));
  expect(rows.length).toBeGreaterThan(0);
  const files = filesBelow(keysFolder);
  const ring = files.find(({ path }) => path.includes("ring."))?.path ?? "";
  const keys = [ringKeys(keysFolder, ring), ...files.map(({ bytes }) => bytes)];
  return [...huntKeys(keys, rows).opened];
}

/** The case is settled and the retention time goes by; the very code of the controller ends it. */
async function endRetentionOffline({ folder }: KioskRig): Promise<void> {
  const loaded = loadConfig(join(folder, "kiosk.json"));
  if (!loaded.ok) throw new Error(loaded.error.join(" "));
  const store = await openStore(loaded.value.config, createRandomPool());
  const { log, keys, db } = store;
  const at = { atMs: Date.now(), isTimeTrusted: true };
  const closing = openCases(log.register).map(({ caseNumber }) => {
    return { type: "caseClosed" as const, payload: { caseNumber, staffId: "CB-101" } };
  });
  log.append({ ...at, drafts: closing });
  const [dossier] = log.register.all("dossier");
  const personal = dossier?.personal;
  expect(personal && log.openPersonal(personal, dossier.dossierId)).toContain("Nguyễn Văn Mẫu");
  endRetention({
    log,
    store: createRetentionStore(db),
    keys,
    clock: new ManualClock(at.atMs + 31 * DAY_MS),
    isTimeConfirmed: () => true,
    retentionDays: loaded.value.config.retentionDays,
    onEnded: vi.fn(),
    logger: { info: vi.fn(), warn: vi.fn() },
  });
  expect(log.eventsAfter(log.lastSeq - 1, 1)[0]?.type).toBe("retentionEnded");
  expect(unseal(personal?.sealed ?? "", keys.dossierKey(dossier?.dossierId ?? "") ?? new Uint8Array(32), "").ok).toBe(
    false,
  );
  store.close();
}
