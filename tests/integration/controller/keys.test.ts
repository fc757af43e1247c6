import { randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sodium from "libsodium-wrappers";
import { describe, expect, it } from "vitest";
import { sealToKiosk } from "#backoffice/server/officeKeyFile.ts";
import { loadKioskBox } from "#controller/keys/kioskBox.ts";
import { loadOfficeBox } from "#controller/keys/officeBox.ts";
import { openKeys } from "#controller/keys/openKeys.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const dossierA = "a".repeat(32);
const dossierB = "b".repeat(32);
const open = (folder: string, mayCreate = true) => openKeys(folder, { mayCreate, randomBytes, masterKey: "file" });

describe("the key folder", () => {
  it("gives the same keys back when it is opened again", () => {
    const folder = scratchFolder();
    const first = open(folder);
    const [madeA, madeB] = [first.makeDossierKey(dossierA), first.makeDossierKey(dossierB)];
    const visit = first.beginVisitKey();
    const again = open(folder, false);
    expect(again.dossierKey(dossierA)).toEqual(madeA);
    expect(again.dossierKey(dossierB)).toEqual(madeB);
    expect(again.visitKey()).toEqual(visit);
    expect(again.channelKey).toEqual(Buffer.from(first.channelKey));
    expect(again.signing.publicJwk).toEqual(first.signing.publicJwk);
    expect(again.dossierKey("c".repeat(32))).toBeUndefined();
  });

  it("lets nobody else read a file, and holds no key in the clear except the master key", () => {
    const folder = scratchFolder();
    const keys = open(folder);
    const secrets = [keys.makeDossierKey(dossierA), keys.beginVisitKey(), keys.channelKey, keys.signing.seed()];
    expect(readdirSync(folder).sort()).toEqual(["holder.json", "master.key", "ring.1", "visit.key"]);
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
      const bytes = readFileSync(join(folder, name));
      for (const secret of secrets) {
        expect(bytes.includes(Buffer.from(secret))).toBe(false);
        expect(bytes.includes(Buffer.from(secret).toString("base64").slice(0, 40))).toBe(false);
      }
    }
  });

  it("destroys one key and leaves the others, and one visit's key with its visit", () => {
    const folder = scratchFolder();
    const keys = open(folder);
    keys.makeDossierKey(dossierA);
    const kept = keys.makeDossierKey(dossierB);
    keys.destroyDossierKeys([dossierA]);
    keys.destroyDossierKeys([dossierA]);
    expect(readdirSync(folder)).toContain("ring.2");
    expect(keys.dossierKey(dossierA)).toBeUndefined();
    expect(open(folder).dossierKey(dossierA)).toBeUndefined();
    expect(open(folder).dossierKey(dossierB)).toEqual(kept);
    const visit = keys.beginVisitKey();
    keys.destroyDossierKeys([dossierB]);
    expect(open(folder).visitKey()).toEqual(visit);
    keys.endVisitKey();
    keys.endVisitKey();
    expect(open(folder).visitKey()).toBeUndefined();
  });

  it("opens no copy of a ring that was taken before a destruction, not even with the key of today", () => {
    const folder = scratchFolder();
    const keys = open(folder);
    keys.makeDossierKey(dossierA);
    copyFileSync(join(folder, "ring.1"), join(folder, "copy"));
    keys.destroyDossierKeys([dossierA]);
    copyFileSync(join(folder, "copy"), join(folder, "ring.2"));
    expect(() => open(folder)).toThrow(/ring\.2 is damaged or belongs to another kiosk/);
  });

  it("takes over what the back office gave back, and keeps what was there", () => {
    const folder = scratchFolder();
    const keys = open(folder);
    const own = keys.makeDossierKey(dossierA);
    const given = randomBytes(32);
    keys.adoptDossierKeys(new Map([[dossierB, given]]));
    expect([keys.dossierKey(dossierB), open(folder).dossierKey(dossierB)]).toEqual([given, given]);
    expect(open(folder).dossierKey(dossierA)).toEqual(own);
  });

  it("never gives a dossier a second key", () => {
    const keys = open(scratchFolder());
    keys.makeDossierKey(dossierA);
    expect(() => keys.makeDossierKey(dossierA)).toThrow(/has a key already/);
  });

  it("refuses names that are no dossier ids", () => {
    const keys = open(scratchFolder());
    expect(() => keys.makeDossierKey("../../etc/passwd")).toThrow();
    expect(() => keys.adoptDossierKeys(new Map([["__proto__", randomBytes(32)]]))).toThrow();
  });

  it("goes on behind the last whole line where a power cut tore one", () => {
    const folder = scratchFolder();
    const kept = open(folder).makeDossierKey(dossierA);
    const path = join(folder, "ring.1");
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from("tXJuIGxpbmU")]));
    const made = open(folder).makeDossierKey(dossierB);
    const again = open(folder);
    expect([again.dossierKey(dossierA), again.dossierKey(dossierB)]).toEqual([kept, made]);
  });

  it("refuses a ring in which a line before the last is damaged", () => {
    const folder = scratchFolder();
    const keys = open(folder);
    for (const dossierId of [dossierA, dossierB]) keys.makeDossierKey(dossierId);
    const path = join(folder, "ring.1");
    const lines = readFileSync(path, "latin1").split("\n");
    writeFileSync(path, [lines[0], "AAAA", ...lines.slice(2)].join("\n"));
    expect(() => open(folder)).toThrow(/ring\.1 is damaged/);
    writeFileSync(path, "AAAA\n");
    expect(() => open(folder)).toThrow(/ring\.1 is damaged/);
  });

  it("refuses to make new keys beside a log that is not empty", () => {
    const folder = scratchFolder();
    open(folder);
    rmSync(join(folder, "ring.1"));
    expect(() => open(folder, false)).toThrow(/ring\.1 is missing/);
    rmSync(join(folder, "master.key"));
    expect(() => open(folder, false)).toThrow(/master\.key is missing, but its log is not empty/);
    rmSync(join(folder, "holder.json"));
    expect(() => open(folder, false)).toThrow(/keys are missing from .*, but its log is not empty/);
  });

  it("refuses a master key that others can read, and says what to do", () => {
    const folder = scratchFolder();
    open(folder);
    chmodSync(join(folder, "master.key"), 0o644);
    expect(() => open(folder)).toThrow(/chmod 600/);
    chmodSync(join(folder, "master.key"), 0o600);
    writeFileSync(join(folder, "master.key"), "{}");
    expect(() => open(folder)).toThrow(/master\.key is damaged/);
  });

  it("opens what the office seals to the kiosk's own signing key, and nothing else", async () => {
    const keys = open(scratchFolder());
    const openFromOffice = await loadKioskBox(keys.signing);
    const key = randomBytes(32);
    const { x } = keys.signing.publicJwk;
    expect(Buffer.from(openFromOffice(sealToKiosk(key, x)) ?? [])).toEqual(key);
    const other = open(scratchFolder()).signing.publicJwk.x;
    expect(openFromOffice(sealToKiosk(key, other))).toBeUndefined();
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
