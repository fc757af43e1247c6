/**
 * The kiosk's secret keys, kept apart from the log and outside its backups: destroying a dossier's key makes its
 * personal parts unreadable while the log's chain stays whole.
 */
export interface KeyStore {
  /** Seals the unfinished visit; 32 bytes. Undefined while no visit has one. */
  visitKey(): Uint8Array | undefined;
  /** Makes a key for the visit that begins. It is on the disk when this returns. Throws when the disk refuses. */
  beginVisitKey(): Uint8Array;
  /**
   * Destroys the visit's key: what was sealed with it can never be read again. Throws when the disk refuses to forget
   * it; then the next visit's key takes its place, and the next start tries again.
   */
  endVisitKey(): void;
  /** The dossier's data key, 32 bytes; undefined where none was made or it was destroyed. */
  dossierKey(dossierId: string): Uint8Array | undefined;
  /**
   * Makes the dossier's data key. It is on the disk when this returns, so that no event is ever sealed with a key that
   * a power cut takes away. Throws when the disk refuses.
   */
  makeDossierKey(dossierId: string): Uint8Array;
}

/** Seals bytes so that only the holder of the office's secret key reads them (libsodium sealed box); both as base64. */
export type SealToOffice = (bytes: Uint8Array, publicKey: string) => string;
