import { createSecretKey, type KeyObject } from "node:crypto";
import { seal, unseal } from "#core/domain/seal.ts";
import type { KeyStore } from "#core/interfaces/keyStore.ts";
import type { WritableDb } from "../connection.ts";
import { deleteUnfinishedVisit, selectUnfinishedVisit, upsertUnfinishedVisit } from "../queries/unfinishedVisit.ts";

/** Authenticated with the sealed visit, so that nothing else can stand in its place. */
const VISIT_CONTEXT = "dossier-kiosk/visit/1";

export interface UnfinishedVisitOptions {
  readonly db: WritableDb;
  readonly keys: KeyStore;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly note?: ((sentence: string) => void) | undefined;
}

/**
 * The one row of the visit that is not finished, sealed under a key of its own: made before the row, destroyed after it.
 * What is left of the row in the file, its write-ahead log or a copy can then be read by nobody.
 */
export class UnfinishedVisit {
  readonly #options: UnfinishedVisitOptions;
  /** Made once: each use of raw bytes would make it anew, which takes longer than the sealing. */
  #key: KeyObject | undefined;

  /** Puts row and key in step where a power cut came between them. */
  constructor(options: UnfinishedVisitOptions) {
    this.#options = options;
    const { db, keys, note } = options;
    const key = keys.visitKey();
    this.#key = key && createSecretKey(key);
    const sealed = selectUnfinishedVisit(db);
    if (sealed !== undefined && this.read() === undefined) {
      note?.("The visit that was not finished cannot be read, as its key is gone; whoever was there begins anew.");
      deleteUnfinishedVisit(db);
    }
    if (sealed === undefined || this.read() === undefined) this.forget();
  }

  read(): string | undefined {
    const sealed = selectUnfinishedVisit(this.#options.db);
    if (sealed === undefined || this.#key === undefined) return undefined;
    const visit = unseal(sealed, this.#key, VISIT_CONTEXT);
    return visit.ok ? visit.value : undefined;
  }

  /** Seals what a commit says of the visit, outside its transaction; the function that comes back writes it inside. */
  prepare(visit: string | null | undefined): () => void {
    const { db, keys, randomBytes } = this.#options;
    if (visit === undefined) return () => {};
    if (visit === null) return () => deleteUnfinishedVisit(db);
    this.#key ??= createSecretKey(keys.beginVisitKey());
    const sealed = seal(visit, this.#key, { nonce: randomBytes(12), context: VISIT_CONTEXT });
    return () => upsertUnfinishedVisit(db, sealed);
  }

  /**
   * The row is gone, and its key goes. A disk that refuses undoes nothing of what was committed: the next visit makes
   * its key in place of this one, and the next start removes it.
   */
  forget(): void {
    this.#key = undefined;
    try {
      this.#options.keys.endVisitKey();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#options.note?.(`The key of a visit that ended could not be removed yet (${why}).`);
    }
  }
}
