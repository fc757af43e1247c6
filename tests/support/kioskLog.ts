import { createHash, randomBytes } from "node:crypto";
import sodium from "libsodium-wrappers";
import type { KeyShare, OfficeKey, Order } from "#core/contract/sync.ts";
import { personalContext, seal } from "#core/domain/seal.ts";
import { GENESIS_HASH, hashEvent } from "#core/events/chain.ts";
import type { StoredEvent } from "#core/events/event.ts";
import type { SyncStore } from "#core/interfaces/syncStore.ts";

/** An id that is the same for the same words: tests stay readable and repeatable. */
export function idOf(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 32);
}

export interface AppendOptions {
  readonly version?: number;
  readonly atMs?: number;
  readonly sealed?: string | null;
}

/** A kiosk's log in memory, with a true chain: what the back office is sent in tests. */
export class KioskLog {
  readonly logId: string;
  readonly events: StoredEvent[] = [];
  /** Dossier keys, sealed to the office, in the order of their first events. */
  readonly keyShares: KeyShare[] = [];
  atMs = Date.UTC(2026, 10, 14, 14, 47);

  constructor(logId: string = idOf("log")) {
    this.logId = logId;
  }

  /** Appends one event of any type, known or not. */
  append(type: string, payload: unknown, options: AppendOptions = {}): StoredEvent {
    this.atMs = options.atMs ?? this.atMs + 1_000;
    const covered = {
      logId: this.logId,
      seq: this.events.length + 1,
      type,
      version: options.version ?? 1,
      atMs: this.atMs,
      isTimeTrusted: true,
      payload: typeof payload === "string" ? payload : JSON.stringify(payload),
      sealed: options.sealed ?? null,
      previousHash: this.events.at(-1)?.hash ?? GENESIS_HASH,
    };
    const event = { ...covered, hash: hashEvent(covered) };
    this.events.push(event);
    return event;
  }

  /** Appends `count` small events. */
  fill(count: number): this {
    for (let i = 0; i < count; i += 1) this.append("staffSignInRejected", { staffId: `CB-${i % 7}` });
    return this;
  }
}

/** Seals a personal part as the kiosk does. */
export function sealPersonal(personal: unknown, key: Uint8Array, of: { dossierId: string; type: string }): string {
  const context = personalContext(of.dossierId, of.type);
  return seal(JSON.stringify(personal), key, { nonce: randomBytes(12), context });
}

/** Seals a dossier's key to the office, for the event that is appended next. */
export async function shareKey(
  log: KioskLog,
  officeKey: OfficeKey,
  { dossierId, key }: { dossierId: string; key: Uint8Array },
): Promise<void> {
  await sodium.ready;
  const box = Buffer.from(sodium.crypto_box_seal(key, Buffer.from(officeKey.publicKey, "base64")));
  const { officeKeyId } = officeKey;
  log.keyShares.push({ dossierId, officeKeyId, sealedKey: box.toString("base64"), fromSeq: log.events.length + 1 });
}

/** The sync client's store over a log in memory. */
export class MemorySyncStore implements SyncStore {
  acknowledged = 0;
  taken: Order[] = [];
  key: OfficeKey | undefined;
  isEnrolled = false;
  readonly sentKeys = new Set<KeyShare>();
  log: KioskLog;

  constructor(log: KioskLog) {
    this.log = log;
  }

  logId(): string {
    return this.log.logId;
  }

  lastSeq(): number {
    return this.log.events.length;
  }

  eventsAfter(seq: number, limit: number): readonly StoredEvent[] {
    return this.log.events.slice(seq, seq + limit);
  }

  acknowledgedUpTo(): number {
    return this.acknowledged;
  }

  queueLength(): number {
    return Math.max(0, this.log.events.length - this.acknowledged);
  }

  setAcknowledged(seq: number): void {
    this.acknowledged = seq;
  }

  ordersTakenUpTo(): number {
    return this.taken.length;
  }

  takeOrders(orders: readonly Order[]): void {
    for (const order of orders) {
      this.taken.push(order);
      const { dossierId, officialCode } = order;
      if (order.kind === "assignOfficialCode") this.log.append("officialCodeAssigned", { dossierId, officialCode });
      else this.log.append("dossierAnnounced", { dossierId, officialCode, source: "directory" });
    }
  }

  officeKey(): OfficeKey | undefined {
    return this.key;
  }

  setOfficeKey(key: OfficeKey): void {
    this.key = key;
  }

  unsentKeys(upToSeq: number, limit: number): readonly KeyShare[] {
    return this.log.keyShares.filter((share) => share.fromSeq <= upToSeq && !this.sentKeys.has(share)).slice(0, limit);
  }

  setKeysSent(shares: readonly KeyShare[]): void {
    for (const share of shares) this.sentKeys.add(share);
  }

  enrolment(): "none" | "enrolled" {
    return this.isEnrolled ? "enrolled" : "none";
  }

  setEnrolled(): void {
    this.isEnrolled = true;
  }
}
