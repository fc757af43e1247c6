import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Makes a file's content durable. */
export function syncFile(path: string): void {
  withFile(path, "r+", fsyncSync);
}

/** Makes the names in a folder durable: what was made, renamed or removed there. */
export function syncFolderOf(path: string): void {
  withFile(dirname(path), "r", fsyncSync);
}

/** Renames durably: after a power cut the file has one name or the other. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolderOf(to);
}

/** Writes a small file that is there whole, or not at all. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.draft`;
  withFile(draft, "w", (file) => {
    writeSync(file, text);
    fsyncSync(file);
  });
  renameDurably(draft, path);
}

function withFile(path: string, flags: string, use: (file: number) => void): void {
  const file = openSync(path, flags, 0o600);
  try {
    use(file);
  } finally {
    closeSync(file);
  }
}
