import { z } from "zod";
import { assert } from "#core/base/assert.ts";
import { personalContext, seal } from "#core/domain/seal.ts";
import type { DraftEvent } from "#core/events/event.ts";
import { eventCatalogue } from "#core/events/payloads.ts";
import type { KeyStore } from "#core/interfaces/keyStore.ts";

/** A draft that is ready for the log: payload checked, personal part sealed. */
export interface SealedDraft {
  readonly type: DraftEvent["type"];
  readonly payload: DraftEvent["payload"];
  readonly sealed: string | null;
  /** Whose key sealed it; absent where nothing is sealed. */
  readonly dossierId?: string;
}

export interface SealingOptions {
  readonly keys: KeyStore;
  readonly randomBytes: (count: number) => Uint8Array;
}

/**
 * Checks drafts and seals their personal parts. Throws where a payload is not what the catalogue says: a defect, caught
 * before it is written for ever.
 */
export function sealDrafts(drafts: readonly DraftEvent[], options: SealingOptions): SealedDraft[] {
  const sealedDrafts: SealedDraft[] = [];
  for (const draft of drafts) {
    check(draft.type, "payload", draft.payload, eventCatalogue[draft.type].payload);
    if (!("personal" in draft)) {
      sealedDrafts.push({ type: draft.type, payload: draft.payload, sealed: null });
      continue;
    }
    check(draft.type, "personal part", draft.personal, eventCatalogue[draft.type].personal);
    const { dossierId } = draft.payload;
    const key = options.keys.dossierKey(dossierId) ?? options.keys.makeDossierKey(dossierId);
    const nonce = options.randomBytes(12);
    const sealed = seal(JSON.stringify(draft.personal), key, {
      nonce,
      context: personalContext(dossierId, draft.type),
    });
    sealedDrafts.push({ type: draft.type, payload: draft.payload, sealed, dossierId });
  }
  return sealedDrafts;
}

function check(type: string, part: string, value: unknown, schema: z.ZodType): void {
  const parsed = schema.safeParse(value);
  // Only paths and rules are named: the value itself may be personal.
  assert(
    parsed.success,
    `The ${part} of ${type} is not what the catalogue says: ${parsed.error && where(parsed.error)}`,
  );
}

function where(error: z.ZodError): string {
  return error.issues.map(({ path, code }) => `${z.core.toDotPath(path)}: ${code}`).join("; ");
}
