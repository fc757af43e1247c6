import { createRequire } from "node:module";
import { KeyError } from "./keyError.ts";
import { type MasterKeyHolder, masterKeyText, readMasterKeyText } from "./masterKey.ts";

/** The operating system's credential store, as far as the kiosk uses it: one secret under a name. */
export interface CredentialStore {
  /** Undefined where the store has none. Throws where it does not answer or is locked. */
  read(account: string): string | undefined;
  /** Throws where the store refuses. */
  write(account: string, secret: string): void;
  remove(account: string): void;
}

const SERVICE = "dossier-kiosk";

/**
 * Secret Service on Linux, Keychain on macOS, Credential Manager on Windows. On Linux never the kernel's key ring, into
 * which the library would fall back: it forgets everything when the machine is switched off.
 */
export function systemCredentialStore(): CredentialStore {
  const entry = (account: string) =>
    new (loadKeyring().Entry)(SERVICE, account, { linux: { store: "secret-service" } });
  return {
    read: (account) => entry(account).getPassword() ?? undefined,
    write: (account, secret) => entry(account).setPassword(secret),
    remove: (account) => void entry(account).deleteCredential(),
  };
}

/** Loaded where it is used: a machine that keeps its key in a file needs neither the library nor its binary. */
function loadKeyring(): typeof import("@napi-rs/keyring") {
  // `require` has no types; the package's own are those of its CommonJS module.
  return createRequire(import.meta.url)("@napi-rs/keyring") as typeof import("@napi-rs/keyring");
}

/** The master key in the operating system's credential store, under a name that belongs to one key folder. */
export function masterKeyInStore(store: CredentialStore, account: string): MasterKeyHolder {
  const place = `"${account}" of ${SERVICE} in the operating system's credential store`;
  return {
    place,
    isDurableAtOnce: false,
    read: () => {
      const text = asked(() => store.read(account), place);
      return text === undefined ? undefined : readMasterKeyText(text, place);
    },
    replace: (master) => {
      const text = masterKeyText(master);
      asked(() => store.write(account, text), place);
      if (asked(() => store.read(account), place) !== text)
        throw new KeyError(`The credential store does not give back the kiosk's master key ${place}.`);
    },
  };
}

/** True where the store takes a secret, gives it back and forgets it. */
export function doesStoreWork(store: CredentialStore, account: string): boolean {
  try {
    store.write(account, "probe");
    const isKept = store.read(account) === "probe";
    store.remove(account);
    return isKept;
  } catch {
    return false;
  }
}

function asked<Answer>(ask: () => Answer, place: string): Answer {
  try {
    return ask();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new KeyError(
      `The operating system's credential store does not give the kiosk's master key, ${place} (${why}). ` +
        "Unlock the store or start its service, as the user who runs the kiosk. Nothing was changed.",
    );
  }
}
