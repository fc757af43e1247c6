import type { Database } from "better-sqlite3";
import type { KeyShare } from "#core/contract/sync.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { eventLinks } from "../../register/eventLinks.ts";
import { deleteSealedKey, hasRetentionEnded, putSealedKey } from "./queries/dossierKeys.ts";

/**
 * Keeps a dossier's key, sealed to the office. Not a projection: keys stand in no event, so that they can be forgotten. A
 * request that comes again after the dossier's retention ended brings nothing back.
 */
export function keepKey(
  db: Database,
  from: { readonly kioskNumber: number; readonly logId: string },
  { dossierId, officeKeyId, sealedKey, fromSeq }: KeyShare,
): void {
  const { kioskNumber, logId } = from;
  if (hasRetentionEnded(db, { kioskNumber, dossierId }, { logId, fromSeq })) return;
  putSealedKey(db, { kioskNumber, dossierId }, { officeKeyId, sealedKey });
}

/** The dossier's retention ended at the kiosk: its key goes here too. */
export function forgetKey(db: Database, kioskNumber: number, { payload }: Pick<StoredEvent, "payload">): void {
  const { dossierId } = eventLinks(payload);
  if (dossierId !== null) deleteSealedKey(db, { kioskNumber, dossierId });
}
