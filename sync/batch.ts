import type { StoredEvent } from "#core/events/event.ts";

/**
 * The first events that fit into `limitChars` characters of text, in order. At least one where there is any: a single
 * event is bounded by its schema and always fits the back office's limit.
 */
export function fitBatch(events: readonly StoredEvent[], limitChars: number): readonly StoredEvent[] {
  let chars = 0;
  for (const [index, event] of events.entries()) {
    chars += event.payload.length + (event.sealed?.length ?? 0) + FIXED_CHARS;
    if (chars > limitChars && index > 0) return events.slice(0, index);
  }
  return events;
}

/** Field names, ids and hashes of one event. */
const FIXED_CHARS = 400;
