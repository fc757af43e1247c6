import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { backupName } from "#controller/backup/backupFolder.ts";
import type { RestoreOptions } from "#controller/restore/restoreKiosk.ts";
import { copyAndVerify } from "#db/backup.ts";
import { createSyncStore } from "#db/syncStore.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { officeHistory } from "#sync/history.ts";
import { EventScript, type Happening } from "./eventScript.ts";
import { type OfficeServer, RawKiosk } from "./officeServer.ts";
import { openTestLog, plainBox, testMoment } from "./openTestLog.ts";
import { scratchFolder } from "./scratchFolder.ts";

/** A kiosk's files, its back office and what happens at it, for tests of backup, restore and repair. */
export class RestoreRig {
  readonly folder = scratchFolder();
  readonly databasePath = join(this.folder, "kiosk.db");
  readonly backupFolder = join(this.folder, "backups");
  readonly script = new EventScript();
  readonly kiosk: RawKiosk;
  readonly office: OfficeServer;
  #backupMs = testMoment.atMs;

  constructor(office: OfficeServer) {
    this.office = office;
    this.kiosk = new RawKiosk(office);
  }

  /** A kiosk that is set up and enrolled, with a few dossiers behind it. */
  static async start(office: OfficeServer): Promise<RestoreRig> {
    const rig = new RestoreRig(office);
    await rig.kiosk.enrol();
    rig.happen("commission", "deposit", "takeOver", "resultLoaded", "deposit");
    return rig;
  }

  /** Events of these happenings, appended as the program does. */
  happen(...happenings: readonly (Happening | "commission")[]): void {
    const { log, close } = openTestLog(this.folder);
    for (const next of happenings) {
      const drafts = next === "commission" ? this.script.commission() : this.script.next(next);
      log.append({ ...testMoment, drafts, visit: "Nguyễn Văn An" });
    }
    close();
  }

  /** Sends what the back office lacks, log by log, through the store that the sync client uses. */
  async send(): Promise<void> {
    const { close, ...test } = openTestLog(this.folder);
    const store = createSyncStore({ ...test, sealToOffice: plainBox, now: () => testMoment });
    while (store.queueLength() > 0) {
      this.kiosk.logId = store.logId();
      const answer = await this.kiosk.send(store.eventsAfter(store.acknowledgedUpTo(), 7));
      if (answer.result === "refused" && answer.reason !== "gap") throw new Error(answer.message);
      store.setAcknowledged(answer.acknowledgedUpTo);
    }
    close();
  }

  /** A verified backup, made without a thread; each has a name of its own. */
  async backUp(): Promise<string> {
    this.#backupMs += 3_600_000;
    mkdirSync(this.backupFolder, { recursive: true });
    const path = join(this.backupFolder, backupName(this.#backupMs));
    const { isSound, faults } = await copyAndVerify(this.databasePath, path);
    if (!isSound) throw new Error(faults.join(" "));
    return path;
  }

  history() {
    const { kioskNumber, key } = this.kiosk;
    const request = { fetch, clock: systemClock(), timeoutMs: 10_000, signal: new AbortController().signal };
    return officeHistory({ kioskNumber, key, baseUrl: this.office.baseUrl, request });
  }

  restoreOptions(change: Partial<RestoreOptions> = {}): RestoreOptions {
    return {
      databasePath: this.databasePath,
      backupPath: undefined,
      office: this.history(),
      mintLogId: () => randomBytes(16).toString("hex"),
      ...testMoment,
      ...change,
    };
  }
}
