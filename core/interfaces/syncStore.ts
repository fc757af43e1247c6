import type { KeyShare, OfficeKey, Order } from "../contract/sync.ts";
import type { StoredEvent } from "../events/event.ts";

/**
 * What the sync client needs of the kiosk's database. The log itself is the queue: nothing is copied, one number says
 * how far the back office has it. Every method is synchronous and durable when it returns.
 */
export interface SyncStore {
  /**
   * Identity of the log that is being sent: of a restored database first the earlier logs, oldest first, as far as the
   * back office lacks their events, then the newest. `lastSeq`, `eventsAfter` and the acknowledged number are this log's.
   */
  logId(): string;
  /** Sequence number of the newest event, 0 for an empty log. */
  lastSeq(): number;
  /** Events with a number above `seq`, in order, at most `limit`. */
  eventsAfter(seq: number, limit: number): readonly StoredEvent[];
  /** The back office has every event of this log up to here. */
  acknowledgedUpTo(): number;
  /** Events of all logs that the back office does not have yet. */
  queueLength(): number;
  /** May go backwards, when the back office was restored from an older copy; it then is sent all keys anew. */
  setAcknowledged(seq: number): void;
  /** Orders up to this number are in the log, 0 before the first. */
  ordersTakenUpTo(): number;
  /** Appends the orders to the log as events and moves `ordersTakenUpTo`, in one transaction. In order, without gaps. */
  takeOrders(orders: readonly Order[]): void;
  /** Public key for what only the back office may read; undefined before enrolment. */
  officeKey(): OfficeKey | undefined;
  setOfficeKey(key: OfficeKey): void;
  /**
   * Live dossier keys that the back office lacks and that events up to `upToSeq` need, sealed to the office's key, in
   * the order of need; at most `limit`. None without an office key.
   */
  unsentKeys(upToSeq: number, limit: number): readonly KeyShare[];
  /** The back office has these. */
  setKeysSent(shares: readonly KeyShare[]): void;
  /** Whether the back office has accepted this kiosk's public key. */
  enrolment(): "none" | "enrolled";
  setEnrolled(): void;
}
