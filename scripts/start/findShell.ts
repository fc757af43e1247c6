import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];
/** A fetch that takes longer than this is given up; Chromium will do. */
const FETCH_WITHIN_MS = 60_000;

/** Path of the first Chromium or Chrome on PATH. */
export function findChromium(path: string): string | undefined {
  return BROWSERS.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name))).find(isExecutable);
}

/** Path of Electron's program, when its package has fetched it. */
export function findElectron(root: string): string | undefined {
  const folder = join(root, "node_modules", "electron");
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, "dist", readFileSync(pathFile, "utf8"));
  return isExecutable(binary) ? binary : undefined;
}

/** Lets Electron's package fetch its program, for at most a minute, and returns where it is. */
export function fetchElectron(root: string): string | undefined {
  const script = join(root, "node_modules", "electron", "install.js");
  if (!existsSync(script)) return undefined;
  spawnSync(process.execPath, [script], { stdio: "ignore", timeout: FETCH_WITHIN_MS });
  return findElectron(root);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
