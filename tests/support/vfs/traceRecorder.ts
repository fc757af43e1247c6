import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { dirname, join } from "node:path";
import { decodeTrace, encodeRecord, type TraceRecord } from "./traceRecord.ts";
import { loadSqliteTracing, type SqliteTracing } from "./tracingLibrary.ts";

const { openSync, closeSync, writeFileSync, writeSync, ftruncateSync, copyFileSync } = fs;
const { fsyncSync, renameSync, rmSync, mkdirSync, existsSync, readFileSync, statSync } = fs;
/** The system's own, which take their places again in the end. */
const UNWATCHED = {
  openSync,
  closeSync,
  writeFileSync,
  writeSync,
  ftruncateSync,
  copyFileSync,
  fsyncSync,
  renameSync,
  rmSync,
  mkdirSync,
};

/**
 * Records everything that reaches the files below a folder, through SQLite and through `node:fs`, together with what
 * is noted of the outside world, in one order. One at a time in a process; only the functions that the product uses for
 * its files are seen, and who replays a trace compares the result with the folder, so that nothing escapes unnoticed.
 */
export class TraceRecorder {
  /** Where the files lie that are recorded. */
  readonly folder: string;
  /** True: files written through `node:fs` are never synced, as if the product left `fsync` out. */
  readonly losesSyncs: boolean;
  readonly #trace: string;
  readonly #sqlite: SqliteTracing;
  readonly #open = new Map<number, { readonly path: string; offset: number }>();
  #file: number | undefined;
  #held: TraceRecord[] | undefined;

  /** `folder` is an empty one; the trace and the compiled file layer lie beside it. */
  constructor(folder: string, options: { readonly losesSyncs?: boolean } = {}) {
    this.folder = folder;
    this.losesSyncs = options.losesSyncs ?? false;
    this.#trace = `${folder}.trace`;
    this.#sqlite = loadSqliteTracing(dirname(folder));
  }

  start(): void {
    this.#file = openSync(this.#trace, "a", 0o600);
    this.#sqlite.start(this.#trace, `${this.folder}/`);
    Object.assign(fs, this.#watchedFunctions());
    syncBuiltinESMExports();
  }

  stop(): void {
    Object.assign(fs, UNWATCHED);
    syncBuiltinESMExports();
    this.#sqlite.stop();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  /** Something happened outside the disk. Nothing after the power went. */
  note(what: object): void {
    if (this.#file !== undefined) this.#write({ kind: "note", text: JSON.stringify(what) });
  }

  /** What goes through `node:fs` from now on reaches the disk only with `letGo`: a product with the wrong order. */
  holdBack(): void {
    this.#held = [];
  }

  letGo(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const record of held) this.#write(record);
  }

  records(): TraceRecord[] {
    return decodeTrace(readFileSync(this.#trace));
  }

  #add(record: TraceRecord): void {
    if (this.losesSyncs && (record.kind === "synced" || record.kind === "folderSynced")) return;
    if (this.#held === undefined) this.#write(record);
    else this.#held.push(record);
  }

  #write(record: TraceRecord): void {
    if (this.#file !== undefined) writeSync(this.#file, encodeRecord(record));
  }

  #isWatched(path: unknown): path is string {
    return typeof path === "string" && path.startsWith(`${this.folder}/`);
  }

  #watchedFunctions() {
    const watched: Partial<typeof UNWATCHED> = {
      openSync: (path, flags, mode) => this.#openFile(path, flags, mode),
      closeSync: (file) => {
        this.#open.delete(file);
        closeSync(file);
      },
      writeFileSync: (file, data, options) => this.#writeFile(file, data, options),
      // The overloads differ in the order of what they are given; the product gives bytes.
      writeSync: ((...args: [number, Uint8Array, number?, number?, number?]) =>
        this.#writeSome(...args)) as typeof writeSync,
      ftruncateSync: (file, size = 0) => {
        ftruncateSync(file, size);
        const path = this.#open.get(file)?.path;
        if (path !== undefined) this.#add({ kind: "truncated", path, size: size ?? 0 });
      },
      copyFileSync: (from, to, mode) => {
        const isNew = this.#isWatched(to) && !existsSync(to);
        copyFileSync(from, to, mode);
        if (this.#isWatched(to)) this.#addWhole(to, readFileSync(to), isNew);
      },
      fsyncSync: (file) => {
        fsyncSync(file);
        const path = this.#open.get(file)?.path;
        if (path === undefined) return;
        if (statSync(path).isDirectory()) this.#add({ kind: "folderSynced", path: join(path, "any") });
        else this.#add({ kind: "synced", path });
      },
      renameSync: (from, to) => {
        renameSync(from, to);
        if (this.#isWatched(from) && this.#isWatched(to)) this.#add({ kind: "renamed", path: from, to });
      },
      rmSync: (path, options) => {
        const isThere = this.#isWatched(path) && existsSync(path);
        rmSync(path, options);
        if (isThere) this.#add({ kind: "deleted", path });
      },
      // The overloads differ only in what they return, and what is returned is the system's own answer.
      mkdirSync: ((path: string, options?: fs.MakeDirectoryOptions) =>
        this.#makeFolder(path, options)) as typeof mkdirSync,
    };
    return watched;
  }

  #openFile(...args: Parameters<typeof openSync>): number {
    const [path, flags] = args;
    const isNew = this.#isWatched(path) && !existsSync(path);
    const file = openSync(...args);
    // The top folder itself is watched too: a sync of it makes the names below it durable.
    if (this.#isWatched(path) || String(path) === this.folder) {
      this.#open.set(file, { path: String(path), offset: 0 });
      if (isNew) this.#add({ kind: "created", path });
      else if (typeof flags === "number" ? (flags & fs.constants.O_TRUNC) !== 0 : String(flags).startsWith("w"))
        this.#add({ kind: "truncated", path: String(path), size: 0 });
    }
    return file;
  }

  #writeSome(...args: [number, Uint8Array, number?, number?, number?]): number {
    const [file, bytes, from = 0, , position] = args;
    // What comes after the last argument that was given is not given either.
    const done = Reflect.apply(writeSync, fs, args);
    const open = this.#open.get(file);
    if (open === undefined) return done;
    const data = Uint8Array.from(bytes.subarray(from, from + done));
    this.#add({ kind: "written", path: open.path, offset: position ?? open.offset, data });
    if (typeof position !== "number") open.offset += done;
    return done;
  }

  #addWhole(path: string, data: Uint8Array, isNew: boolean): void {
    this.#add(isNew ? { kind: "created", path } : { kind: "truncated", path, size: 0 });
    this.#add({ kind: "written", path, offset: 0, data });
  }

  #writeFile(...[file, data, options]: Parameters<typeof writeFileSync>): void {
    const bytes =
      typeof data === "string" ? Buffer.from(data, "utf8") : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const isNew = this.#isWatched(file) && !existsSync(file);
    writeFileSync(file, data, options);
    if (this.#isWatched(file)) this.#addWhole(file, bytes, isNew);
    const open = typeof file === "number" ? this.#open.get(file) : undefined;
    if (open === undefined) return;
    this.#add({ kind: "written", path: open.path, offset: open.offset, data: bytes });
    open.offset += bytes.length;
  }

  #makeFolder(path: string, options: fs.MakeDirectoryOptions | undefined): string | undefined {
    const made: string[] = [];
    for (let at = path; this.#isWatched(at) && !existsSync(at); at = dirname(at)) made.unshift(at);
    const first = mkdirSync(path, options);
    for (const folder of made) this.#add({ kind: "folderMade", path: folder });
    return first;
  }
}
