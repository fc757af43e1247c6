import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DESK } from "#backoffice/server/desk.ts";
import { loadOfficeBox } from "#controller/keys/officeBox.ts";
import { openKeys } from "#controller/keys/openKeys.ts";
import { EnrolmentCodeView } from "#core/contract/staffApi.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { openForReading } from "#db/open.ts";
import { createSyncStore } from "#db/syncStore.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import type { KioskKey } from "#sync/round.ts";
import { createSyncClient } from "#sync/syncClient.ts";
import { OfficeServer } from "../../../support/officeServer.ts";
import { openTestLog, testMoment } from "../../../support/openTestLog.ts";
import { RestoreRig } from "../../../support/restoreRig.ts";
import { runCtl } from "../../../support/rig/ctl.ts";
import { writeRigConfig } from "../../../support/rig/rigConfig.ts";

let office: OfficeServer;
let rig: RestoreRig;
let configPath: string;

beforeEach(async () => {
  office = await new OfficeServer().start();
  rig = new RestoreRig(office);
  const ports = { lockPath: "/dev/null", printerPath: "/dev/null", scannerPath: "/dev/null", port: 0 };
  const written = writeRigConfig({ folder: rig.folder, backOfficeUrl: office.baseUrl, ...ports });
  configPath = written.path;
  writeFileSync(configPath, JSON.stringify({ ...written.config, dataDir: rig.folder }));
  rig.happen("commission", "deposit");
  // The kiosk's own key, as the program uses it.
  const { signing } = openKeys(join(rig.folder, "keys"), { mayCreate: false, randomBytes: () => new Uint8Array() });
  rig.kiosk.key = { ...rig.kiosk.key, ...signing, sign: (bytes) => signing.sign(bytes) };
});
afterEach(() => office.remove());

const ctl = (...args: readonly string[]) => runCtl([...args, "--config", configPath]);

function verdict() {
  const db = openForReading(rig.databasePath);
  try {
    return { ...verifyLog(db), count: [...readLog(db)].length };
  } finally {
    db.close();
  }
}

test("one command makes a backup, one restores it, and both say what they did", async () => {
  const backup = await ctl("backup");
  expect(backup).toMatchObject({ status: 0, err: "", out: expect.stringMatching(/holds \d+ events; it was checked/) });
  const { count } = verdict();
  rig.happen("deposit");
  const restored = await ctl("restore", "--without-back-office");
  expect(restored).toMatchObject({ status: 0, err: "" });
  expect(restored.out).toMatch(/Restored from .*\.backup.*is kept as .*replaced\.db/s);
  expect(restored.out).toContain("until a clerk has looked inside");
  expect(verdict()).toMatchObject({ isSound: true, count: count + 2 });
  expect(readdirSync(rig.folder).filter((name) => name.endsWith("replaced.db"))).toHaveLength(1);
});

test("the back office is asked with the kiosk's own key, which a restore without keys cannot", async () => {
  await ctl("backup");
  const answer = await ctl("restore");
  expect(answer).toMatchObject({ status: 1, err: expect.stringMatching(/No kiosk of this number is enrolled/) });
  expect(answer.err).toContain("Nothing was changed");
  rmSync(join(rig.folder, "keys"), { recursive: true });
  expect(await ctl("restore")).toMatchObject({ status: 1, err: expect.stringContaining("--without-back-office") });
  expect(existsSync(rig.databasePath)).toBe(true);
});

test("a kiosk that lost its disk and its keys is rebuilt from the back office, and can read its live dossiers again", async () => {
  const { signing } = openKeys(join(rig.folder, "keys"), { mayCreate: false, randomBytes });
  await sendAll(signing);
  const { count } = verdict();
  for (const name of readdirSync(rig.folder))
    if (name !== "kiosk.json") rmSync(join(rig.folder, name), { recursive: true });
  const { headers } = await office.signIn();
  const asked = { method: "POST", headers, body: JSON.stringify({ kioskNumber: 1 }) };
  const { code } = EnrolmentCodeView.parse(
    await (await fetch(`${office.baseUrl}/api/v1/enrolment-codes`, asked)).json(),
  );
  const config = JSON.parse(readFileSync(configPath, "utf8"));
  writeFileSync(
    configPath,
    JSON.stringify({
      ...config,
      backOffice: { ...config.backOffice, enrolmentCode: code },
      keys: { masterKey: "file" },
    }),
  );
  const restored = await ctl("restore", "--from", "back-office", "--new-keys");
  expect(restored).toMatchObject({ status: 0, err: "", out: expect.stringContaining("1 keys of dossiers") });
  expect(verdict()).toMatchObject({ isSound: true, count: count + 2 });
  const { log, close } = openTestLog(rig.folder);
  const [dossier] = [...log.register.all("dossier")];
  expect(dossier?.personal && log.openPersonal(dossier.personal, dossier.dossierId)).toContain("Nguyễn Văn An");
  close();
  expect(await ctl("restore", "--from", "back-office", "--new-keys")).toMatchObject({
    status: 2,
    err: expect.stringContaining("is not empty"),
  });
}, 120_000);

/** Sends the whole log with its keys, as the program does. */
async function sendAll(key: KioskKey): Promise<void> {
  const { close, ...test } = openTestLog(rig.folder);
  const sealToOffice = await loadOfficeBox(randomBytes);
  const { promise: drained, resolve } = Promise.withResolvers<void>();
  const client = createSyncClient({
    store: createSyncStore({ ...test, sealToOffice, now: () => testMoment }),
    fetch,
    clock: systemClock(),
    random: Math.random,
    key,
    kioskNumber: 1,
    baseUrl: office.baseUrl,
    enrolmentCode: DESK.enrolmentCode,
    logger: { info: () => {}, warn: () => {} },
    onStatus: ({ status, queueLength }) => {
      if (status === "online" && queueLength === 0) resolve();
    },
  });
  client.start();
  await drained;
  await client.close();
  close();
}

test("a damaged log is repaired from the newest backup by one command", async () => {
  await ctl("backup");
  const { count } = verdict();
  const bytes = readFileSync(rig.databasePath);
  bytes.fill(0, 0, 4_096);
  writeFileSync(rig.databasePath, bytes);
  expect((await ctl("log", "verify")).status).not.toBe(0);
  const repaired = await ctl("log", "repair", "--without-back-office", "--json");
  expect(repaired.json()).toMatchObject({ kind: "whole", events: count });
  expect(verdict()).toMatchObject({ isSound: true, count });
});

test("what cannot be meant is answered with a sentence and status 2", async () => {
  expect(await ctl("restore")).toMatchObject({ status: 2, err: expect.stringContaining("There is no backup") });
  expect(await ctl("restore", "--from", "back-office", "--without-back-office")).toMatchObject({ status: 2 });
  expect(await ctl("restore", "--from", "/nowhere/kiosk.backup")).toMatchObject({ status: 2 });
});
