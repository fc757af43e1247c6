import type { KeyStore } from "#core/interfaces/keyStore.ts";
import { chooseHolder, type MasterKeySetting } from "./chooseHolder.ts";
import { type CredentialStore, systemCredentialStore } from "./credentialStore.ts";
import { type KeyFolder, openKeyFolder } from "./keyFolder.ts";
import { openKeyRing } from "./keyRing.ts";
import { makeSigningKeyText, readSigningKey, type SigningKey } from "./signingKey.ts";
import { openVisitKey } from "./visitKey.ts";

/** All secret keys of a kiosk. */
export interface KioskKeys extends KeyStore {
  readonly signing: SigningKey;
  /** Signs the session cookies of the local channel; 32 bytes, the same after a restart. */
  readonly channelKey: Uint8Array;
  /** Takes dossier keys over that the back office gave back; durable when it returns. */
  adoptDossierKeys(keys: ReadonlyMap<string, Uint8Array>): void;
  /**
   * Ends what these keys open, for good: when it returns, neither the key folder nor an older copy of it opens anything
   * that they sealed. Dossiers without a key do no harm.
   */
  destroyDossierKeys(dossierIds: Iterable<string>): void;
}

export interface OpenKeysOptions {
  /** False where a log exists already: then a missing key means a lost one, and a new one would hide that. */
  readonly mayCreate: boolean;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Who keeps the master key; counts at the first start. Default `auto`. */
  readonly masterKey?: MasterKeySetting;
  /** Default: the operating system's. */
  readonly credentialStore?: CredentialStore;
}

/**
 * Opens the key folder (mode 0700): one small ring file with every key, which the master key opens, and while a visit
 * lasts the visit's own key. Throws a `KeyError` where something is missing or damaged.
 */
export function openKeys(folder: string | KeyFolder, options: OpenKeysOptions): KioskKeys {
  const files = typeof folder === "string" ? openKeyFolder(folder) : folder;
  const { mayCreate, randomBytes, masterKey = "auto", credentialStore = systemCredentialStore() } = options;
  const holder = chooseHolder(files, { setting: masterKey, mayCreate, credentialStore, randomBytes });
  const ring = openKeyRing({
    folder: files,
    holder,
    mayCreate,
    randomBytes,
    makeContents: () => ({
      signing: makeSigningKeyText(randomBytes(32)),
      channel: randomBytes(32),
      visitWrap: randomBytes(32),
      dossiers: new Map(),
    }),
  });
  const { signing, channel, visitWrap } = ring.contents;
  const visit = openVisitKey(files, { wrap: visitWrap, randomBytes });
  return {
    signing: readSigningKey(signing),
    channelKey: channel,
    visitKey: visit.current,
    beginVisitKey: visit.begin,
    endVisitKey: visit.end,
    dossierKey: (dossierId) => ring.contents.dossiers.get(dossierId),
    makeDossierKey: (dossierId) => {
      const key = Buffer.from(randomBytes(32));
      ring.add(dossierId, key);
      return key;
    },
    adoptDossierKeys: (keys) => ring.addAll(keys),
    destroyDossierKeys: (dossierIds) => ring.destroy(dossierIds),
  };
}
