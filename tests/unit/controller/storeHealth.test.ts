import { randomBytes } from "node:crypto";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DiskReserve, type ReserveState } from "#controller/storeHealth/diskReserve.ts";
import { GuardedLog, type LogTrouble } from "#controller/storeHealth/guardedLog.ts";
import { NewestEventNote } from "#controller/storeHealth/newestEventNote.ts";
import { StoreHealth } from "#controller/storeHealth/storeHealth.ts";
import type { ThreadVerdict } from "#controller/technician/verifyInThread.ts";
import type { KioskLog } from "#db/eventLog/openEventLog.ts";
import { loadRegister } from "#db/eventLog/projections.ts";
import { EventScript } from "#tests/support/eventScript.ts";
import { ManualClock } from "#tests/support/manualClock.ts";
import { openTestLog, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const SOUND: ThreadVerdict = { isSound: true, lastSeq: 4, faults: 0, isHistorySound: true, canRemakeRegister: true };
const HOUR_MS = 3_600_000;
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** The same log, whose next appends meet these failures. */
function failingLog(log: KioskLog, failures: Error[]): KioskLog {
  return Object.create(log, {
    append: {
      value: (commit: Parameters<KioskLog["append"]>[0]) => {
        const failure = failures.shift();
        if (failure) throw failure;
        return log.append(commit);
      },
    },
    // Getters and methods of a class with private parts work on the log itself only.
    lastSeq: { get: () => log.lastSeq },
    logId: { get: () => log.logId },
    eventsAfter: { value: (after: number, limit: number) => log.eventsAfter(after, limit) },
    wasRegisterDamaged: { get: () => log.wasRegisterDamaged },
  });
}

interface FakeDisk {
  state: ReserveState;
  released: number;
}

function reserveOf(disk: FakeDisk): DiskReserve {
  const reserve: Pick<DiskReserve, "make" | "release"> = {
    make: async () => disk.state,
    release: () => {
      disk.released += 1;
      return true;
    },
  };
  // The rest of a reserve is between it and its disk.
  return reserve as DiskReserve;
}

/** A store health over a real log, whose checks and disk a test decides. */
function healthUnderTest() {
  const folder = scratchFolder();
  const opened = openTestLog(folder);
  const script = new EventScript();
  opened.log.append({ ...testMoment, drafts: script.commission() });
  const clock = new ManualClock();
  const told: string[] = [];
  const verdicts: (ThreadVerdict | Error)[] = [];
  const disk: FakeDisk = { state: "there", released: 0 };
  const reserve = reserveOf(disk);
  const failures: Error[] = [];
  const failing = failingLog(opened.log, failures);
  const note = new NewestEventNote(join(folder, "newest"));
  const log = new GuardedLog(failing, { reserve, note });
  let checks = 0;
  let ends = 0;
  const health = new StoreHealth({
    store: { db: opened.db, log, reserve },
    clock,
    logger: quiet,
    check: async () => {
      checks += 1;
      const verdict = verdicts.shift() ?? SOUND;
      if (verdict instanceof Error) throw verdict;
      return verdict;
    },
    tell: (damage, isDamaged) => void told.push(`${damage} ${isDamaged}`),
    endProgram: () => {
      ends += 1;
    },
  });
  const append = () => log.append({ ...testMoment, drafts: script.next("wrongCode") });
  const counts = () => ({ checks, ends });
  return {
    clock,
    told,
    verdicts,
    disk,
    failures,
    health,
    append,
    counts,
    log,
    note,
    db: opened.db,
    close: opened.close,
  };
}

function failureWith(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe("watching over the store", () => {
  it("checks the whole log soon after the start and once a day, more often while it is damaged", async () => {
    const { clock, told, verdicts, health, counts, close } = healthUnderTest();
    verdicts.push({ ...SOUND, isSound: false, isHistorySound: false }, new Error("the file cannot be read now"));
    health.start();
    await clock.advance(10_000);
    expect(counts().checks).toBe(1);
    expect(told).toContain("historyDamaged true");
    await clock.advance(5 * 60_000);
    expect(counts().checks).toBe(3);
    expect(told.at(-1)).toBe("diskFull false");
    expect(told).toContain("historyDamaged false");
    await clock.advance(23 * HOUR_MS);
    expect(counts().checks).toBe(3);
    await clock.advance(2 * HOUR_MS);
    expect(counts()).toEqual({ checks: 4, ends: 0 });
    health.stop();
    await clock.advance(48 * HOUR_MS);
    expect(counts().checks).toBe(4);
    close();
  });

  it("starts the program anew for a register that is not what the log says, and the next start makes it anew", async () => {
    const { clock, verdicts, health, counts, db, close } = healthUnderTest();
    verdicts.push({ ...SOUND, isSound: false });
    health.start();
    await clock.advance(10_000);
    expect(counts().ends).toBe(1);
    expect(loadRegister(db).wasDamaged).toBe(true);
    expect(loadRegister(db).wasDamaged).toBe(false);
    close();
  });

  it("does not start anew for a register that could not be made anew", async () => {
    const { clock, verdicts, health, counts, db, close } = healthUnderTest();
    verdicts.push({ ...SOUND, isSound: false, canRemakeRegister: false });
    health.start();
    await clock.advance(10_000);
    expect(counts().ends).toBe(0);
    expect(loadRegister(db).wasDamaged).toBe(false);
    close();
  });

  it("gives the reserve back to a commit that finds the disk full, tells of it, and tells when there is room", async () => {
    const { clock, told, disk, failures, health, append, log, close } = healthUnderTest();
    health.start();
    await clock.advance(0);
    disk.state = "noRoom";
    failures.push(failureWith("SQLITE_FULL"));
    const before = log.lastSeq;
    append();
    expect(log.lastSeq).toBeGreaterThan(before);
    expect(disk.released).toBe(1);
    await clock.advance(1);
    expect(told.at(-1)).toBe("diskFull true");
    disk.state = "failed";
    await clock.advance(20_000);
    expect(told.filter((one) => one === "diskFull false")).toHaveLength(1);
    disk.state = "there";
    await clock.advance(20_000);
    expect(told.at(-1)).toBe("diskFull false");
    close();
  });

  it("leaves other failures to the caller, and starts anew where the database turns out to be damaged", async () => {
    const { clock, disk, failures, health, append, log, counts, close } = healthUnderTest();
    const troubles: LogTrouble[] = [];
    log.onTrouble((trouble) => troubles.push(trouble));
    health.start();
    failures.push(failureWith("SQLITE_READONLY"), failureWith("SQLITE_CORRUPT"));
    expect(append).toThrow("SQLITE_READONLY");
    expect(append).toThrow("SQLITE_CORRUPT");
    append();
    await clock.advance(1);
    expect([disk.released, counts().ends, troubles]).toEqual([0, 1, ["damaged"]]);
    close();
  });

  it("notes each newest event outside the database", () => {
    const { append, log, note, close } = healthUnderTest();
    for (let turn = 0; turn < 12; turn += 1) {
      append();
      expect(note.read()).toMatchObject({ logId: log.logId, seq: log.lastSeq });
    }
    close();
  });
});

describe("the note of the newest event", () => {
  it("says nothing where it is missing, torn or foreign, and fails nobody", () => {
    const path = join(scratchFolder(), "newest");
    const note = new NewestEventNote(path);
    expect(note.read()).toBeUndefined();
    for (const text of ["", "\0".repeat(192), '{"logId":"', '{"seq":3}']) {
      writeFileSync(path, text);
      expect(note.read()).toBeUndefined();
    }
    new NewestEventNote("/nowhere/at/all").write({ logId: "a".repeat(32), seq: 1, hash: "b".repeat(64) });
  });
});

describe("the reserve", () => {
  it("takes up real room, gives it back once, and is laid again", async () => {
    const path = join(scratchFolder(), "reserve");
    const reserve = new DiskReserve({ path, bytes: 1_000_000, randomBytes });
    expect(reserve.release()).toBe(false);
    expect(await reserve.make()).toBe("there");
    const { size, blocks } = statSync(path);
    expect(size).toBe(1_000_000);
    expect(blocks * 512).toBeGreaterThanOrEqual(size);
    expect(reserve.release()).toBe(true);
    expect(existsSync(path)).toBe(false);
    expect(await reserve.make()).toBe("there");
  });

  it("is never there where none is wanted, and says so where its folder is gone", async () => {
    const none = new DiskReserve({ path: join(scratchFolder(), "reserve"), bytes: 0, randomBytes });
    expect(await none.make()).toBe("there");
    expect(none.release()).toBe(false);
    const lost = new DiskReserve({ path: "/nowhere/at/all", bytes: 4_096, randomBytes });
    expect(await lost.make()).toBe("failed");
  });
});
