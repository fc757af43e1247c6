import { cpSync, renameSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { migrations } from "#db/migrations/index.ts";
import { bareConfig, comeBack, startBareKiosk } from "#tests/support/damage/bareKiosk.ts";
import { storeAt } from "#tests/support/damage/sampleStore.ts";
import { mountSmallDisk } from "#tests/support/damage/smallDisk.ts";
import { runCtl } from "#tests/support/rig/ctl.ts";
import { redeemLaunch, ScreenClient } from "#tests/support/rig/screenClient.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { startServiceManager } from "#tests/support/serviceManager.ts";
import { until } from "#tests/support/until.ts";

const TIMEOUT_MS = 180_000;
const Report = z.object({ lines: z.array(z.object({ subject: z.string(), state: z.string(), fact: z.string() })) });

/** A kiosk that has been in service: log and keys are there. */
async function usedKiosk(): Promise<{ folder: string; dataDir: string; configPath: string }> {
  const folder = scratchFolder();
  const dataDir = join(folder, "kiosk");
  (await storeAt(dataDir)).close();
  return { folder, dataDir, configPath: await bareConfig(folder) };
}

function setSchema(dataDir: string, version: number): void {
  const db = new Database(join(dataDir, "kiosk.db"));
  db.pragma(`user_version = ${version}`);
  db.close();
}

test(
  "a kiosk with a database from the future says that it is closed, to citizens, technicians and the service manager, and opens by itself once that is mended",
  async () => {
    const { folder, dataDir, configPath } = await usedKiosk();
    setSchema(dataDir, 99);
    const manager = await startServiceManager(folder);
    onTestFinished(() => manager.program.signal("SIGKILL"));
    const env = [`NOTIFY_SOCKET=${manager.socket}`, "WATCHDOG_USEC=3000000"];
    const { program, launchUrl } = await startBareKiosk(configPath, env);
    const { origin } = new URL(launchUrl);
    const cookie = await redeemLaunch(launchUrl);
    const page = await comeBack(origin, cookie);
    expect(await page.waitFor("closed")).toEqual({ name: "closed", reason: "fromTheFuture", code: "0001-K2" });
    page.touch({ kind: "startIntake" });
    page.touch({ kind: "setPreferences", preferences: { ...page.snapshot.preferences, language: "zh" } });
    await page.waitUntil(({ preferences }) => preferences.language === "zh", "Chinese");
    expect(page.snapshot.screen.name).toBe("closed");

    await until(() => manager.count("READY=1") === 1 && manager.count("WATCHDOG=1") >= 3, { what: "ready, and beats" });
    const doctor = Report.parse((await runCtl(["doctor", "--config", configPath, "--json"])).json());
    const closed = doctor.lines.find(({ subject }) => subject === "The kiosk is closed");
    expect(closed).toMatchObject({ state: "notOk", fact: expect.stringMatching(/K2: .*Install the newer version/) });

    setSchema(dataDir, migrations.length);
    const again = await comeBackOpen(origin, cookie);
    expect(again.snapshot.screen.name).toBe("home");
    await until(() => manager.count("STATUS=In service.") > 0, { what: "in service" });
    expect(program.isRunning).toBe(true);
    expect(manager.count("STOPPING=1")).toBe(0);
  },
  TIMEOUT_MS,
);

test(
  "a kiosk whose keys were moved away stays up and closed, and opens when they are back",
  async () => {
    const { folder, dataDir, configPath } = await usedKiosk();
    // A log with events: for an empty one keys would be made.
    const first = await startBareKiosk(configPath);
    const cookie = await redeemLaunch(first.launchUrl);
    await first.program.signal("SIGTERM");
    renameSync(join(dataDir, "keys"), join(folder, "keys-elsewhere"));
    const { program, launchUrl } = await startBareKiosk(configPath);
    const { origin } = new URL(launchUrl);
    // A page that was let in by the keys before is not shut out of what everybody may see.
    const page = await comeBack(origin, cookie);
    expect(await page.waitFor("closed")).toMatchObject({ reason: "keys", code: "0001-K9" });
    cpSync(join(folder, "keys-elsewhere"), join(dataDir, "keys"), { recursive: true });
    expect((await comeBackOpen(origin, cookie)).snapshot.screen.name).toBe("home");
    expect(program.isRunning).toBe(true);
  },
  TIMEOUT_MS,
);

test(
  "a kiosk on a read-only file system says so, and opens when it can be written again",
  async () => {
    const folder = scratchFolder();
    const dataDir = join(folder, "kiosk");
    const disk = mountSmallDisk(dataDir, { bytes: 16 * 1_048_576 });
    const configPath = await bareConfig(folder);
    const first = await startBareKiosk(configPath);
    const cookie = await redeemLaunch(first.launchUrl);
    await first.program.signal("SIGTERM");
    disk.setReadOnly(true);
    const { program, launchUrl } = await startBareKiosk(configPath);
    const page = await comeBack(new URL(launchUrl).origin, cookie);
    expect(await page.waitFor("closed")).toMatchObject({ reason: "readOnly", code: "0001-K6" });
    disk.setReadOnly(false);
    expect((await comeBackOpen(new URL(launchUrl).origin, cookie)).snapshot.screen.name).toBe("home");
    expect(program.isRunning).toBe(true);
  },
  TIMEOUT_MS,
);

test("a second controller over the same data ends with the sentence of the log, and leaves the first alone", async () => {
  const { configPath } = await usedKiosk();
  const { program, launchUrl } = await startBareKiosk(configPath);
  await expect(startBareKiosk(configPath)).rejects.toThrow(/in use by another kiosk process/);
  expect(program.isRunning).toBe(true);
  const page = await ScreenClient.enter(launchUrl);
  onTestFinished(() => page.close());
  await page.waitFor("home");
}, 60_000);

/** Connects until the controller behind the channel is open for business. */
function comeBackOpen(origin: string, cookie: string): Promise<ScreenClient> {
  return until(
    async () => {
      const page = await comeBack(origin, cookie);
      await page.waitUntil(() => true, "a first screen").catch(() => {});
      return page.snapshot.screen.name === "home" ? page : undefined;
    },
    { what: "the kiosk opens", everyMs: 200, timeoutMs: 60_000 },
  );
}
