import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type KioskKeys, openKeys } from "#controller/keys/openKeys.ts";
import { CutFolder, PowerCut } from "#tests/support/cutFolder.ts";

const ids = ["a", "b", "c", "d", "e"].map((letter) => letter.repeat(32));
const [first = "", second = "", third = "", fourth = "", fifth = ""] = ids;

let drawn = 0;

/** Bytes that look random, never the same twice, and the same in each run. */
function chance(): (count: number) => Uint8Array {
  return (count) => {
    drawn += 1;
    return createHash("shake256", { outputLength: count }).update(`draw ${drawn}`).digest();
  };
}

/** What the disk owes: noted when a call returned, so that a power cut may not take it back. */
class Promised {
  readonly live = new Map<string, string | undefined>();
  /** A destruction was begun: until it returned, both are right. */
  readonly maybe = new Set<string>();
  readonly gone = new Set<string>();
  visit: string | undefined | "either";
}

/** A life of the key folder with everything that it can do. */
function live(keys: KioskKeys, promised: Promised): void {
  const make = (dossierId: string): void => void promised.live.set(dossierId, hex(keys.makeDossierKey(dossierId)));
  const destroy = (dossierIds: readonly string[]): void => {
    for (const dossierId of dossierIds) promised.maybe.add(dossierId);
    keys.destroyDossierKeys(dossierIds);
    for (const dossierId of dossierIds) promised.gone.add(dossierId);
  };
  make(first);
  make(second);
  promised.visit = "either";
  promised.visit = hex(keys.beginVisitKey());
  make(third);
  destroy([first, third]);
  make(fourth);
  promised.visit = "either";
  keys.endVisitKey();
  promised.visit = undefined;
  keys.adoptDossierKeys(new Map([[fifth, new Uint8Array(32).fill(5)]]));
  promised.live.set(fifth, hex(new Uint8Array(32).fill(5)));
  destroy([second]);
}

function hex(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes).toString("hex");
}

const options = () => ({ mayCreate: true, randomBytes: chance(), masterKey: "file" as const });

/** Opens a folder again, lives on, and holds it against what was promised. */
function check(folder: CutFolder, promised: Promised): void {
  const keys = openKeys(folder, options());
  for (const [dossierId, key] of promised.live) {
    const found = hex(keys.dossierKey(dossierId));
    if (promised.gone.has(dossierId)) expect(found).toBeUndefined();
    else if (!promised.maybe.has(dossierId)) expect(found).toBe(key);
  }
  if (promised.visit !== "either") expect(hex(keys.visitKey())).toBe(promised.visit);
  const rings = folder.names().filter((name) => name.startsWith("ring."));
  expect(rings).toHaveLength(1);
  expect(folder.names().some((name) => name.endsWith(".new"))).toBe(false);
  const added = keys.makeDossierKey("f".repeat(32));
  expect(hex(openKeys(folder, options()).dossierKey("f".repeat(32)))).toBe(hex(added));
}

/** Cuts before each operation of the opening itself. */
function cutMending(disk: ReadonlyMap<string, Buffer>, promised: Promised): void {
  for (let cutAt = 0; ; cutAt += 1) {
    const mending = new CutFolder(disk, cutAt);
    try {
      openKeys(mending, options());
      return;
    } catch (error) {
      expect(error).toBeInstanceOf(PowerCut);
    }
    for (const left of mending.disksAfterCut()) check(new CutFolder(left), promised);
  }
}

describe("the key folder when the power goes", () => {
  it("opens with every live key after a cut before each operation, whatever of it reached the disk", () => {
    const whole = new CutFolder();
    live(openKeys(whole, options()), new Promised());
    expect(whole.operations).toBeGreaterThan(30);
    let disks = 0;
    for (let cutAt = 0; cutAt <= whole.operations; cutAt += 1) {
      const folder = new CutFolder(new Map(), cutAt);
      const promised = new Promised();
      expect(() => {
        live(openKeys(folder, options()), promised);
        throw new PowerCut();
      }).toThrow(PowerCut);
      for (const disk of folder.disksAfterCut()) {
        check(new CutFolder(disk), promised);
        disks += 1;
      }
    }
    expect(disks).toBeGreaterThan(100);
  });

  it("opens with every live key after a second cut while the first was being mended", { timeout: 60_000 }, () => {
    const whole = new CutFolder();
    live(openKeys(whole, options()), new Promised());
    for (let cutAt = 0; cutAt <= whole.operations; cutAt += 1) {
      const folder = new CutFolder(new Map(), cutAt);
      const promised = new Promised();
      expect(() => {
        live(openKeys(folder, options()), promised);
        throw new PowerCut();
      }).toThrow(PowerCut);
      for (const disk of folder.disksAfterCut()) cutMending(disk, promised);
    }
  });

  it("refuses a new key while it is not known which master key counts, and settles that first", () => {
    const folder = new CutFolder();
    const keys = openKeys(folder, options());
    keys.makeDossierKey(first);
    const kept = hex(keys.makeDossierKey(second));
    const syncNames = folder.syncNames.bind(folder);
    let refusals = 0;
    folder.syncNames = () => {
      const isRenamed = folder.operations > 0 && !folder.names().includes("master.key.new");
      if (folder.names().includes("ring.2") && isRenamed && refusals < 3) {
        refusals += 1;
        if (refusals > 1) throw new Error("The disk does not answer.");
      }
      syncNames();
    };
    expect(() => keys.destroyDossierKeys([first])).toThrow("does not answer");
    expect(() => keys.makeDossierKey(third)).toThrow("does not answer");
    expect(keys.dossierKey(third)).toBeUndefined();
    const made = hex(keys.makeDossierKey(third));
    for (const disk of folder.disksAfterCut()) {
      const again = openKeys(new CutFolder(disk), options());
      expect([hex(again.dossierKey(second)), hex(again.dossierKey(third))]).toEqual([kept, made]);
    }
  });
});
