import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A disk as it is found when the power is back: paths relative to its top folder. */
export interface DiskImage {
  readonly files: ReadonlyMap<string, Buffer>;
  /** Each after the one that holds it. */
  readonly folders: readonly string[];
}

/** A change of a file's content that was not synced yet. */
export type ContentChange =
  | { readonly kind: "written"; readonly offset: number; readonly data: Uint8Array }
  | { readonly kind: "truncated"; readonly size: number };

/** A change of names in one folder that was not synced yet. */
export type NameChange<File> =
  /** With `from`, that name goes in the same step. */
  | { readonly kind: "linked"; readonly path: string; readonly file: File; readonly from?: string | undefined }
  | { readonly kind: "unlinked"; readonly path: string }
  | { readonly kind: "folderMade"; readonly path: string };

/** The content after these changes. The buffer given is left as it is. */
export function contentAfter(before: Buffer, changes: readonly ContentChange[]): Buffer {
  let size = before.length;
  let largest = size;
  for (const change of changes) {
    size = change.kind === "truncated" ? change.size : Math.max(size, change.offset + change.data.length);
    largest = Math.max(largest, size);
  }
  const content = Buffer.alloc(largest);
  before.copy(content);
  let end = before.length;
  for (const change of changes) {
    if (change.kind === "written") {
      content.set(change.data, change.offset);
      end = Math.max(end, change.offset + change.data.length);
    } else {
      // What was cut off comes back as zeros when the file grows again.
      content.fill(0, Math.min(change.size, end), end);
      end = change.size;
    }
  }
  return content.subarray(0, end);
}

/** Applies a change of names to tables of names. */
export function changeName<File>(names: Map<string, File>, folders: Set<string>, change: NameChange<File>): void {
  if (change.kind === "folderMade") folders.add(change.path);
  else if (change.kind === "unlinked") names.delete(change.path);
  else {
    if (change.from !== undefined) names.delete(change.from);
    names.set(change.path, change.file);
  }
}

/** Writes the disk into this folder, in place of what was there. */
export function writeImage(folder: string, { files, folders }: DiskImage): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const below of folders) mkdirSync(join(folder, below), { recursive: true, mode: 0o700 });
  for (const [path, content] of files) writeFileSync(join(folder, path), content, { mode: 0o600 });
}

/** Everything below this folder, except shared memory of SQLite, which no disk keeps. */
export function readImage(folder: string): DiskImage {
  const files = new Map<string, Buffer>();
  const folders: string[] = [];
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = join(below, entry.name);
      if (entry.isDirectory()) {
        folders.push(path);
        walk(path);
      } else if (!path.endsWith("-shm")) files.set(path, readFileSync(join(folder, path)));
    }
  };
  walk("");
  return { files, folders };
}
