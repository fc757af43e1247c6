import type { DraftEvent, KioskEvent, StoredEvent } from "../events/event.ts";
import type { Register } from "../register/register.ts";

/** What one step of the runner makes durable, all or nothing. */
export interface Commit {
  readonly drafts: readonly DraftEvent[];
  /** Wall time of the step, milliseconds since 1970 UTC. */
  readonly atMs: number;
  readonly isTimeTrusted: boolean;
  /** The unfinished visit as JSON text: kept encrypted outside the log. `null` deletes it, absent leaves it alone. */
  readonly visit?: string | null | undefined;
}

/**
 * The kiosk's event log: append-only, hash-chained, fsynced before `append` returns. Events, their projections and the
 * unfinished visit change in one synchronous transaction. Personal parts are sealed under the dossier's key on the way in.
 */
export interface EventLog {
  /** The log that is written to; a restored database holds earlier ones, which only grow in the back office. */
  readonly logId: string;
  /** Number of its newest event, 0 before the first. */
  readonly lastSeq: number;
  /** Appends and fsyncs. Throws when the disk refuses; then nothing has changed. */
  append(commit: Commit): readonly KioskEvent[];
  /** The projections as of the last append. */
  readonly register: Register;
  /** The unfinished visit as it was last committed, or undefined. */
  readVisit(): string | undefined;
  /** Opens the personal part of a dossier: JSON text, or undefined where the key is gone. */
  openPersonal(
    personal: { readonly sealed: string; readonly eventType: string },
    dossierId: string,
  ): string | undefined;
  /** At most `limit` events of this log, from `afterSeq` + 1 on. */
  eventsAfter(afterSeq: number, limit: number): readonly StoredEvent[];
  close(): void;
}
