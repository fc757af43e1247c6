import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bareConfig, startBareKiosk } from "#tests/support/damage/bareKiosk.ts";
import { ScreenClient } from "#tests/support/rig/screenClient.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { startServiceManager } from "#tests/support/serviceManager.ts";
import { until } from "#tests/support/until.ts";

test("a disk that the system makes read-only under way, as after an error of its blocks, stops every step that would have to be written down and not the program", async () => {
  const folder = scratchFolder();
  const dataDir = join(folder, "kiosk");
  const breakDisk = mountBreakableDisk(folder, dataDir);
  const manager = await startServiceManager(folder);
  onTestFinished(() => manager.program.signal("SIGKILL"));
  const env = [`NOTIFY_SOCKET=${manager.socket}`, "WATCHDOG_USEC=3000000"];
  const { program, launchUrl } = await startBareKiosk(await bareConfig(folder), env);
  const page = await ScreenClient.enter(launchUrl);
  onTestFinished(() => page.close());
  await page.waitFor("home", ({ intakeObstacle }) => intakeObstacle !== "settling");
  await until(() => existsSync(join(dataDir, "reserve")), { what: "the reserve lies on the disk" });

  breakDisk();
  page.touch({ kind: "startLookup" });
  await page.waitFor("home", ({ intakeObstacle }) => intakeObstacle === "log");
  page.touch({ kind: "startCollection" });
  page.touch({ kind: "startIntake" });
  const beats = manager.count("WATCHDOG=1");
  await until(() => manager.count("WATCHDOG=1") > beats + 2, { what: "the watchdog is still fed" });
  expect(page.snapshot.screen).toMatchObject({ name: "home", intakeObstacle: "log" });
  expect(program.isRunning).toBe(true);
}, 120_000);

/** A file system on a file, mounted at `at`; what is returned makes it find an error and go read-only, as a real one does. */
function mountBreakableDisk(folder: string, at: string): () => void {
  const image = join(folder, "disk.img");
  writeFileSync(image, "");
  truncateSync(image, 32 * 1_048_576);
  mkdirSync(at);
  run("mkfs.ext4", ["-q", "-F", image]);
  run("mount", ["-o", "loop,errors=remount-ro", image, at]);
  onTestFinished(() => void run("umount", ["-l", at]));
  const device = basename(run("findmnt", ["-n", "-o", "SOURCE", at]));
  return () => writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, "1");
}

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${stderr}`);
  return stdout.trim();
}
