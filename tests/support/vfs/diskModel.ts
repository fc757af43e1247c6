import { dirname, join } from "node:path";
import { assert } from "#core/base/assert.ts";
import { type ContentChange, changeName, contentAfter, type DiskImage, type NameChange } from "./diskImage.ts";
import type { TraceRecord } from "./traceRecord.ts";

/** A file whatever its name: what is on the disk for sure, and what may be. */
export class DiskFile {
  durable: Buffer;
  pending: ContentChange[] = [];

  constructor(durable: Buffer = Buffer.alloc(0)) {
    this.durable = durable;
  }

  sync(): void {
    if (this.pending.length === 0) return;
    this.durable = contentAfter(this.durable, this.pending);
    this.pending = [];
  }
}

/**
 * What a disk promises, and no more: content is there after a sync of the file, a name after a sync of its folder.
 * Changes of names reach the disk in their order, as journaling file systems keep it; changes of content in none.
 */
export class DiskModel {
  readonly root: string;
  /** Names that are on the disk for sure. */
  readonly durableNames = new Map<string, DiskFile>();
  readonly durableFolders = new Set<string>();
  /** Changes of names by folder, oldest first. */
  readonly pendingNames = new Map<string, NameChange<DiskFile>[]>();
  readonly #names = new Map<string, DiskFile>();

  /** `root` is there from the beginning, and so is `before`. */
  constructor(root: string, before?: DiskImage) {
    this.root = root;
    this.durableFolders.add(root);
    for (const folder of before?.folders ?? []) this.durableFolders.add(join(root, folder));
    for (const [path, content] of before?.files ?? []) {
      const file = new DiskFile(content);
      this.durableNames.set(join(root, path), file);
      this.#names.set(join(root, path), file);
    }
  }

  take(record: TraceRecord): void {
    switch (record.kind) {
      case "note":
        return;
      case "created":
        return this.#link(record.path, new DiskFile());
      case "renamed":
        return this.#rename(record.path, record.to);
      case "deleted":
        this.#names.delete(record.path);
        return this.#changeNames({ kind: "unlinked", path: record.path });
      case "folderMade":
        return this.#changeNames({ kind: "folderMade", path: record.path });
      case "folderSynced":
        return this.#syncFolder(dirname(record.path));
      case "synced":
        return this.#file(record.path).sync();
      default:
        this.#file(record.path).pending.push(record);
    }
  }

  /** False where every cut leaves the same disk. */
  get isUncertain(): boolean {
    return this.pendingNames.size > 0 || [...this.#names.values()].some(({ pending }) => pending.length > 0);
  }

  #file(path: string): DiskFile {
    const file = this.#names.get(path);
    assert(file, `The trace writes to ${path}, which was never made.`);
    return file;
  }

  #link(path: string, file: DiskFile, from?: string): void {
    this.#names.set(path, file);
    this.#changeNames({ kind: "linked", path, file, from });
  }

  #rename(path: string, to: string): void {
    assert(dirname(path) === dirname(to), "Files are renamed inside one folder only.");
    const file = this.#file(path);
    this.#names.delete(path);
    this.#link(to, file, path);
  }

  #changeNames(change: NameChange<DiskFile>): void {
    const folder = dirname(change.path);
    const changes = this.pendingNames.get(folder);
    if (changes === undefined) this.pendingNames.set(folder, [change]);
    else changes.push(change);
  }

  #syncFolder(folder: string): void {
    for (const change of this.pendingNames.get(folder) ?? [])
      changeName(this.durableNames, this.durableFolders, change);
    this.pendingNames.delete(folder);
  }
}
