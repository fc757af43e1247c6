import { z } from "zod";
import { parseJson } from "../base/parseJson.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { Id } from "../domain/ids.ts";
import { eventCatalogue } from "./payloads.ts";
import { upcast } from "./upcasters.ts";

type Catalogue = typeof eventCatalogue;

/** Past-tense name of a fact in the event log. */
export type EventType = keyof Catalogue;

/** Payload of an event type; never holds personal data. */
export type EventPayload<T extends EventType> = z.infer<Catalogue[T]["payload"]>;

/** Personal part of an event type, or `never` where it has none. */
export type EventPersonal<T extends EventType> = Catalogue[T] extends { personal: infer S extends z.ZodType }
  ? z.infer<S>
  : never;

/** What a flow asks the runner to append: the runner numbers, dates and seals it. */
export type DraftEvent = {
  [T in EventType]: [EventPersonal<T>] extends [never]
    ? { readonly type: T; readonly payload: EventPayload<T> }
    : { readonly type: T; readonly payload: EventPayload<T>; readonly personal: EventPersonal<T> };
}[EventType];

/** An event as its readers see it: payload parsed, personal part still sealed. */
export type KioskEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly payload: EventPayload<T>;
    readonly seq: number;
    readonly atMs: number;
    /** Personal part under the dossier's key, base64; see `controller/keys`. */
    readonly sealed?: string | undefined;
  };
}[EventType];

/**
 * One row of the log as stored and as sent to the back office. The hash covers these very texts, so that a reader
 * needs neither the schema nor the keys to verify the chain.
 */
export const StoredEvent = z.strictObject({
  logId: Id,
  /** 1, 2, 3 … without gaps. */
  seq: z.number().int().min(1),
  type: z.string().min(1).max(60),
  version: z.number().int().min(1),
  /** Wall time, milliseconds since 1970 UTC. Order comes from `seq`, never from this. */
  atMs: z.number().int(),
  isTimeTrusted: z.boolean(),
  /** JSON text of the payload. */
  payload: z.string().max(65_536),
  /** Personal part under the dossier's key, base64, or null. */
  sealed: z.string().max(65_536).nullable(),
  /** Hash of the event before, hexadecimal; 64 zeros for the first. */
  previousHash: z.string().regex(/^[0-9a-f]{64}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type StoredEvent = z.infer<typeof StoredEvent>;

/** True for a type that this version of the program knows. */
export function isKnownEventType(type: string): type is EventType {
  return Object.hasOwn(eventCatalogue, type);
}

/** Reads a stored event as the newest version of its type; fails with a sentence when its type, version or payload is not known here. */
export function readEvent(stored: StoredEvent): Result<KioskEvent, string> {
  const { type, seq, atMs } = stored;
  if (!isKnownEventType(type)) return failed(`Event ${seq} has the unknown type "${type}".`);
  const entry = eventCatalogue[type];
  if (stored.version > entry.version)
    return failed(`Event ${seq} (${type}) has version ${stored.version}; known up to ${entry.version}.`);
  const written = parseJson(stored.payload);
  const parsed = entry.payload.safeParse(upcast(written, { type, from: stored.version, to: entry.version }));
  if (!parsed.success)
    return failed(`Event ${seq} (${type}) has a payload that its schema refuses: ${z.prettifyError(parsed.error)}`);
  // The union over types cannot be followed through the lookup: type and payload come from the same catalogue entry.
  return ok({
    type,
    payload: parsed.data,
    seq,
    atMs,
    ...(stored.sealed === null ? {} : { sealed: stored.sealed }),
  } as KioskEvent);
}
