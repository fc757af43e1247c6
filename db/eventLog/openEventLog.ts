import { createSecretKey, type KeyObject } from "node:crypto";
import { assert } from "#core/base/assert.ts";
import type { OfficeKey } from "#core/contract/sync.ts";
import { personalContext, seal, unseal } from "#core/domain/seal.ts";
import { GENESIS_HASH, hashEvent } from "#core/events/chain.ts";
import type { KioskEvent, StoredEvent } from "#core/events/event.ts";
import { eventCatalogue } from "#core/events/payloads.ts";
import type { Commit, EventLog } from "#core/interfaces/eventLog.ts";
import type { KeyStore, SealToOffice } from "#core/interfaces/keyStore.ts";
import { applyEvent } from "#core/register/apply.ts";
import { type RegisterChange, RegisterLayer } from "#core/register/register.ts";
import { DatabaseError, type WritableDb } from "../connection.ts";
import {
  insertEvent,
  isKeyShared,
  selectEventsAfter,
  selectHighestSeqEver,
  selectLastEvent,
  selectSealedDossierIds,
} from "../queries/event.ts";
import { selectLogId } from "../queries/logIdentity.ts";
import { upsertRegisterHead } from "../queries/registerHead.ts";
import { upsertRecord, upsertTally } from "../queries/registerRecord.ts";
import { selectSyncState, updateOfficeKey } from "../queries/syncState.ts";
import { deleteUnfinishedVisit, selectUnfinishedVisit, upsertUnfinishedVisit } from "../queries/unfinishedVisit.ts";
import { loadRegister, PROJECTION_VERSION, rowsOf } from "./projections.ts";
import type { RegisterTally } from "./registerTally.ts";
import { keyShares, type SealedDraft, type SealingOptions, sealDrafts } from "./sealedDraft.ts";

/** Authenticated with the sealed visit, so that nothing else can stand in its place. */
const VISIT_CONTEXT = "dossier-kiosk/visit/1";

export interface EventLogOptions {
  readonly db: WritableDb;
  readonly keys: KeyStore;
  /** Cryptographically secure. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly sealToOffice: SealToOffice;
}

/** The event log over the kiosk's database, with what only the sync may do to it. */
export interface KioskLog extends EventLog {
  /** True where the projections were not what was written, so that they were made anew from the log at opening. */
  readonly wasRegisterDamaged: boolean;
  /** As `append`; `alongside` writes in the same transaction. */
  appendAlongside(commit: Commit, alongside: () => void): readonly KioskEvent[];
  /** Keeps the back office's public key and shares every dossier key with it that it does not have yet. */
  useOfficeKey(key: OfficeKey, at: Pick<Commit, "atMs" | "isTimeTrusted">): readonly KioskEvent[];
}

/** Opens the log of this database. Throws a `DatabaseError` where the log is damaged. Does not own the connection. */
export function openEventLog(options: EventLogOptions): KioskLog {
  return new SqliteEventLog(options);
}

class SqliteEventLog implements KioskLog {
  readonly logId: string;
  readonly #options: EventLogOptions;
  /** Made once: each use of raw bytes would make it anew, which takes longer than the sealing. */
  readonly #visitKey: KeyObject;
  readonly wasRegisterDamaged: boolean;
  readonly #register: RegisterLayer;
  readonly #tally: RegisterTally;
  readonly #inTransaction: { immediate(write: () => void): void };
  #seq: number;
  #hash: string;
  #sealing: SealingOptions;
  #isClosed = false;

  constructor(options: EventLogOptions) {
    const { db, keys } = options;
    this.#options = options;
    this.#visitKey = createSecretKey(keys.visitKey);
    const logId = selectLogId(db);
    assert(logId, "The database has no log identity.");
    this.logId = logId;
    const last = selectLastEvent(db);
    this.#seq = last?.seq ?? 0;
    this.#hash = last?.hash ?? GENESIS_HASH;
    const isEndCutOff = selectHighestSeqEver(db) !== this.#seq;
    if (isEndCutOff || (last !== undefined && hashEvent({ logId, ...last }) !== last.hash))
      throw new DatabaseError(
        "damaged",
        `The database ${db.name} is damaged: the newest event of its log is missing or was changed. ` +
          "Nothing was changed. Keep a copy of the file, then run: npm run -s kioskctl -- log repair",
      );
    const { register, tally, wasDamaged } = loadRegister(db);
    this.#register = register;
    this.#tally = tally;
    this.wasRegisterDamaged = wasDamaged;
    this.#sealing = this.#sealingWith(selectSyncState(db).officeKey);
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
    return this.#commit(sealDrafts(commit.drafts, this.#sealing), commit, alongside);
  }

  useOfficeKey(key: OfficeKey, at: Pick<Commit, "atMs" | "isTimeTrusted">): readonly KioskEvent[] {
    const sealing = this.#sealingWith(key);
    const shares = keyShares(selectSealedDossierIds(this.#options.db), sealing);
    const events = this.#commit(shares, { ...at, drafts: [] }, () => updateOfficeKey(this.#options.db, key));
    this.#sealing = sealing;
    return events;
  }

  readVisit(): string | undefined {
    const sealed = selectUnfinishedVisit(this.#options.db);
    if (sealed === undefined) return undefined;
    const visit = unseal(sealed, this.#visitKey, VISIT_CONTEXT);
    return visit.ok ? visit.value : undefined;
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
    const { logId } = this;
    return selectEventsAfter(this.#options.db, afterSeq, { limit }).map((row) => ({ logId, ...row }));
  }

  close(): void {
    this.#isClosed = true;
  }

  #sealingWith(officeKey: OfficeKey | undefined): SealingOptions {
    const { db, ...sealing } = this.#options;
    return {
      ...sealing,
      officeKey,
      isKeyShared: (dossier, office) => isKeyShared(db, dossier, office),
    };
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
    const visit = this.#sealVisit(commit.visit);
    this.#inTransaction.immediate(() => {
      this.#write(rows, changes, sum.value);
      if (visit === null) deleteUnfinishedVisit(this.#options.db);
      else if (visit !== undefined) upsertUnfinishedVisit(this.#options.db, visit);
      alongside();
    });
    sum.keep();
    this.#register.absorb(changes);
    const last = rows.at(-1);
    if (last) {
      this.#seq = last.seq;
      this.#hash = last.hash;
    }
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

  #sealVisit(visit: string | null | undefined): string | null | undefined {
    if (visit === null || visit === undefined) return visit;
    const { randomBytes } = this.#options;
    return seal(visit, this.#visitKey, { nonce: randomBytes(12), context: VISIT_CONTEXT });
  }

  #write(rows: readonly StoredEvent[], changes: readonly RegisterChange[], tally: string): void {
    const { db } = this.#options;
    for (const row of rows) insertEvent(db, row);
    for (const { entity, ...row } of rowsOf(changes)) upsertRecord(db, entity, row);
    const last = rows.at(-1);
    if (last === undefined) return;
    upsertTally(db, tally);
    upsertRegisterHead(db, { seq: last.seq, hash: last.hash, projectionVersion: PROJECTION_VERSION });
  }
}

/** The event as `readEvent` would read it back from its row. */
function asRead(draft: SealedDraft, { seq, atMs, sealed }: StoredEvent): KioskEvent {
  const common = { seq, atMs, ...(sealed === null ? {} : { sealed }) };
  // Type and payload come from one draft, whose union the compiler cannot follow through the spread.
  return { ...common, type: draft.type, payload: draft.payload } as KioskEvent;
}
