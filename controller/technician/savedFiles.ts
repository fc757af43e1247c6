import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeDurably } from "../keys/durableFile.ts";

/** Files kept; the oldest goes first. */
const KEPT_FILES = 50;

/** Traces and reports that technicians saved, in `<dataDir>/traces` and `<dataDir>/reports`. Nothing personal in them. */
export class SavedFiles {
  readonly #folders: { readonly trace: string; readonly report: string };

  constructor(dataDir: string) {
    this.#folders = { trace: join(dataDir, "traces"), report: join(dataDir, "reports") };
  }

  /** Names of all files, newest first. */
  names(): readonly string[] {
    return Object.values(this.#folders)
      .flatMap(listed)
      .sort((a, b) => stampOf(b).localeCompare(stampOf(a)));
  }

  /** Where a new file goes; makes room and the folder. Throws what the disk says. */
  pathOf(what: "trace" | "report", atMs: number, extension: "json" | "pdf"): string {
    const folder = this.#folders[what];
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const names = listed(folder).sort();
    for (const name of names.slice(0, Math.max(0, names.length - KEPT_FILES + 1))) rmSync(join(folder, name));
    return join(folder, `${what}-${new Date(atMs).toISOString().replaceAll(/[:.-]/g, "").slice(0, 18)}.${extension}`);
  }

  /** Writes JSON, all or nothing; returns the file's path. Throws what the disk says. */
  writeJson(what: "trace" | "report", atMs: number, content: unknown): string {
    const path = this.pathOf(what, atMs, "json");
    writeDurably(path, `${JSON.stringify(content, undefined, 2)}\n`);
    return path;
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^(trace|report)-/.test(name));
  } catch {
    // No folder yet: nothing was saved.
    return [];
  }
}

function stampOf(name: string): string {
  return name.replace(/^\w+-/, "");
}
