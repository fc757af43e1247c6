import { z } from "zod";
import { assert } from "#core/base/assert.ts";
import type { OfficeKey } from "#core/contract/sync.ts";
import { personalContext, seal } from "#core/domain/seal.ts";
import type { DraftEvent } from "#core/events/event.ts";
import { eventCatalogue } from "#core/events/payloads.ts";
import type { KeyStore, SealToOffice } from "#core/interfaces/keyStore.ts";

/** A draft that is ready for the log: payload checked, personal part sealed. */
export interface SealedDraft {
  readonly type: DraftEvent["type"];
  readonly payload: DraftEvent["payload"];
  readonly sealed: string | null;
}

export interface SealingOptions {
  readonly keys: KeyStore;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly sealToOffice: SealToOffice;
  readonly officeKey: OfficeKey | undefined;
  /** True where the log already holds this dossier's key for this office key. */
  readonly isKeyShared: (dossierId: string, officeKeyId: string) => boolean;
}

/**
 * Checks drafts and seals their personal parts. The first personal part of a dossier is preceded by `dossierKeyShared`
 * where the office's key is known, so that the back office has the key before what it opens. Throws where a payload is
 * not what the catalogue says: a defect, caught before it is written for ever.
 */
export function sealDrafts(drafts: readonly DraftEvent[], options: SealingOptions): SealedDraft[] {
  const sealedDrafts: SealedDraft[] = [];
  const sharedHere = new Set<string>();
  for (const draft of drafts) {
    check(draft.type, "payload", draft.payload, eventCatalogue[draft.type].payload);
    if (!("personal" in draft)) {
      sealedDrafts.push({ type: draft.type, payload: draft.payload, sealed: null });
      continue;
    }
    check(draft.type, "personal part", draft.personal, eventCatalogue[draft.type].personal);
    const { dossierId } = draft.payload;
    const key = options.keys.dossierKey(dossierId) ?? options.keys.makeDossierKey(dossierId);
    if (!sharedHere.has(dossierId)) sealedDrafts.push(...keyShares([dossierId], options));
    sharedHere.add(dossierId);
    const nonce = options.randomBytes(12);
    const sealed = seal(JSON.stringify(draft.personal), key, {
      nonce,
      context: personalContext(dossierId, draft.type),
    });
    sealedDrafts.push({ type: draft.type, payload: draft.payload, sealed });
  }
  return sealedDrafts;
}

/** A `dossierKeyShared` for each of these dossiers whose key exists and is not shared yet; none without an office key. */
export function keyShares(dossierIds: readonly string[], options: SealingOptions): SealedDraft[] {
  const { officeKey } = options;
  if (officeKey === undefined) return [];
  const shares: SealedDraft[] = [];
  for (const dossierId of dossierIds) {
    const key = options.keys.dossierKey(dossierId);
    if (key === undefined || options.isKeyShared(dossierId, officeKey.officeKeyId)) continue;
    const sealedKey = options.sealToOffice(key, officeKey.publicKey);
    const payload = { dossierId, officeKeyId: officeKey.officeKeyId, sealedKey };
    shares.push({ type: "dossierKeyShared", payload, sealed: null });
  }
  return shares;
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
