import type { KioskEvent, StoredEvent } from "#core/events/event.ts";
import type { Commit } from "#core/interfaces/eventLog.ts";
import type { Register } from "#core/register/register.ts";
import type { KioskLog } from "#db/eventLog/openEventLog.ts";
import { troubleOf } from "#db/trouble.ts";
import type { DiskReserve } from "./diskReserve.ts";
import type { NewestEventNote } from "./newestEventNote.ts";

export interface LogGuards {
  readonly reserve: Pick<DiskReserve, "release">;
  readonly note: Pick<NewestEventNote, "write">;
}

/** What a commit met. */
export type LogTrouble = "reserveUsed" | "damaged";

/**
 * A log that gives a full disk its reserve back and commits again, and that notes its newest event outside the database.
 */
export class GuardedLog implements KioskLog {
  readonly #log: KioskLog;
  readonly #guards: LogGuards;
  readonly #listeners = new Set<(trouble: LogTrouble) => void>();
  #notedSeq = -1;

  constructor(log: KioskLog, guards: LogGuards) {
    this.#log = log;
    this.#guards = guards;
    this.#note();
  }

  get logId(): string {
    return this.#log.logId;
  }

  get lastSeq(): number {
    return this.#log.lastSeq;
  }

  get register(): Register {
    return this.#log.register;
  }

  get wasRegisterDamaged(): boolean {
    return this.#log.wasRegisterDamaged;
  }

  /** Calls back after a commit needed the reserve, and where the database turned out to be damaged under way. */
  onTrouble(listener: (trouble: LogTrouble) => void): void {
    this.#listeners.add(listener);
  }

  append(commit: Commit): readonly KioskEvent[] {
    return this.#guarded(() => this.#log.append(commit));
  }

  appendAlongside(commit: Commit, alongside: () => void): readonly KioskEvent[] {
    return this.#guarded(() => this.#log.appendAlongside(commit, alongside));
  }

  readVisit(): string | undefined {
    return this.#log.readVisit();
  }

  openPersonal(...of: Parameters<KioskLog["openPersonal"]>): string | undefined {
    return this.#log.openPersonal(...of);
  }

  eventsAfter(afterSeq: number, limit: number): readonly StoredEvent[] {
    return this.#log.eventsAfter(afterSeq, limit);
  }

  close(): void {
    this.#log.close();
  }

  #guarded(commit: () => readonly KioskEvent[]): readonly KioskEvent[] {
    const events = this.#withReserve(commit);
    this.#note();
    return events;
  }

  #withReserve(commit: () => readonly KioskEvent[]): readonly KioskEvent[] {
    try {
      return commit();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === "damaged") this.#tell("damaged");
      if (trouble !== "diskFull" || !this.#guards.reserve.release()) throw error;
    }
    // The failed commit changed nothing, so it may be made again.
    this.#tell("reserveUsed");
    return commit();
  }

  #tell(trouble: LogTrouble): void {
    for (const listener of this.#listeners) listener(trouble);
  }

  #note(): void {
    const { logId, lastSeq } = this.#log;
    if (lastSeq === this.#notedSeq) return;
    const [newest] = this.#log.eventsAfter(lastSeq - 1, 1);
    if (newest === undefined) return;
    this.#notedSeq = lastSeq;
    this.#guards.note.write({ logId, seq: newest.seq, hash: newest.hash });
  }
}
