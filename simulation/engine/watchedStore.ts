import type { Store } from "#controller/store.ts";
import type { OfficeKey } from "#core/contract/sync.ts";
import type { KioskEvent, StoredEvent } from "#core/events/event.ts";
import type { Commit } from "#core/interfaces/eventLog.ts";
import type { RegisterLayer } from "#core/register/register.ts";
import type { KioskLog } from "#db/eventLog/openEventLog.ts";

/** Moments around a commit at which the power may go. */
export type CommitMoment = "before" | "inside" | "after";

export interface StoreWatcher {
  /** Called at each moment of each commit; throws where the power goes at it. */
  atMoment(moment: CommitMoment): void;
  onEvents(events: readonly { readonly event: KioskEvent; readonly stored: StoredEvent }[]): void;
}

/** The kiosk's store, seen at each commit. */
export function watchedStore(store: Store, watcher: StoreWatcher): Store {
  return { ...store, log: new WatchedLog(store.log, watcher) };
}

class WatchedLog implements KioskLog {
  readonly #log: KioskLog;
  readonly #watcher: StoreWatcher;

  constructor(log: KioskLog, watcher: StoreWatcher) {
    this.#log = log;
    this.#watcher = watcher;
  }

  get logId(): string {
    return this.#log.logId;
  }

  get lastSeq(): number {
    return this.#log.lastSeq;
  }

  get register(): RegisterLayer {
    // The log's own type is narrower than its interface says; see `SqliteEventLog`.
    return this.#log.register as RegisterLayer;
  }

  append(commit: Commit): readonly KioskEvent[] {
    return this.appendAlongside(commit, () => {});
  }

  appendAlongside(commit: Commit, alongside: () => void): readonly KioskEvent[] {
    this.#watcher.atMoment("before");
    const events = this.#log.appendAlongside(commit, () => {
      alongside();
      this.#watcher.atMoment("inside");
    });
    return this.#told(events);
  }

  useOfficeKey(key: OfficeKey, at: Pick<Commit, "atMs" | "isTimeTrusted">): readonly KioskEvent[] {
    this.#watcher.atMoment("before");
    return this.#told(this.#log.useOfficeKey(key, at));
  }

  readVisit(): string | undefined {
    return this.#log.readVisit();
  }

  openPersonal(personal: Parameters<KioskLog["openPersonal"]>[0], dossierId: string): string | undefined {
    return this.#log.openPersonal(personal, dossierId);
  }

  eventsAfter(afterSeq: number, limit: number): readonly StoredEvent[] {
    return this.#log.eventsAfter(afterSeq, limit);
  }

  close(): void {
    this.#log.close();
  }

  /** Tells of what was committed. */
  #told(events: readonly KioskEvent[]): readonly KioskEvent[] {
    const [first] = events;
    const stored = first === undefined ? [] : this.#log.eventsAfter(first.seq - 1, events.length);
    const rows = events.flatMap((event, index) => {
      const row = stored[index];
      return row === undefined ? [] : [{ event, stored: row }];
    });
    if (rows.length > 0) this.#watcher.onEvents(rows);
    this.#watcher.atMoment("after");
    return events;
  }
}
