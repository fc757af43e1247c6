// Installs the npm packages of this repository. Runs on Node 20 with nothing installed, so it imports only Node itself.
import { spawn } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 */

const PROGRESS_EVERY_MS = 5_000;

/**
 * Installs packages when they are missing or `package-lock.json` changed since; does nothing otherwise.
 * Lifecycle scripts are off (some start a compiler or a download that this project does not need), then the one step
 * that is needed, fetching the pinned Node, is run by name. Throws a sentence when npm fails.
 * @param {string} root folder of package.json
 * @param {(line: string) => void} say
 */
export async function installPackages(root, say) {
  if (isLinked(join(root, "node_modules"))) return;
  const wanted = readLock(join(root, "package-lock.json"));
  const installed = readLock(join(root, "node_modules", ".package-lock.json"));
  if (!wanted) throw new Error("package-lock.json is missing: the clone is not complete. Clone the repository again.");
  if (!installed || !isUpToDate(wanted, installed)) {
    const paths = Object.keys(wanted.packages).filter((path) => isForThisMachine(path, wanted.packages[path]));
    say(`Installing ${paths.length} npm packages, about a minute (npm ci without install scripts) …`);
    const progress = () =>
      `${paths.filter((path) => existsSync(join(root, path, "package.json"))).length} of ${paths.length} packages`;
    await npm(root, ["ci", "--ignore-scripts", "--loglevel=error"], { say, progress });
  }
  if (!existsSync(join(root, "node_modules", ".bin", "node"))) {
    say("Fetching the pinned Node (package `node`) …");
    await npm(root, ["rebuild", "node", "--loglevel=error"], { say, progress: () => "fetching Node" });
  }
}

/**
 * Whether what npm recorded as installed satisfies the lock: every package that is not optional, in its version.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function isUpToDate(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === "") return true;
    const present = installed.packages[path];
    return present ? present.version === entry.version : entry.optional === true;
  });
}

/**
 * Whether npm would put this entry on this machine; only progress is counted by it, so every libc is taken for glibc.
 * @param {string} path
 * @param {LockEntry | undefined} entry
 */
function isForThisMachine(path, entry) {
  if (path === "" || !entry) return false;
  const isForSystem = (entry.os?.includes(process.platform) ?? true) && (entry.libc?.includes("glibc") ?? true);
  return isForSystem && (entry.cpu?.includes(process.arch) ?? true);
}

/**
 * A linked `node_modules` belongs to another checkout; `npm ci` would empty it under that one's feet.
 * @param {string} path
 */
function isLinked(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/**
 * @param {string} path
 * @returns {Lock | undefined} undefined when there is no readable lock
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root
 * @param {string[]} args
 * @param {{ say: (line: string) => void, progress: () => string }} options
 * @returns {Promise<void>}
 */
function npm(root, args, { say, progress }) {
  const startedAt = Date.now();
  const child = spawn("npm", args, { cwd: root, stdio: "inherit", env: withoutOwnBin(root) });
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const timer = setInterval(() => say(`  … ${progress()}, ${seconds()} s`), PROGRESS_EVERY_MS);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve, reject) => {
    child.on("error", () => reject(new Error("npm was not found. Install Node 20 or newer together with npm.")));
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`"npm ${args.join(" ")}" failed; its message is above. Run the same command again.`));
    });
  });
  return ended.finally(() => clearInterval(timer));
}

/**
 * The environment without this project's own `.bin` on PATH: its `node` vanishes while npm replaces `node_modules`.
 * @param {string} root
 */
function withoutOwnBin(root) {
  const own = join(root, "node_modules", ".bin");
  const path = (process.env.PATH ?? "").split(":").filter((folder) => folder !== own);
  return { ...process.env, PATH: path.join(":") };
}
