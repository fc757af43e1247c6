// Completes package-lock.json with the binary packages of other platforms.
//
// `npm install` leaves out an optional package that the registry of the moment does not carry, and `npm ci` then
// refuses the lock as out of step. Version, system and processor of such a package follow from its parent and its
// name, so the entry can be written without the registry. Run after `npm install`: `npm run lock:complete`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The part of an entry of package-lock.json that matters here. */
export type LockEntry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly license?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** package-lock.json, version 3. */
export type Lock = { readonly packages: Readonly<Record<string, LockEntry>> };

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64", "wasm32"];

/**
 * The entries that `lock` lacks, by path: optional dependencies with no package at or above their parent.
 * Throws when a name does not tell its platform.
 */
export function missingOptionalEntries(lock: Lock): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const [parentPath, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (isPresent(lock, parentPath, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(parent.dev ? { dev: true } : {}),
        ...(parent.license ? { license: parent.license } : {}),
        optional: true,
      };
    }
  }
  return missing;
}

function isPresent(lock: Lock, parentPath: string, name: string): boolean {
  for (let path = parentPath; path !== ""; path = path.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    if (lock.packages[`${path}/node_modules/${name}`]) return true;
  }
  return lock.packages[`node_modules/${name}`] !== undefined;
}

function platformOf(name: string): Pick<LockEntry, "os" | "cpu" | "libc"> {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const isArm = words.some((word) => word.endsWith("eabi") || word.endsWith("eabihf"));
  const cpu = isArm ? ["arm"] : PROCESSORS.filter((processor) => words.includes(processor));
  if (cpu.length !== 1) throw new Error(`The platform of ${name} cannot be told from its name; add it by hand.`);
  const libc = words.includes("musl") ? "musl" : words.includes("gnu") ? "glibc" : undefined;
  return { ...(os.length ? { os } : {}), cpu, ...(libc ? { libc: [libc] } : {}) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL("../package-lock.json", import.meta.url);
  const lock: Lock = JSON.parse(readFileSync(file, "utf8"));
  const added = missingOptionalEntries(lock);
  const entries = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`);
  console.log(`package-lock.json: ${Object.keys(added).length} entries added`);
}
