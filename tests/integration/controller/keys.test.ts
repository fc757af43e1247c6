import { randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sodium from "libsodium-wrappers";
import { describe, expect, it } from "vitest";
import { loadOfficeBox } from "#controller/keys/officeBox.ts";
import { openKeys } from "#controller/keys/openKeys.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const dossierA = "a".repeat(32);
const dossierB = "b".repeat(32);
const open = (folder: string, mayCreate = true) => openKeys(folder, { mayCreate, randomBytes });

describe("the key folder", () => {
  it("gives the same keys back when it is opened again", () => {
    const folder = scratchFolder();
    const first = open(folder);
    const made = first.makeDossierKey(dossierA);
    const again = open(folder, false);
    expect(Buffer.from(again.dossierKey(dossierA) ?? [])).toEqual(Buffer.from(made));
    expect(again.visitKey).toEqual(first.visitKey);
    expect(again.signing.publicJwk).toEqual(first.signing.publicJwk);
    expect(again.dossierKey(dossierB)).toBeUndefined();
  });

  it("lets nobody else read a file, and holds no key in the clear except the master key", () => {
    const folder = scratchFolder();
    const keys = open(folder);
    const made = keys.makeDossierKey(dossierA);
    const path = join(folder, "dossiers", `${dossierA}.key`);
    for (const file of [path, join(folder, "master.key"), join(folder, "signing.key"), join(folder, "visit.key")])
      expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(path, "utf8")).not.toContain(Buffer.from(made).toString("base64"));
    expect(readFileSync(join(folder, "signing.key"), "utf8")).not.toContain('"d"');
  });

  it("destroys one key and leaves the others", () => {
    const folder = scratchFolder();
    const keys = open(folder);
    keys.makeDossierKey(dossierA);
    keys.makeDossierKey(dossierB);
    keys.destroyDossierKey(dossierA);
    keys.destroyDossierKey(dossierA);
    expect(keys.dossierKey(dossierA)).toBeUndefined();
    expect(open(folder).dossierKey(dossierA)).toBeUndefined();
    expect(open(folder).dossierKey(dossierB)).toBeDefined();
  });

  it("never gives a dossier a second key", () => {
    const keys = open(scratchFolder());
    keys.makeDossierKey(dossierA);
    expect(() => keys.makeDossierKey(dossierA)).toThrow(/has a key already/);
  });

  it("refuses names that are no dossier ids", () => {
    const keys = open(scratchFolder());
    expect(() => keys.makeDossierKey("../../etc/passwd")).toThrow();
  });

  it("is not disturbed by what a crash left half written", () => {
    const folder = scratchFolder();
    const keys = open(folder);
    writeFileSync(join(folder, "dossiers", `${dossierA}.key.new`), '{"vers');
    expect(keys.dossierKey(dossierA)).toBeUndefined();
    expect(keys.makeDossierKey(dossierA)).toHaveLength(32);
  });

  it("refuses to make new keys beside a log that is not empty", () => {
    const folder = scratchFolder();
    open(folder);
    rmSync(join(folder, "signing.key"));
    expect(() => open(folder, false)).toThrow(/signing\.key is missing/);
    rmSync(join(folder, "master.key"));
    expect(() => open(folder, false)).toThrow(/master\.key is missing, but its log is not empty/);
  });

  it("refuses a master key that others can read, and says what to do", () => {
    const folder = scratchFolder();
    open(folder);
    chmodSync(join(folder, "master.key"), 0o644);
    expect(() => open(folder)).toThrow(/chmod 600/);
  });

  it("refuses a key file that was swapped for another or damaged", () => {
    const folder = scratchFolder();
    const keys = open(folder);
    keys.makeDossierKey(dossierA);
    const shelf = join(folder, "dossiers");
    copyFileSync(join(shelf, `${dossierA}.key`), join(shelf, `${dossierB}.key`));
    expect(() => keys.dossierKey(dossierB)).toThrow(/damaged or belongs to another kiosk/);
    writeFileSync(join(folder, "visit.key"), "{}");
    expect(() => open(folder)).toThrow(/visit\.key is damaged/);
  });

  it("seals a key so that only the office opens it", async () => {
    const sealToOffice = await loadOfficeBox(randomBytes);
    await sodium.ready;
    const office = sodium.crypto_box_keypair();
    const key = randomBytes(32);
    const sealed = sealToOffice(key, Buffer.from(office.publicKey).toString("base64"));
    const opened = sodium.crypto_box_seal_open(Buffer.from(sealed, "base64"), office.publicKey, office.privateKey);
    expect(Buffer.from(opened)).toEqual(key);
  });
});
