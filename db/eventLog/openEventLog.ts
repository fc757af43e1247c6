import { assert } from "#core/base/assert.ts";
import { personalContext, unseal } from "#core/domain/seal.ts";
import { GENESIS_HASH, hashEvent } from "#core/events/chain.ts";
import type { KioskEvent, StoredEvent } from "#core/events/event.ts";
import { eventCatalogue } from "#core/events/payloads.ts";
import type { Commit, EventLog } from "#core/interfaces/eventLog.ts";
import type { KeyStore } from "#core/interfaces/keyStore.ts";
import { applyEvent } from "#core/register/apply.ts";
import { type RegisterChange, RegisterLayer } from "#core/register/register.ts";
import { DatabaseError, type WritableDb } from "../connection.ts";
import { insertEvent, selectHighestPositionEver, selectLastEvent } from "../queries/event.ts";
import { insertKeyShare } from "../queries/keyShare.ts";
import { type LogSegment, selectNewestSegment } from "../queries/logSegment.ts";
import { upsertRegisterHead } from "../queries/registerHead.ts";
import { upsertRecord, upsertTally } from "../queries/registerRecord.ts";
import { loadRegister, PROJECTION_VERSION, rowsOf } from "./projections.ts";
import type { RegisterTally } from "./registerTally.ts";
import { type SealedDraft, sealDrafts } from "./sealedDraft.ts";
import { eventsOfSegment, positionOf, storedEvent } from "./storedEvents.ts";
import { UnfinishedVisit } from "./unfinishedVisit.ts";

export interface EventLogOptions {
  readonly db: WritableDb;
  readonly keys: KeyStore;
  /** Cryptographically secure. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** A sentence for the program's log, without personal data. */
  readonly note?: ((sentence: string) => void) | undefined;
}

/** The event log over the kiosk's database, with what only the sync may do to it. */
export interface KioskLog extends EventLog {
  /** True where the projections were not what was written, so that they were made anew from the log at opening. */
  readonly wasRegisterDamaged: boolean;
  /** As `append`; `alongside` writes in the same transaction. */
  appendAlongside(commit: Commit, alongside: () => void): readonly KioskEvent[];
}

/** Opens the log of this database. Throws a `DatabaseError` where the log is damaged. Does not own the connection. */
export function openEventLog(options: EventLogOptions): KioskLog {
  return new SqliteEventLog(options);
}

class SqliteEventLog implements KioskLog {
  readonly logId: string;
  readonly #options: EventLogOptions;
  readonly wasRegisterDamaged: boolean;
  readonly #visit: UnfinishedVisit;
  /** The log that is written to; what it counts moves on with each commit. */
  readonly #segment: LogSegment;
  readonly #register: RegisterLayer;
  readonly #tally: RegisterTally;
  readonly #inTransaction: { immediate(write: () => void): void };
  #seq: number;
  #hash: string;
  #isClosed = false;

  constructor(options: EventLogOptions) {
    const { db } = options;
    this.#options = options;
    const segment = selectNewestSegment(db);
    assert(segment, "The database has no log.");
    this.#segment = segment;
    this.logId = segment.logId;
    const row = selectLastEvent(db);
    const last = row && storedEvent(row, segment);
    this.#seq = last?.seq ?? 0;
    this.#hash = last?.hash ?? GENESIS_HASH;
    const isEndCutOff = selectHighestPositionEver(db) !== (row?.position ?? 0) || this.#seq < 0;
    if (isEndCutOff || (last !== undefined && hashEvent(last) !== last.hash))
      throw new DatabaseError(
        "damaged",
        `The database ${db.name} is damaged: the newest event of its log is missing or was changed. ` +
          "Nothing was changed. Keep a copy of the file, then run: npm run -s kioskctl -- log repair",
      );
    const { register, tally, wasDamaged } = loadRegister(db);
    this.#register = register;
    this.#tally = tally;
    this.wasRegisterDamaged = wasDamaged;
    this.#visit = new UnfinishedVisit(options);
    this.#inTransaction = db.transaction((write: () => void) => write());
  }

  get lastSeq(): number {
    return this.#seq;
  }

  get register(): RegisterLayer {
    return this.#register;
  }

  append(commit: Commit): readonly KioskEvent[] {
    return this.appendAlongside(commit, () => {});
  }

  appendAlongside(commit: Commit, alongside: () => void): readonly KioskEvent[] {
    // Sealing makes keys durable in the key file before the transaction begins: a key without an event does no harm,
    // an event without its key could never be read again.
    return this.#commit(sealDrafts(commit.drafts, this.#options), commit, alongside);
  }

  readVisit(): string | undefined {
    return this.#visit.read();
  }

  openPersonal(
    personal: { readonly sealed: string; readonly eventType: string },
    dossierId: string,
  ): string | undefined {
    const key = this.#options.keys.dossierKey(dossierId);
    if (key === undefined) return undefined;
    const opened = unseal(personal.sealed, key, personalContext(dossierId, personal.eventType));
    return opened.ok ? opened.value : undefined;
  }

  eventsAfter(afterSeq: number, limit: number): readonly StoredEvent[] {
    return eventsOfSegment(this.#options.db, { ...this.#segment, lastSeq: this.#seq }, { seq: afterSeq, limit });
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Chains and applies first, writes then, and takes the result over only when the disk has it. */
  #commit(drafts: readonly SealedDraft[], commit: Commit, alongside: () => void): readonly KioskEvent[] {
    assert(!this.#isClosed, "The event log is closed.");
    const layer = new RegisterLayer(this.#register);
    const rows: StoredEvent[] = [];
    const events: KioskEvent[] = [];
    for (const draft of drafts) {
      const row = this.#chain(draft, commit, rows.at(-1));
      const event = asRead(draft, row);
      applyEvent(layer, event);
      rows.push(row);
      events.push(event);
    }
    const changes = layer.changes();
    const sum = this.#tally.with(rowsOf(changes));
    const keepVisit = this.#visit.prepare(commit.visit);
    this.#inTransaction.immediate(() => {
      this.#write(rows, changes, sum.value);
      this.#noteKeys(drafts, rows);
      keepVisit();
      alongside();
    });
    sum.keep();
    this.#register.absorb(changes);
    const last = rows.at(-1);
    if (last) {
      this.#seq = last.seq;
      this.#hash = last.hash;
    }
    if (commit.visit === null) this.#visit.forget();
    return events;
  }

  #chain(draft: SealedDraft, commit: Commit, before: StoredEvent | undefined): StoredEvent {
    const covered = {
      logId: this.logId,
      seq: (before?.seq ?? this.#seq) + 1,
      type: draft.type,
      version: eventCatalogue[draft.type].version,
      atMs: commit.atMs,
      isTimeTrusted: commit.isTimeTrusted,
      payload: JSON.stringify(draft.payload),
      sealed: draft.sealed,
      previousHash: before?.hash ?? this.#hash,
    };
    return { ...covered, hash: hashEvent(covered) };
  }

  #noteKeys(drafts: readonly SealedDraft[], rows: readonly StoredEvent[]): void {
    for (const [index, { dossierId }] of drafts.entries()) {
      const seq = rows[index]?.seq;
      if (dossierId === undefined || seq === undefined) continue;
      insertKeyShare(this.#options.db, { dossierId, fromPosition: positionOf(seq, this.#segment) });
    }
  }

  #write(rows: readonly StoredEvent[], changes: readonly RegisterChange[], tally: string): void {
    const { db } = this.#options;
    for (const row of rows) insertEvent(db, { ...row, position: positionOf(row.seq, this.#segment) });
    for (const { entity, ...row } of rowsOf(changes)) upsertRecord(db, entity, row);
    const last = rows.at(-1);
    if (last === undefined) return;
    upsertTally(db, tally);
    const position = positionOf(last.seq, this.#segment);
    upsertRegisterHead(db, { position, hash: last.hash, projectionVersion: PROJECTION_VERSION });
  }
}

/** The event as `readEvent` would read it back from its row. */
function asRead(draft: SealedDraft, { seq, atMs, sealed }: StoredEvent): KioskEvent {
  const common = { seq, atMs, ...(sealed === null ? {} : { sealed }) };
  // Type and payload come from one draft, whose union the compiler cannot follow through the spread.
  return { ...common, type: draft.type, payload: draft.payload } as KioskEvent;
}
