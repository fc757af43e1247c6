import { assert } from "#core/base/assert.ts";
import type { DraftEvent, KioskEvent, StoredEvent } from "#core/events/event.ts";
import { eventCatalogue } from "#core/events/payloads.ts";
import type { Commit, EventLog } from "#core/interfaces/eventLog.ts";
import { applyEvent } from "#core/register/apply.ts";
import { RegisterLayer } from "#core/register/register.ts";

/** A log in memory: checks every draft against the catalogue, keeps personal parts in a map instead of sealing them. */
export class MemoryLog implements EventLog {
  readonly logId = "0".repeat(32);
  readonly events: KioskEvent[] = [];
  readonly register = new RegisterLayer();
  /** Every draft as it was given, personal part included. */
  readonly drafts: DraftEvent[] = [];
  /** What `append` throws, as a full disk does; undefined: the disk is well. */
  failure: Error | undefined;
  /** Commits that the disk took. */
  commits = 0;
  #visit: string | undefined;
  readonly #personal = new Map<string, string>();

  get lastSeq(): number {
    return this.events.length;
  }

  append({ drafts, atMs, visit }: Commit): readonly KioskEvent[] {
    for (const draft of drafts) check(draft);
    const layer = new RegisterLayer(this.register);
    const events = drafts.map((draft, index) => this.#read(draft, { seq: this.lastSeq + 1 + index, atMs }));
    for (const event of events) applyEvent(layer, event);
    if (this.failure) throw this.failure;
    this.register.absorb(layer.changes());
    this.events.push(...events);
    this.drafts.push(...drafts);
    if (visit !== undefined) this.#visit = visit ?? undefined;
    this.commits += 1;
    return events;
  }

  readVisit(): string | undefined {
    return this.#visit;
  }

  openPersonal({ sealed }: { readonly sealed: string }): string | undefined {
    return this.#personal.get(sealed);
  }

  eventsAfter(): readonly StoredEvent[] {
    return [];
  }

  close(): void {}

  /** The register as the events alone make it. */
  replayed(): RegisterLayer {
    const register = new RegisterLayer();
    for (const event of this.events) applyEvent(register, event);
    return register;
  }

  #read(draft: DraftEvent, at: { readonly seq: number; readonly atMs: number }): KioskEvent {
    // Type and payload come from one draft, whose union the compiler cannot follow through the spread.
    if (!("personal" in draft)) return { ...at, type: draft.type, payload: draft.payload } as KioskEvent;
    const sealed = `sealed ${at.seq}`;
    this.#personal.set(sealed, JSON.stringify(draft.personal));
    return { ...at, type: draft.type, payload: draft.payload, sealed } as KioskEvent;
  }
}

function check(draft: DraftEvent): void {
  const entry = eventCatalogue[draft.type];
  const payload = entry.payload.safeParse(draft.payload);
  assert(payload.success, `The payload of ${draft.type} is not what the catalogue says: ${payload.error?.message}`);
  if (!("personal" in draft)) return;
  const personal = eventCatalogue[draft.type].personal.safeParse(draft.personal);
  assert(personal.success, `The personal part of ${draft.type} is not what the catalogue says.`);
}
