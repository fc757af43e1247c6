import { Id } from "#core/domain/ids.ts";
import { KeyError } from "./keyError.ts";
import type { KeyFolder } from "./keyFolder.ts";
import type { MasterKey, MasterKeyHolder } from "./masterKey.ts";
import { addedLine, type RingContents, readRing, ringText } from "./ringFile.ts";

/** The kiosk's keys in one small file, `ring.N`, that only the master key of generation N opens. */
export interface KeyRing {
  readonly contents: RingContents;
  /** Keeps a new dossier key: on the disk when it returns. */
  add(dossierId: string, key: Uint8Array): void;
  /** Keeps several keys, and replaces the master key. */
  addAll(keys: ReadonlyMap<string, Uint8Array>): void;
  /**
   * Destroys keys by replacing the master key: when it returns, no copy of a ring file that was taken before can be
   * opened any more. Once for all of them; nothing happens where none of them is there.
   */
  destroy(dossierIds: Iterable<string>): void;
}

export interface KeyRingOptions {
  readonly folder: KeyFolder;
  readonly holder: MasterKeyHolder;
  /** False where a log exists already: then a missing key means a lost one, and a new one would hide that. */
  readonly mayCreate: boolean;
  readonly randomBytes: (count: number) => Uint8Array;
  /** What a new ring holds. */
  readonly makeContents: () => RingContents;
}

/** Opens the ring of the master key's generation and removes all others. Throws a `KeyError` where that cannot be done. */
export function openKeyRing(options: KeyRingOptions): KeyRing {
  return new RingInFolder(options, options.holder.read() ?? makeRing(options));
}

function makeRing({ folder, holder, mayCreate, randomBytes, makeContents }: KeyRingOptions): MasterKey {
  if (!mayCreate)
    throw new KeyError(
      `The kiosk's master key ${holder.place} is missing, but its log is not empty. Put it back; ` +
        "without it receipts and personal data of this log cannot be read. Nothing was changed.",
    );
  const master = { generation: 1, key: randomBytes(32) };
  writeRing(folder, master, ringText(makeContents(), master, { randomBytes }));
  holder.replace(master);
  return master;
}

class RingInFolder implements KeyRing {
  readonly #options: KeyRingOptions;
  readonly #dossiers: Map<string, Uint8Array>;
  readonly #fixed: Omit<RingContents, "dossiers">;
  #master: MasterKey;
  #bytes: number;
  #lines: number;
  /** The newest generation of which a ring was begun. */
  #begun: number;
  /** A replacement failed half-way: which master key a restart finds is not known, so nothing is added to either ring. */
  #isUnsettled = false;

  constructor(options: KeyRingOptions, master: MasterKey) {
    const { folder } = options;
    const file = folder.read(nameOf(master));
    const found = file && readRing(file, master);
    if (found === undefined)
      throw new KeyError(
        `The key file ${folder.path}/${nameOf(master)} is ${file ? "damaged or belongs to another kiosk" : "missing"}. Put it back. Nothing was changed.`,
      );
    const { dossiers, ...fixed } = found.contents;
    this.#options = options;
    this.#master = master;
    this.#begun = master.generation;
    this.#dossiers = new Map(dossiers);
    this.#fixed = fixed;
    this.#bytes = found.bytes;
    this.#lines = found.lines;
    this.#removeOthers();
  }

  get contents(): RingContents {
    return { ...this.#fixed, dossiers: this.#dossiers };
  }

  add(dossierId: string, key: Uint8Array): void {
    const id = Id.parse(dossierId);
    if (this.#dossiers.has(id)) throw new KeyError("A dossier has a key already; a second one would lose its data.");
    if (this.#isUnsettled) this.#replace(this.#dossiers);
    const { folder, randomBytes } = this.#options;
    const place = { master: this.#master, index: this.#lines, randomBytes };
    const line = Buffer.from(addedLine({ dossierId: id, key }, place), "latin1");
    // Over whatever a failed attempt left behind the last whole line.
    folder.write(nameOf(this.#master), line, this.#bytes);
    folder.sync(nameOf(this.#master));
    this.#bytes += line.length;
    this.#lines += 1;
    this.#dossiers.set(id, key);
  }

  addAll(keys: ReadonlyMap<string, Uint8Array>): void {
    for (const id of keys.keys()) Id.parse(id);
    this.#replace(new Map([...this.#dossiers, ...keys]));
  }

  destroy(dossierIds: Iterable<string>): void {
    const left = new Map(this.#dossiers);
    for (const dossierId of dossierIds) left.delete(dossierId);
    if (left.size === this.#dossiers.size && !this.#isUnsettled) return;
    this.#replace(left);
  }

  /** The new ring first, then the new master key, which decides; only then the old ring goes. */
  #replace(dossiers: ReadonlyMap<string, Uint8Array>): void {
    const { folder, holder, randomBytes } = this.#options;
    const master = { generation: this.#begun + 1, key: randomBytes(32) };
    const text = ringText({ ...this.#fixed, dossiers }, master, { randomBytes });
    this.#begun = master.generation;
    writeRing(folder, master, text);
    this.#isUnsettled = true;
    holder.replace(master);
    this.#isUnsettled = false;
    const before = this.#master;
    this.#master = master;
    this.#bytes = text.length;
    this.#lines = 1;
    for (const id of [...this.#dossiers.keys()]) if (!dossiers.has(id)) this.#dossiers.delete(id);
    for (const [id, key] of dossiers) this.#dossiers.set(id, key);
    this.#removeOthers(holder.isDurableAtOnce ? undefined : before);
  }

  #removeOthers(kept?: MasterKey): void {
    const { folder } = this.#options;
    const staying = [this.#master, ...(kept ? [kept] : [])].map(nameOf);
    const others = folder.names().filter((name) => isOurs(name) && !staying.includes(name));
    for (const name of others) folder.remove(name);
    if (others.length > 0) folder.syncNames();
  }
}

/** Under its own name at once: nobody reads a ring before the master key of its generation is there. */
function writeRing(folder: KeyFolder, master: MasterKey, text: string): void {
  folder.write(nameOf(master), Buffer.from(text, "latin1"), 0);
  folder.sync(nameOf(master));
  folder.syncNames();
}

function nameOf({ generation }: MasterKey): string {
  return `ring.${generation}`;
}

/** Rings, and what a power cut left of a file that was being replaced. */
function isOurs(name: string): boolean {
  return /^ring\.\d+$/.test(name) || name.endsWith(".new");
}
