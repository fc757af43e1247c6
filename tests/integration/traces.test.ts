import { copyFileSync, cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
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
  const messages = await (await fetch(`${rig.officeUrl}/desk/messages`)).json();
  const code = /\d{4} \d{4}/.exec(z.array(z.object({ text: z.string() })).parse(messages)[0]?.text ?? "")?.[0] ?? "";
  const words = ["Nguyễn Văn Mẫu", "079085000011", INTAKE.phone, actor.memory.receiptCode, code.replace(" ", "")];
  for (const word of words) expect(word.length).toBeGreaterThan(7);
  expect(wordsIn(kioskFolder, words)).toEqual([]);
  expect(wordsIn(join(rig.folder, "office"), words)).toEqual([]);
  expect(rig.controllerLog.filter((line) => words.some((word) => line.includes(word)))).toEqual([]);

  await rig.killController();
  copyData(kioskFolder, join(kept, "before"));
  const generation = masterKeyFile(openKeyFolder(keysFolder)).read()?.generation;
  copyFileSync(join(keysFolder, `ring.${generation}`), join(kept, "ring"));
  const sealed = kioskEvents(rig).flatMap(sealedText);
  expect(sealed).toHaveLength(2);
  // The hunt finds what is there to be found: with today's master key the ring opens everything.
  expect(huntKeys(ringKeys(keysFolder, join(kept, "ring")), sealed).opened).toHaveLength(2);
  expect(unsealedRows(join(kept, "visit"), keysFolder)).toEqual([]);

  await endRetentionOffline(rig);
  expectSoundLog(rig);
  const left = [...filesBelow(kioskFolder), ...filesBelow(kept)].filter(({ path }) => !path.endsWith(".lock"));
  expect(left.map(({ path }) => path).filter((path) => /kiosk\.db$|ring(\.2)?$|master\.key$/.test(path)).length).toBe(
    6,
  );
  for (const { bytes } of left) expect(huntKeys(bytes, sealed).opened).toEqual([]);
  const master = masterKeyFile(openKeyFolder(keysFolder)).read();
  for (const named of [1, 2])
    expect(
      readRing(readFileSync(join(kept, "ring")), { generation: named, key: master?.key ?? Buffer.of() }),
    ).toBeUndefined();
  expect(huntKeys(ringKeys(keysFolder, join(keysFolder, "ring.2")), sealed).opened).toEqual([]);

  await rig.startController();
  await actor.comeToScreen();
  await actor.screen.waitFor("home");
  await walk(actor, lookupSteps);
  rig.scanner.show(actor.memory.receiptCode);
  await actor.screen.waitUntil(({ screen }) => screen.name !== "thanks", "an answer to the old receipt");
  await waitForDrainedQueue(rig);
  expectSameRegisters(rig);
  const office = new Set(filesBelow(join(rig.folder, "office")).map(({ bytes }) => bytes));
  for (const bytes of office) expect(huntKeys(bytes, sealed).opened).toEqual([]);
}, 300_000);

/** The database with its write-ahead file, as somebody might copy it away. */
function copyData(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true, filter: (path) => !path.includes("/keys") && !path.endsWith(".lock") });
}

function sealedText({ sealed, type, payload }: StoredEvent): SealedText[] {
  if (sealed === null) return [];
  const { dossierId } = z.object({ dossierId: z.string() }).parse(JSON.parse(payload));
  return [{ sealed, context: personalContext(dossierId, type) }];
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
  const rows = [...text.matchAll(/[A-Za-z0-9+/]{200,}={0,2}/g)].map(([row]) => ({
    sealed: row,
    context: VISIT_CONTEXT,
  }));
  expect(rows.length).toBeGreaterThan(0);
  const files = filesBelow(keysFolder);
  const ring = files.find(({ path }) => path.includes("ring."))?.path ?? "";
  const keys = [ringKeys(keysFolder, ring), ...files.map(({ bytes }) => bytes)];
  return keys.flatMap((bytes) => huntKeys(bytes, rows).opened);
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
