import { findChainFault, hashEvent } from "#core/events/chain.ts";
import type { StoredEvent } from "#core/events/event.ts";

/** The newest event of a log that the back office has; number 0 and the genesis hash before the first. */
export interface LogHead {
  readonly seq: number;
  readonly hash: string;
}

/** What is to be done with a batch: the events that are new, or why none of it is taken. */
export type BatchVerdict =
  | { readonly result: "take"; readonly fresh: readonly StoredEvent[] }
  | { readonly result: "refuse"; readonly reason: "gap" | "fork" | "badChain"; readonly message: string };

/**
 * Holds a batch against what is stored. Events that are stored already are compared and left out; the rest must go on
 * without a gap, each with a true hash. `hashAt` gives the stored hash of a number up to the head's.
 */
export function judgeBatch(
  events: readonly StoredEvent[],
  head: LogHead,
  hashAt: (seq: number) => string | undefined,
): BatchVerdict {
  const first = events[0];
  if (!first) return { result: "take", fresh: [] };
  for (const [index, event] of events.entries())
    if (event.seq !== first.seq + index) return refuse("gap", `Event ${first.seq + index} is missing in the batch.`);
  if (first.seq > head.seq + 1)
    return refuse("gap", `Event ${head.seq + 1} is missing: the batch begins with ${first.seq}.`);
  for (const event of events) {
    if (hashEvent(event) !== event.hash)
      return refuse("badChain", `Event ${event.seq} was changed after it was written.`);
    if (event.seq <= head.seq && hashAt(event.seq) !== event.hash)
      return refuse("fork", `Event ${event.seq} is stored here with other content.`);
  }
  const fresh = events.filter((event) => event.seq > head.seq);
  if (fresh[0] && fresh[0].previousHash !== head.hash)
    return refuse("fork", `Event ${fresh[0].seq} does not continue event ${head.seq} as it is stored here.`);
  const fault = findChainFault(fresh, head);
  return fault ? refuse("badChain", fault.fault) : { result: "take", fresh };
}

function refuse(reason: "gap" | "fork" | "badChain", message: string): BatchVerdict {
  return { result: "refuse", reason, message };
}
