// Completes package-lock.json with the binary packages of other platforms.
//
// `npm install` leaves out an optional package that the registry of the moment does not carry, and `npm ci` then
// refuses the lock as out of step. Version, system and processor of such a package follow from its parent and its
// name, so the entry can be written without the registry. Run after `npm install`: `npm run lock:complete`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64", "wasm32"];

/**
 * The entries that `lock` lacks: exact optional dependencies with no package anywhere above their parent.
 * Returns `{ [path]: entry }`; throws when a name does not tell its platform.
 */
export function missingOptionalEntries(lock) {
  const missing = {};
  for (const [parentPath, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (isPresent(lock, parentPath, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(parent.dev ? { dev: true } : {}),
        license: parent.license,
        optional: true,
      };
    }
  }
  return missing;
}

function isPresent(lock, parentPath, name) {
  for (let path = parentPath; ; path = path.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    if (lock.packages[path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`]) return true;
    if (path === "") return false;
  }
}

function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  if (words.some((word) => word.endsWith("eabi") || word.endsWith("eabihf"))) cpu.splice(0, cpu.length, "arm");
  if (cpu.length !== 1) throw new Error(`The platform of ${name} cannot be told from its name; add it by hand.`);
  const libc = words.includes("musl") ? "musl" : words.includes("gnu") ? "glibc" : undefined;
  return { ...(os.length ? { os } : {}), cpu, ...(libc ? { libc: [libc] } : {}) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL("../package-lock.json", import.meta.url);
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const added = missingOptionalEntries(lock);
  const packages = { ...lock.packages, ...added };
  lock.packages = Object.fromEntries(
    Object.keys(packages)
      .sort((a, b) => a.localeCompare(b, "en"))
      .map((path) => [path, packages[path]]),
  );
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${Object.keys(added).length} entries added`);
}
