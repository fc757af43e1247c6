import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { syncFolder } from "./durableFile.ts";

/**
 * The files of the key folder, one primitive step of the disk a method: what is not synced may be lost, torn or undone
 * in a power cut, so that a test can cut between any two of them. Every method throws what the disk says.
 */
export interface KeyFolder {
  /** For sentences to a person. */
  readonly path: string;
  names(): readonly string[];
  /** Undefined where there is no such file. */
  read(name: string): Uint8Array | undefined;
  /** True where users other than the owner may read the file or write to it. */
  isOpenToOthers(name: string): boolean;
  /** Writes bytes from position `at` on and ends the file behind them; makes the file, readable by its owner alone. */
  write(name: string, bytes: Uint8Array, at: number): void;
  /** The file's content is on the disk when this returns; its name may not be. */
  sync(name: string): void;
  rename(from: string, to: string): void;
  /** No harm where there is no such file. */
  remove(name: string): void;
  /** Names that were given, changed and removed are on the disk when this returns. */
  syncNames(): void;
}

/** The folder on the machine's disk (mode 0700); made where it does not exist. */
export function openKeyFolder(path: string): KeyFolder {
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    syncFolder(dirname(path));
  }
  const at = (name: string): string => join(path, name);
  return {
    path,
    names: () => readdirSync(path),
    read: (name) => (existsSync(at(name)) ? readFileSync(at(name)) : undefined),
    isOpenToOthers: (name) => process.platform !== "win32" && (statSync(at(name)).mode & 0o077) !== 0,
    write: (name, bytes, position) => writeAt(at(name), bytes, position),
    sync: (name) => withFile(at(name), "r+", fsyncSync),
    rename: (from, to) => renameSync(at(from), at(to)),
    remove: (name) => rmSync(at(name), { force: true }),
    syncNames: () => syncFolder(path),
  };
}

/** Replaces a file all or nothing: when it returns, content and name are on the disk. */
export function replaceFile(folder: KeyFolder, name: string, bytes: Uint8Array): void {
  const fresh = `${name}.new`;
  folder.write(fresh, bytes, 0);
  folder.sync(fresh);
  folder.rename(fresh, name);
  folder.syncNames();
}

function writeAt(path: string, bytes: Uint8Array, position: number): void {
  withFile(path, existsSync(path) ? "r+" : "wx", (file) => {
    ftruncateSync(file, position);
    for (let done = 0; done < bytes.length; )
      done += writeSync(file, bytes, done, bytes.length - done, position + done);
  });
}

function withFile(path: string, flags: string, use: (file: number) => void): void {
  const file = openSync(path, flags, 0o600);
  try {
    use(file);
  } finally {
    closeSync(file);
  }
}
