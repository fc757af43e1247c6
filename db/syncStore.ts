import { assert } from "#core/base/assert.ts";
import type { KeyShare, Order } from "#core/contract/sync.ts";
import type { DraftEvent } from "#core/events/event.ts";
import type { Commit } from "#core/interfaces/eventLog.ts";
import type { KeyStore, SealToOffice } from "#core/interfaces/keyStore.ts";
import type { SyncStore } from "#core/interfaces/syncStore.ts";
import type { Register } from "#core/register/register.ts";
import type { WritableDb } from "./connection.ts";
import type { KioskLog } from "./eventLog/openEventLog.ts";
import { eventsOfSegment, positionOf, seqFrom } from "./eventLog/storedEvents.ts";
import { forgetSharing, selectUnsharedKeys, updateKeysShared } from "./queries/keyShare.ts";
import type { LogSegment } from "./queries/logSegment.ts";
import { selectSyncState, updateEnrolled, updateOfficeKey, updateOrdersTaken } from "./queries/syncState.ts";
import { noteAcknowledged, segmentToSend, unsentEvents } from "./syncQueue.ts";

export interface SyncStoreOptions {
  readonly db: WritableDb;
  readonly log: KioskLog;
  readonly keys: Pick<KeyStore, "dossierKey">;
  readonly sealToOffice: SealToOffice;
  /** The moment that events which come from here carry. */
  readonly now: () => Pick<Commit, "atMs" | "isTimeTrusted">;
  /** Events were appended on the back office's behalf: what is drawn from the register may have changed. */
  readonly onAppended?: (() => void) | undefined;
  /** An order names a dossier that this log does not know; it is passed over, for it could never succeed. */
  readonly onOrderPassedOver?: ((orderNumber: number) => void) | undefined;
}

/** What the sync client needs of the database; see `core/interfaces/syncStore.ts`. */
export function createSyncStore(options: SyncStoreOptions): SyncStore {
  const { db, log, now, onAppended, onOrderPassedOver } = options;
  const sending = () => {
    const segment = segmentToSend(db);
    assert(segment, "The database has no log.");
    return segment;
  };
  return {
    logId: () => sending().logId,
    lastSeq: () => sending().lastSeq,
    eventsAfter: (seq, limit) => eventsOfSegment(db, sending(), { seq, limit }),
    acknowledgedUpTo: () => sending().acknowledgedUpTo,
    queueLength: () => unsentEvents(db),
    setAcknowledged: (seq) => setAcknowledged(db, sending(), seq),
    ordersTakenUpTo: () => selectSyncState(db).ordersTakenUpTo,
    takeOrders: (orders) => {
      const last = orders.at(-1);
      if (last === undefined) return;
      const { drafts, passedOver } = draftsOf(orders, log.register);
      log.appendAlongside({ ...now(), drafts }, () => updateOrdersTaken(db, last.number));
      for (const orderNumber of passedOver) onOrderPassedOver?.(orderNumber);
      if (drafts.length > 0) onAppended?.();
    },
    officeKey: () => selectSyncState(db).officeKey,
    setOfficeKey: (key) => updateOfficeKey(db, key),
    unsentKeys: (upToSeq, limit) => unsentKeys(options, sending(), { upToSeq, limit }),
    setKeysSent: (shares) => setKeysSent(db, shares),
    enrolment: () => (selectSyncState(db).isEnrolled ? "enrolled" : "none"),
    setEnrolled: () => updateEnrolled(db),
  };
}

/** Backwards, the back office was restored from an older copy: what it has of the keys is not known any more. */
function setAcknowledged(db: WritableDb, { logId, acknowledgedUpTo }: LogSegment, seq: number): void {
  db.transaction(() => {
    if (seq < acknowledgedUpTo) forgetSharing(db);
    noteAcknowledged(db, logId, seq);
  }).immediate();
}

function unsentKeys(
  { db, keys, sealToOffice }: Pick<SyncStoreOptions, "db" | "keys" | "sealToOffice">,
  segment: LogSegment,
  { upToSeq, limit }: { readonly upToSeq: number; readonly limit: number },
): KeyShare[] {
  const { officeKey } = selectSyncState(db);
  if (officeKey === undefined) return [];
  const { officeKeyId, publicKey } = officeKey;
  const shares: KeyShare[] = [];
  for (const { dossierId, fromPosition } of selectUnsharedKeys(db, officeKeyId, positionOf(upToSeq, segment))) {
    if (shares.length === limit) break;
    const key = keys.dossierKey(dossierId);
    const fromSeq = seqFrom(fromPosition, segment);
    if (key !== undefined) shares.push({ dossierId, officeKeyId, sealedKey: sealToOffice(key, publicKey), fromSeq });
  }
  return shares;
}

function setKeysSent(db: WritableDb, shares: readonly KeyShare[]): void {
  const officeKeyId = shares[0]?.officeKeyId;
  if (officeKeyId === undefined) return;
  updateKeysShared(
    db,
    shares.map(({ dossierId }) => dossierId),
    officeKeyId,
  );
}

function draftsOf(orders: readonly Order[], register: Register): { drafts: DraftEvent[]; passedOver: number[] } {
  const drafts: DraftEvent[] = [];
  const passedOver: number[] = [];
  const announcedHere = new Set<string>();
  for (const order of orders) {
    const { dossierId, officialCode } = order;
    // After a restore the back office sends again what the restored log may hold already.
    if (register.get("dossier", dossierId)?.officialCode === officialCode) continue;
    if (order.kind === "announceDossier") {
      announcedHere.add(dossierId);
      const { procedureId, person } = order;
      const payload = { dossierId, officialCode, source: "directory" as const };
      drafts.push({
        type: "dossierAnnounced",
        payload: procedureId === undefined ? payload : { ...payload, procedureId },
        personal: person,
      });
    } else if (announcedHere.has(dossierId) || register.get("dossier", dossierId) !== undefined) {
      drafts.push({ type: "officialCodeAssigned", payload: { dossierId, officialCode } });
    } else passedOver.push(order.number);
  }
  return { drafts, passedOver };
}
