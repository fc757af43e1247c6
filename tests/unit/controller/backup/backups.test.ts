import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { backupName, listBackups, removable } from "#controller/backup/backupFolder.ts";
import { BackupService } from "#controller/backup/backupService.ts";
import { backupLine } from "#core/readiness/backupLine.ts";
import { ManualClock } from "#tests/support/manualClock.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const HOUR_MS = 3_600_000;
const noon = Date.UTC(2026, 10, 20, 12);

const every6Hours = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const atMs = noon - index * 6 * HOUR_MS;
    return { path: backupName(atMs), atMs };
  });

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

describe("backups", () => {
  it("are told by their names, newest first; anything else in the folder is no backup", () => {
    const folder = scratchFolder();
    for (const name of [backupName(noon), backupName(noon + HOUR_MS), `${backupName(noon)}.draft`, "kiosk.db"])
      writeFileSync(join(folder, name), "");
    expect(listBackups(folder).map(({ atMs }) => atMs)).toEqual([noon + HOUR_MS, noon]);
    expect(listBackups(join(folder, "nowhere"))).toEqual([]);
  });

  it("are kept as the newest ones and one of each day before", () => {
    const backups = every6Hours(40);
    const gone = removable(backups, { keep: 8, keepDays: 7 });
    const kept = backups.filter((backup) => !gone.includes(backup));
    expect(kept.slice(0, 8)).toEqual(backups.slice(0, 8));
    const days = kept.map(({ atMs }) => Math.floor(atMs / (24 * HOUR_MS)));
    expect(new Set(days).size).toBe(7);
    expect(kept).toHaveLength(8 + 4);
  });

  it("never lose the last good one", () => {
    const [only] = every6Hours(1);
    expect(removable(only ? [only] : [], { keep: 0, keepDays: 0 })).toEqual([]);
  });

  it("are made every so often, and after a failure again soon; the failure is reported until one succeeds", async () => {
    const clock = new ManualClock();
    const folder = scratchFolder();
    let isDiskFull = true;
    let made = 0;
    const make = async (nowMs: number) => {
      made += 1;
      if (isDiskFull) throw new Error("No space left.");
      const path = join(folder, backupName(nowMs));
      writeFileSync(path, "");
      return { path, atMs: nowMs, lastSeq: 3 };
    };
    const service = new BackupService({ clock, logger: quiet, folder, everyMs: 6 * HOUR_MS, make });
    service.start();
    await clock.advance(6 * 60_000);
    expect(made).toBe(1);
    expect(service.facts()).toMatchObject({ failure: "No space left." });
    isDiskFull = false;
    await clock.advance(31 * 60_000);
    expect(made).toBe(2);
    expect(service.facts().failure).toBeUndefined();
    expect(service.facts().lastGoodMs).toBeDefined();
    await clock.advance(5 * HOUR_MS);
    expect(made).toBe(2);
    await clock.advance(2 * HOUR_MS);
    expect(made).toBe(3);
    await service.stop();
    await clock.advance(24 * HOUR_MS);
    expect(made).toBe(3);
  });

  it("that are overdue, failed or missing stand in the readiness report", () => {
    const everyMs = 6 * HOUR_MS;
    const state = (facts: object) => backupLine({ everyMs, ...facts }, noon).state;
    expect(state({ lastGoodMs: noon - 7 * HOUR_MS })).toBe("ok");
    expect(state({ lastGoodMs: noon - 14 * HOUR_MS })).toBe("notOk");
    expect(state({ lastGoodMs: noon, failure: "No space left." })).toBe("notOk");
    expect(state({})).toBe("unknown");
  });
});
