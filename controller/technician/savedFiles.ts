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

  /** Writes JSON, all or nothing; returns the file's path. Throws what the disk says. */
  writeJson(what: "trace" | "report", atMs: number, content: unknown): string {
    return this.write(what, atMs, { extension: "json", content: `${JSON.stringify(content, undefined, 2)}\n` });
  }

  /** Makes room and writes a file, all or nothing; returns its path. Throws what the disk says. */
  write(
    what: "trace" | "report",
    atMs: number,
    { extension, content }: { readonly extension: "json" | "pdf"; readonly content: string | Uint8Array },
  ): string {
    const folder = this.#folders[what];
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const names = listed(folder).sort();
    for (const name of names.slice(0, Math.max(0, names.length - KEPT_FILES + 1))) rmSync(join(folder, name));
    const stamp = new Date(atMs).toISOString().replaceAll(/[:.-]/g, "").slice(0, 18);
    const path = join(folder, `${what}-${stamp}.${extension}`);
    writeDurably(path, content);
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
