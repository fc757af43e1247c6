import { createHmac } from "node:crypto";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Id } from "#core/domain/ids.ts";
import type { KeyStore } from "#core/interfaces/keyStore.ts";
import { syncFolder } from "./durableFile.ts";
import { KeyError } from "./keyError.ts";
import { type MasterKeyOptions, openMasterKey } from "./masterKey.ts";
import { makeSigningKeyText, readSigningKey, type SigningKey } from "./signingKey.ts";
import { readWrapped, type WrappedPlace, writeWrapped } from "./wrappedFile.ts";

/** Most dossier keys kept in memory; the rest are read from the disk when needed. */
const KEPT_KEYS = 1_000;

/** All secret keys of a kiosk. */
export interface KioskKeys extends KeyStore {
  readonly signing: SigningKey;
  /** Signs the session cookies of the local channel; 32 bytes, the same after a restart. */
  readonly channelKey: Uint8Array;
  /** Ends the retention of a dossier's personal data: durable when it returns. No harm where there is no key. */
  destroyDossierKey(dossierId: string): void;
}

/**
 * Opens the key folder (mode 0700): one master key that only the kiosk's user reads, and under it, wrapped, the
 * signing key, the visit key and one file per dossier, so that destroying one key touches no other. Throws a
 * `KeyError` where something is missing or damaged.
 */
export function openKeys(folder: string, options: MasterKeyOptions): KioskKeys {
  const dossierFolder = join(folder, "dossiers");
  if (!existsSync(dossierFolder)) {
    mkdirSync(dossierFolder, { recursive: true, mode: 0o700 });
    for (const changed of [folder, dirname(folder)]) syncFolder(changed);
  }
  const masterKey = openMasterKey(folder, options);
  const files: KeyFiles = { ...options, masterKey };
  const signing = openOwn({ path: join(folder, "signing.key"), purpose: "signing" }, files, () =>
    makeSigningKeyText(options.randomBytes(32)),
  );
  const visit = openOwn({ path: join(folder, "visit.key"), purpose: "visit" }, files, () =>
    Buffer.from(options.randomBytes(32)).toString("base64"),
  );
  return {
    signing: readSigningKey(signing),
    visitKey: Buffer.from(visit, "base64"),
    channelKey: createHmac("sha256", masterKey).update("dossier-kiosk/channel/1").digest(),
    ...dossierKeys(dossierFolder, files),
  };
}

interface KeyFiles extends MasterKeyOptions {
  readonly masterKey: Uint8Array;
}

function openOwn(place: WrappedPlace, files: KeyFiles, make: () => string): string {
  const found = readWrapped(place, files.masterKey);
  if (found !== undefined) return found;
  if (!files.mayCreate)
    throw new KeyError(`The key file ${place.path} is missing, but the kiosk's log is not empty. Put it back.`);
  const made = make();
  writeWrapped(place, made, { masterKey: files.masterKey, nonce: files.randomBytes(12) });
  return made;
}

function dossierKeys(
  folder: string,
  files: KeyFiles,
): Pick<KioskKeys, "dossierKey" | "makeDossierKey" | "destroyDossierKey"> {
  const kept = new Map<string, Uint8Array>();
  const keep = (dossierId: string, key: Uint8Array): Uint8Array => {
    const oldest = kept.size >= KEPT_KEYS ? kept.keys().next() : undefined;
    if (oldest?.done === false) kept.delete(oldest.value);
    kept.set(dossierId, key);
    return key;
  };
  const read = (dossierId: string): Uint8Array | undefined => {
    const text = readWrapped(placeOf(folder, dossierId), files.masterKey);
    return text === undefined ? undefined : keep(dossierId, Buffer.from(text, "base64"));
  };
  return {
    dossierKey: (dossierId) => kept.get(dossierId) ?? read(dossierId),
    makeDossierKey: (dossierId) => {
      const place = placeOf(folder, dossierId);
      if (existsSync(place.path)) throw new KeyError("A dossier has a key already; a second one would lose its data.");
      const key = Buffer.from(files.randomBytes(32));
      writeWrapped(place, key.toString("base64"), { masterKey: files.masterKey, nonce: files.randomBytes(12) });
      return keep(dossierId, key);
    },
    destroyDossierKey: (dossierId) => {
      const place = placeOf(folder, dossierId);
      kept.delete(dossierId);
      if (!existsSync(place.path)) return;
      rmSync(place.path);
      syncFolder(folder);
    },
  };
}

function placeOf(folder: string, dossierId: string): WrappedPlace {
  const id = Id.parse(dossierId);
  return { path: join(folder, `${id}.key`), purpose: `dossier/${id}` };
}
