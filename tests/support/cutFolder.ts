import { KeyError } from "#controller/keys/keyError.ts";
import type { KeyFolder } from "#controller/keys/keyFolder.ts";

/** The power went before this operation. */
export class PowerCut extends Error {}

/** A file as the disk has it: what is not synced may be there or not. */
interface Inode {
  synced: Buffer;
  written: Buffer;
}

/** What may become of changes that were not synced when the power went. */
export interface CutResult {
  /** How many of the changes of names, in their order, reached the disk. */
  readonly names: number;
  /** Part of the bytes not synced that reached the disk, 0..1. */
  readonly bytes: number;
}

type Names = Map<string, Inode>;

/**
 * A key folder in memory that loses power before the `cutAt`th operation. It then tells which disks a restart may find:
 * changes of names reach the disk in their order or not at all until `syncNames`, bytes of a file wholly, in part or not
 * at all until `sync`.
 */
export class CutFolder implements KeyFolder {
  readonly path = "/keys";
  operations = 0;
  readonly #durable: Names;
  readonly #names: Names;
  #pending: ((names: Names) => void)[] = [];
  readonly #cutAt: number;

  constructor(files: ReadonlyMap<string, Buffer> = new Map(), cutAt = Number.POSITIVE_INFINITY) {
    this.#durable = new Map([...files].map(([name, bytes]) => [name, { synced: bytes, written: bytes }]));
    this.#names = new Map(this.#durable);
    this.#cutAt = cutAt;
  }

  names(): readonly string[] {
    return [...this.#names.keys()];
  }

  read(name: string): Uint8Array | undefined {
    return this.#names.get(name)?.written;
  }

  isOpenToOthers(): boolean {
    return false;
  }

  write(name: string, bytes: Uint8Array, at: number): void {
    this.#step();
    const found = this.#names.get(name);
    const inode = found ?? { synced: Buffer.alloc(0), written: Buffer.alloc(0) };
    inode.written = Buffer.concat([inode.written.subarray(0, at), bytes]);
    if (found === undefined) this.#change((names) => names.set(name, inode));
  }

  sync(name: string): void {
    this.#step();
    const inode = this.#names.get(name);
    if (inode === undefined) throw new KeyError(`There is no ${name}.`);
    inode.synced = inode.written;
  }

  rename(from: string, to: string): void {
    this.#step();
    this.#change((names) => {
      const inode = names.get(from);
      names.delete(from);
      if (inode !== undefined) names.set(to, inode);
    });
  }

  remove(name: string): void {
    this.#step();
    this.#change((names) => names.delete(name));
  }

  syncNames(): void {
    this.#step();
    for (const change of this.#pending) change(this.#durable);
    this.#pending = [];
  }

  /** Every disk that a restart may find after the cut, each once. */
  *disksAfterCut(): Iterable<ReadonlyMap<string, Buffer>> {
    const seen = new Set<string>();
    for (let names = 0; names <= this.#pending.length; names += 1)
      for (const bytes of [0, 0.5, 1]) {
        const disk = this.#diskAfter({ names, bytes });
        const content = [...disk].map(([name, text]) => `${name}:${text.toString("latin1")}`).join("|");
        if (!seen.has(content)) yield disk;
        seen.add(content);
      }
  }

  #diskAfter({ names, bytes }: CutResult): ReadonlyMap<string, Buffer> {
    const found: Names = new Map(this.#durable);
    for (const change of this.#pending.slice(0, names)) change(found);
    return new Map([...found].map(([name, inode]) => [name, partly(inode, bytes)]));
  }

  #change(how: (names: Names) => void): void {
    how(this.#names);
    this.#pending.push(how);
  }

  #step(): void {
    if (this.operations >= this.#cutAt) throw new PowerCut();
    this.operations += 1;
  }
}

function partly({ synced, written }: Inode, part: number): Buffer {
  if (synced === written || part === 0) return synced;
  const common = written.subarray(0, synced.length).equals(synced) ? synced.length : 0;
  const reached = common + Math.round((written.length - common) * part);
  return written.subarray(0, reached);
}
