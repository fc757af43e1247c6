import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Database from "better-sqlite3";

const SOURCE = join(import.meta.dirname, "tracedFiles.c");

/** SQLite's files below a folder, written down as they change. */
export interface SqliteTracing {
  /** Appends every operation on files below `folder`, which ends with a slash, to the file `trace`. */
  start(trace: string, folder: string): void;
  /** From now on SQLite's files are nobody's business again. */
  stop(): void;
}

/**
 * Compiles the tracing file layer with the machine's compiler into `folder` and loads it into this process's SQLite.
 * Throws with a sentence that names the Debian packages where there is no compiler.
 */
export function loadSqliteTracing(folder: string): SqliteTracing {
  const db = new Database(":memory:");
  db.loadExtension(compile(folder));
  return {
    start: (trace, below) => void db.prepare("SELECT trace_files(?, ?)").get(trace, below),
    stop: () => void db.prepare("SELECT trace_no_files()").get(),
  };
}

/** The headers are those of the very SQLite that runs here. */
function compile(folder: string): string {
  const packageFile = createRequire(import.meta.url).resolve("better-sqlite3/package.json");
  const headers = join(packageFile, "..", "deps", "sqlite3");
  mkdirSync(folder, { recursive: true });
  const library = join(folder, "tracedFiles.so");
  const unfinished = `${library}.${process.pid}`;
  const flags = ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"];
  const { error, status, stderr } = spawnSync("gcc", [...flags, "-I", headers, "-o", unfinished, SOURCE], {
    encoding: "utf8",
  });
  if (error !== undefined)
    throw new Error(
      `The power cut tests compile a file layer for SQLite, and gcc does not run here (${error.message}). ` +
        "Install the Debian packages gcc and libc6-dev: apt-get install gcc libc6-dev",
    );
  if (status !== 0) throw new Error(`gcc did not compile ${SOURCE} (Debian packages gcc, libc6-dev):\n${stderr}`);
  renameSync(unfinished, library);
  return library;
}
