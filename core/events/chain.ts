import { hash } from "node:crypto";
import type { StoredEvent } from "./event.ts";

/** What comes before the first event of a log. */
export const GENESIS_HASH = "0".repeat(64);

/**
 * SHA-256 over the stored texts of an event and the hash of the one before it, hexadecimal. The fields are joined as a
 * JSON array, so that no two different rows give the same bytes.
 */
export function hashEvent(event: Omit<StoredEvent, "hash">): string {
  const covered = [
    event.previousHash,
    event.logId,
    event.seq,
    event.type,
    event.version,
    event.atMs,
    event.isTimeTrusted,
    event.payload,
    event.sealed,
  ];
  return hash("sha256", JSON.stringify(covered), "hex");
}

/** Where a run of events stops being a chain: the first bad sequence number and a sentence; undefined when all is well. */
export function findChainFault(
  events: readonly StoredEvent[],
  from: { readonly seq: number; readonly hash: string },
): { readonly seq: number; readonly fault: string } | undefined {
  let { seq, hash: hashBefore } = from;
  for (const event of events) {
    if (event.seq !== seq + 1)
      return { seq: event.seq, fault: `Event ${seq + 1} is missing: ${event.seq} follows ${seq}.` };
    if (event.previousHash !== hashBefore)
      return { seq: event.seq, fault: `Event ${event.seq} does not continue event ${seq}.` };
    if (hashEvent(event) !== event.hash)
      return { seq: event.seq, fault: `Event ${event.seq} was changed after it was written.` };
    ({ seq, hash: hashBefore } = event);
  }
  return undefined;
}
