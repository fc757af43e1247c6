import type { StoredEvent } from "#core/events/event.ts";
import type { DossierRecord } from "#core/register/records.ts";
import { openCases, type Register } from "#core/register/register.ts";

/** A dossier whose personal data have served their purpose. */
export interface RipeDossier {
  readonly dossierId: string;
  /** Wall time from which retention counted, milliseconds. */
  readonly leftAtMs: number;
}

export interface RipeningParts {
  readonly register: Register;
  readonly log: { eventsAfter(afterSeq: number, limit: number): readonly StoredEvent[] };
  /** Keys that are still there, with the first event that each sealed. */
  readonly liveKeys: readonly { readonly dossierId: string; readonly fromSeq: number }[];
  /** Confirmed wall time, milliseconds. */
  readonly nowMs: number;
  readonly retentionMs: number;
}

const DAY_MS = 86_400_000;
/** Nearly always the first one answers. */
const EVENTS_AT_ONCE = 8;

/**
 * Dossiers that left the kiosk at least the retention time ago: never one that is or may be in a compartment or with a
 * clerk, nor one that an open case names. One that waits at the counter for its due day counts from the end of that day.
 */
export function ripeDossiers(parts: RipeningParts): RipeDossier[] {
  const { register, liveKeys, nowMs, retentionMs } = parts;
  const inCases = new Set(openCases(register).map(({ dossierId }) => dossierId));
  return liveKeys.flatMap(({ dossierId, fromSeq }) => {
    if (inCases.has(dossierId)) return [];
    const dossier = register.get("dossier", dossierId);
    // A key without a record belongs to a deposit that never came about: it counts from that event.
    const leftSeq = dossier === undefined ? fromSeq : dossier.leftSeq;
    const leftAtMs = leftSeq === undefined ? undefined : trustedAtMs(parts, leftSeq);
    if (leftAtMs === undefined) return [];
    return nowMs - Math.max(leftAtMs, dueAtMs(dossier)) >= retentionMs ? [{ dossierId, leftAtMs }] : [];
  });
}

/** When an event surely had happened: its own wall time, or that of the next event whose clock was trusted. */
function trustedAtMs({ log }: RipeningParts, seq: number): number | undefined {
  for (let after = seq - 1; ; ) {
    const events = log.eventsAfter(after, EVENTS_AT_ONCE);
    const trusted = events.find(({ isTimeTrusted }) => isTimeTrusted);
    const last = events.at(-1);
    if (trusted !== undefined || last === undefined) return trusted?.atMs;
    after = last.seq;
  }
}

/** The end of the day on which the result was promised: until then it may come back to this kiosk. */
function dueAtMs(dossier: DossierRecord | undefined): number {
  const dueDate = dossier?.place.kind === "counter" ? dossier.times?.dueDate : undefined;
  return dueDate === undefined ? Number.NEGATIVE_INFINITY : Date.parse(`${dueDate}T00:00:00Z`) + DAY_MS;
}
