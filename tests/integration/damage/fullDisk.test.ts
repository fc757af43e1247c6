import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openForReading } from "#db/open.ts";
import { selectEventsAfter } from "#db/queries/event.ts";
import { bareConfig, startBareKiosk } from "#tests/support/damage/bareKiosk.ts";
import { mountSmallDisk } from "#tests/support/damage/smallDisk.ts";
import { ScreenClient } from "#tests/support/rig/screenClient.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { until } from "#tests/support/until.ts";

const DISK_BYTES = 16 * 1_048_576;
const TIMEOUT_MS = 180_000;

/** Types of all events in the log of this kiosk. */
function eventsIn(dataDir: string): readonly string[] {
  const db = openForReading(join(dataDir, "kiosk.db"));
  const types = selectEventsAfter(db, 0, { limit: 1_000 }).map(({ type, payload }) =>
    type.startsWith("store") ? `${type} ${String(JSON.parse(payload).damage)}` : type,
  );
  db.close();
  return types;
}

/** Looks something up and goes back: a visit is kept, so that the log has to write. */
async function visit(page: ScreenClient): Promise<void> {
  page.touch({ kind: "startLookup" });
  await page.waitFor("lookup");
  page.touch({ kind: "cancel" });
  await page.waitFor("home");
}

const obstacleOf = (page: ScreenClient): string | undefined =>
  page.snapshot.screen.name === "home" ? page.snapshot.screen.intakeObstacle : undefined;

test(
  "a full disk closes intake and nothing else, as long as the reserve lasts; each opens again by itself when there is room",
  async () => {
    const folder = scratchFolder();
    const dataDir = join(folder, "kiosk");
    const disk = mountSmallDisk(dataDir, { bytes: DISK_BYTES });
    const { program, launchUrl } = await startBareKiosk(await bareConfig(folder));
    const page = await ScreenClient.enter(launchUrl);
    onTestFinished(() => page.close());
    await page.waitFor("home", ({ intakeObstacle }) => intakeObstacle !== "settling");
    const reserve = join(dataDir, "reserve");
    await until(() => existsSync(reserve), { what: "the reserve lies on the disk" });

    // The reserve is given back, and people can go on looking things up and taking results out.
    disk.fill();
    await visit(page);
    await page.waitFor("home", ({ intakeObstacle }) => intakeObstacle === "diskFull");
    expect(existsSync(reserve)).toBe(false);
    await visit(page);
    await visit(page);
    expect(eventsIn(dataDir)).toContain("storeDamaged diskFull");
    expect(obstacleOf(page)).toBe("diskFull");

    // Nothing is left at all: nothing is taken that cannot be written down.
    disk.fill();
    await until(
      () => {
        page.touch({ kind: "startLookup" });
        page.touch({ kind: "cancel" });
        return obstacleOf(page) === "log";
      },
      { what: "the log takes nothing more" },
    );

    disk.empty();
    await page.waitFor("home", ({ intakeObstacle }) => !["log", "diskFull"].includes(intakeObstacle ?? ""));
    expect(existsSync(reserve)).toBe(true);
    await visit(page);
    const events = eventsIn(dataDir);
    expect(events.filter((type) => type === "storeDamaged diskFull")).toHaveLength(1);
    expect(events).toContain("storeRepaired diskFull");
    expect(program.isRunning).toBe(true);
  },
  TIMEOUT_MS,
);

test(
  "a disk that is full from the beginning leaves the kiosk closed until there is room, and then it opens",
  async () => {
    const folder = scratchFolder();
    const dataDir = join(folder, "kiosk");
    const disk = mountSmallDisk(dataDir, { bytes: DISK_BYTES });
    disk.fill();
    const { program, launchUrl } = await startBareKiosk(await bareConfig(folder));
    const page = await ScreenClient.enter(launchUrl);
    onTestFinished(() => page.close());
    const { reason, code } = await page.waitFor("closed");
    expect([reason, code]).toEqual(["diskFull", "0001-K7"]);
    expect(program.isRunning).toBe(true);
    disk.empty();
    await until(() => existsSync(join(dataDir, "reserve")), { what: "the kiosk opens" });
    expect(eventsIn(dataDir)).toContain("kioskStarted");
    expect(program.isRunning).toBe(true);
  },
  TIMEOUT_MS,
);
