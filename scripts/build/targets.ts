import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sourceStamp } from "./sourceStamp.ts";

/** Folder of package.json. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One thing that is built into `dist/<name>`. */
export type BuildTarget = {
  readonly name: string;
  /** What it is, for the person at the terminal. */
  readonly title: string;
  /** Folder that holds its entries, from the project's root. */
  readonly folder: string;
  /** Entry files, from `folder`. */
  readonly entries: readonly string[];
  /** Files and folders whose change makes it stale, from the project's root. */
  readonly sources: readonly string[];
};

const COMMON_SOURCES = ["core", "ui", "scripts/build", "package-lock.json"];

/** The pages that the controller and the back office serve. */
export const PAGES: readonly BuildTarget[] = [
  {
    name: "renderer",
    title: "touch screen and cabinet on a desk",
    folder: "renderer",
    entries: ["index.html", "desk/index.html"],
    sources: ["renderer", ...COMMON_SOURCES],
  },
  {
    name: "backoffice",
    title: "back office",
    folder: "backoffice/web",
    entries: ["index.html"],
    sources: ["backoffice/web", ...COMMON_SOURCES],
  },
];

/** The shell's main process; Electron cannot be relied on to strip types. */
export const SHELL: BuildTarget = {
  name: "electron",
  title: "shell",
  folder: "electron",
  entries: ["main.ts"],
  sources: ["electron", "core/base", "scripts/build", "package-lock.json"],
};

/**
 * Runs `build` for each target whose sources changed since it was built, and says so. A build that fails throws and
 * leaves the target stale.
 */
export async function buildStale(
  targets: readonly BuildTarget[],
  build: (target: BuildTarget) => Promise<void>,
  { root, say }: { root: string; say: (line: string) => void },
): Promise<void> {
  for (const target of targets) {
    const stampFile = join(root, "dist", `${target.name}.stamp`);
    const stamp = sourceStamp(root, target.sources);
    const isBuilt = existsSync(join(root, "dist", target.name)) && existsSync(stampFile);
    if (isBuilt && readFileSync(stampFile, "utf8") === stamp) continue;
    say(`Building ${target.title} …`);
    await build(target);
    mkdirSync(join(root, "dist"), { recursive: true });
    writeFileSync(stampFile, stamp);
  }
}
