import type { Clock } from "#core/interfaces/clock.ts";
import type { BackupFacts } from "#core/readiness/backupLine.ts";
import type { Logger } from "../runner/parts.ts";
import { type Backup, listBackups } from "./backupFolder.ts";

export interface BackupServiceOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly folder: string;
  /** Between two backups, milliseconds. */
  readonly everyMs: number;
  /** Makes one now; rejects with a sentence. */
  readonly make: (nowMs: number) => Promise<Backup & { readonly lastSeq: number }>;
}

/** After the start, so that the first minutes belong to people, milliseconds. */
const FIRST_AFTER_MS = 5 * 60_000;
/** After a failure, milliseconds. */
const RETRY_MS = 30 * 60_000;

/** Makes backups while the kiosk runs. A failure is reported and tried again; it stops nothing. */
export class BackupService {
  readonly #options: BackupServiceOptions;
  #cancel: () => void = () => {};
  #running: Promise<Backup & { readonly lastSeq: number }> | undefined;
  #failure: string | undefined;
  #isStopped = false;

  constructor(options: BackupServiceOptions) {
    this.#options = options;
  }

  start(): void {
    const { clock, everyMs } = this.#options;
    const { lastGoodMs = 0 } = this.facts();
    // A clock that went back must not put the next one off for long.
    const dueMs = Math.min(everyMs, Math.max(0, lastGoodMs + everyMs - clock.wallMs()));
    this.#plan(Math.max(FIRST_AFTER_MS, dueMs));
  }

  facts(): BackupFacts {
    const { folder, everyMs } = this.#options;
    try {
      return { lastGoodMs: listBackups(folder)[0]?.atMs, failure: this.#failure, everyMs };
    } catch (error) {
      return { failure: sentenceOf(error), everyMs };
    }
  }

  /** Makes one now, or waits for the one that is under way. Rejects with a sentence. */
  makeNow(): Promise<Backup & { readonly lastSeq: number }> {
    this.#running ??= this.#make().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel();
    await this.#running?.catch(() => {});
  }

  #plan(afterMs: number): void {
    this.#cancel = this.#options.clock.after(afterMs, () => {
      void this.makeNow().then(
        () => this.#planNext(this.#options.everyMs),
        () => this.#planNext(Math.min(RETRY_MS, this.#options.everyMs)),
      );
    });
  }

  #planNext(afterMs: number): void {
    if (!this.#isStopped) this.#plan(afterMs);
  }

  async #make(): Promise<Backup & { readonly lastSeq: number }> {
    const { clock, logger, make } = this.#options;
    try {
      const made = await make(clock.wallMs());
      this.#failure = undefined;
      logger.info({ path: made.path, lastSeq: made.lastSeq }, "A backup of the log was made and checked.");
      return made;
    } catch (error) {
      this.#failure = sentenceOf(error);
      logger.error({ err: error }, "The log could not be backed up; it is tried again.");
      throw error;
    }
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
