import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openKeys } from "#controller/keys/openKeys.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { OfficeServer } from "../../../support/officeServer.ts";
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
