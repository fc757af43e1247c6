import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CredentialStore } from "#controller/keys/credentialStore.ts";
import { type OpenKeysOptions, openKeys } from "#controller/keys/openKeys.ts";
import { createRandomPool } from "#controller/keys/randomPool.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const dossier = "a".repeat(32);

/** A store in memory that can be locked. */
class MemoryStore implements CredentialStore {
  readonly secrets = new Map<string, string>();
  isLocked = false;

  read(account: string): string | undefined {
    this.#unlocked();
    return this.secrets.get(account);
  }

  write(account: string, secret: string): void {
    this.#unlocked();
    this.secrets.set(account, secret);
  }

  remove(account: string): void {
    this.#unlocked();
    this.secrets.delete(account);
  }

  #unlocked(): void {
    if (this.isLocked) throw new Error("the collection is locked");
  }
}

function open(folder: string, options: Partial<OpenKeysOptions> = {}) {
  return openKeys(folder, { mayCreate: true, randomBytes: createRandomPool(), ...options });
}

describe("the holder of the master key", () => {
  it("is the credential store where it works, with one secret and no probe left behind", () => {
    const store = new MemoryStore();
    const folder = scratchFolder();
    const made = open(folder, { credentialStore: store }).makeDossierKey(dossier);
    expect(store.secrets.size).toBe(1);
    expect(open(folder, { credentialStore: store, mayCreate: false }).dossierKey(dossier)).toEqual(made);
  });

  it("stays what it was at the first start: a store that is locked later is an error and never a new key", () => {
    const store = new MemoryStore();
    const folder = scratchFolder();
    const made = open(folder, { credentialStore: store }).makeDossierKey(dossier);
    store.isLocked = true;
    for (const mayCreate of [true, false])
      expect(() => open(folder, { credentialStore: store, mayCreate })).toThrow(/does not give the kiosk's master key/);
    store.isLocked = false;
    expect(open(folder, { credentialStore: store }).dossierKey(dossier)).toEqual(made);
    const asked = () => open(folder, { credentialStore: store, masterKey: "file" });
    expect(asked).toThrow(/was made with "credentialStore" and stays so/);
  });

  it("is a file where no store answers, and stays one when a store appears", () => {
    const store = new MemoryStore();
    store.isLocked = true;
    const folder = scratchFolder();
    const made = open(folder, { credentialStore: store }).makeDossierKey(dossier);
    store.isLocked = false;
    expect(open(folder, { credentialStore: store }).dossierKey(dossier)).toEqual(made);
    expect(store.secrets.size).toBe(0);
  });

  it("is refused where the configuration asks for a store and none answers", () => {
    const store = new MemoryStore();
    store.isLocked = true;
    const asked = () => open(scratchFolder(), { credentialStore: store, masterKey: "credentialStore" });
    expect(asked).toThrow(/no credential store of the operating system answers/);
  });

  it("opens the ring of before where a power cut took back what the store was told", () => {
    const store = new MemoryStore();
    const folder = scratchFolder();
    const keys = open(folder, { credentialStore: store });
    const kept = keys.makeDossierKey("b".repeat(32));
    keys.makeDossierKey(dossier);
    const before = new Map(store.secrets);
    keys.destroyDossierKeys([dossier]);
    for (const [account, secret] of before) store.secrets.set(account, secret);
    expect(open(folder, { credentialStore: store, mayCreate: false }).dossierKey("b".repeat(32))).toEqual(kept);
  });

  it("is Debian's key ring where one runs, over restarts of it and over a destruction", () => {
    const folder = scratchFolder();
    const home = join(folder, "home");
    mkdirSync(home);
    const script = new URL("../../support/keysInStore.ts", import.meta.url).pathname;
    const inSession = (step: string) => {
      const words = `printf pw | gnome-keyring-daemon --unlock --components=secrets >&2 && exec "$0" "$1" "$2" "$3"`;
      const command = ["--", "sh", "-c", words, process.execPath, script, join(folder, "keys"), step];
      const env = { ...process.env, HOME: home, XDG_DATA_HOME: join(home, "share"), XDG_RUNTIME_DIR: home };
      return spawnSync("dbus-run-session", command, { encoding: "utf8", env, timeout: 30_000 });
    };
    const first = inSession("make");
    expect(first.stdout, first.stderr).toBe("credentialStore 2 keys\n");
    expect(inSession("destroy").stdout).toBe("credentialStore 1 keys\n");
    expect(inSession("look").stdout).toBe("credentialStore 1 keys\n");
    const withoutStore = spawnSync(process.execPath, [script, join(folder, "keys"), "look"], {
      encoding: "utf8",
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: "unix:path=/nowhere" },
    });
    expect(withoutStore.stdout).toMatch(/does not give the kiosk's master key/);
  });
});
