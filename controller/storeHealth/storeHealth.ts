import { type GrowingPause, growingPauseMs } from "#core/base/growingPause.ts";
import type { StoreDamage } from "#core/events/eventParts.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import { distrustRegister } from "#db/eventLog/projections.ts";
import { removeCopiesBefore } from "#db/migrations/copyBefore.ts";
import type { Logger } from "../runner/parts.ts";
import type { GuardedStore } from "../store.ts";
import type { ThreadVerdict } from "../technician/verifyInThread.ts";
import type { LogTrouble } from "./guardedLog.ts";

export interface StoreHealthOptions {
  readonly store: Pick<GuardedStore, "db" | "log" | "reserve">;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Checks the whole log beside the kiosk's work. */
  readonly check: () => Promise<ThreadVerdict>;
  /** What was found; telling the same twice does no harm. */
  readonly tell: (damage: StoreDamage, isDamaged: boolean) => void;
  /** Ends the program on purpose; whoever supervises it starts it anew. */
  readonly endProgram: () => void;
}

/** The first check leaves the start alone, milliseconds. */
const FIRST_CHECK_MS = 5_000;
const DAY_MS = 24 * 3_600_000;
/** A damaged log is looked at more often: somebody may have mended it. */
const DAMAGED_CHECK_MS: GrowingPause = { firstMs: 60_000, mostMs: 3_600_000 };
/** So often the room on the disk is looked at, milliseconds. */
const LOOK_AT_DISK_MS = 10_000;

/**
 * Watches over what the kiosk keeps: tells of damage and of its end, so that intake closes and opens by itself, and ends
 * the program where only a new start can mend it.
 */
export class StoreHealth {
  readonly #options: StoreHealthOptions;
  readonly #cancels = new Map<"disk" | "check", () => void>();
  #failedChecks = 0;
  #isStopped = false;
  #isEnding = false;

  constructor(options: StoreHealthOptions) {
    this.#options = options;
  }

  /** Begins to watch. The kiosk must be able to take what is told. */
  start(): void {
    const { store, tell } = this.#options;
    if (store.log.wasRegisterDamaged) {
      tell("registerDamaged", true);
      tell("registerDamaged", false);
    }
    store.log.onTrouble((trouble) => this.#onTrouble(trouble));
    void this.#lookAtDisk();
    this.#later("check", FIRST_CHECK_MS, () => void this.#check());
  }

  stop(): void {
    this.#isStopped = true;
    for (const cancel of this.#cancels.values()) cancel();
  }

  #onTrouble(trouble: LogTrouble): void {
    const { clock, logger, tell } = this.#options;
    if (trouble === "damaged") return this.#startAnew("The log turned out to be damaged under way.");
    logger.warn({}, "The disk of the log is full; its reserve was given back. Make room on it.");
    // The commit that needed it is still under way.
    clock.after(0, () => this.#isStopped || tell("diskFull", true));
  }

  async #lookAtDisk(): Promise<void> {
    const made = await this.#options.store.reserve.make();
    if (this.#isStopped) return;
    if (made !== "failed") this.#options.tell("diskFull", made === "noRoom");
    this.#later("disk", LOOK_AT_DISK_MS, () => void this.#lookAtDisk());
  }

  async #check(): Promise<void> {
    const { check, logger } = this.#options;
    let nextMs = DAY_MS;
    try {
      const verdict = await check();
      if (this.#isStopped) return;
      this.#failedChecks = verdict.isHistorySound ? 0 : this.#failedChecks + 1;
      this.#judge(verdict);
    } catch (error) {
      this.#failedChecks += 1;
      logger.error({ err: error }, "The log could not be checked; it is tried again.");
    }
    if (this.#failedChecks > 0) nextMs = growingPauseMs(this.#failedChecks, DAMAGED_CHECK_MS);
    this.#later("check", nextMs, () => void this.#check());
  }

  #judge({ isSound, isHistorySound, canRemakeRegister }: ThreadVerdict): void {
    const { store, logger, tell } = this.#options;
    if (!isHistorySound) logger.error({}, "Old events of the log are damaged. Run: npm run -s kioskctl -- log repair");
    tell("historyDamaged", !isHistorySound);
    if (isSound) removeCopiesBefore(store.db.name);
    if (!isHistorySound || isSound || !canRemakeRegister) return;
    distrustRegister(store.db);
    this.#startAnew("The register is not what the log says; it is made anew.");
  }

  #startAnew(why: string): void {
    const { clock, logger, endProgram } = this.#options;
    if (this.#isEnding || this.#isStopped) return;
    this.#isEnding = true;
    logger.error({ why }, "The program ends, to open its log anew.");
    clock.after(0, endProgram);
  }

  #later(what: "disk" | "check", afterMs: number, run: () => void): void {
    if (!this.#isStopped) this.#cancels.set(what, this.#options.clock.after(afterMs, run));
  }
}
