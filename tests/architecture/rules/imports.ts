import { posix } from "node:path";
import { Visitor } from "oxc-parser";
import type { Finding, Source } from "./source.ts";

/** One import or re-export of a source. */
export type Import = {
  readonly specifier: string;
  /** Path from the project's root for a file of ours, undefined for a package. */
  readonly target: string | undefined;
  readonly isTypeOnly: boolean;
  /** `import()` while running; such an edge does not take part in load order. */
  readonly isDynamic: boolean;
};

/** What a folder may import besides itself and `core`; `*` is everything. */
const MAY_ALSO_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  flow: [],
  device: [],
  db: [],
  sync: [],
  controller: ["flow", "device", "db", "sync"],
  electron: [],
  ui: [],
  renderer: ["ui"],
  backoffice: [],
  "backoffice/web": ["ui"],
  scripts: [],
  simulation: ["*"],
  tests: ["*"],
  bench: ["*"],
};

/** Folders that may import files outside all rows, such as package.json or config/. */
const MAY_IMPORT_DATA = new Set(["scripts", "controller", "backoffice", "simulation", "tests", "bench"]);

/** Everything that a source imports, in the order of its text. */
export function importsOf(source: Source): Import[] {
  const { staticImports, staticExports, dynamicImports } = source.parsed.module;
  const of = (specifier: string, isTypeOnly: boolean, isDynamic = false): Import => {
    return { specifier, target: targetOf(source.path, specifier), isTypeOnly, isDynamic };
  };
  return [
    ...staticImports.map(({ moduleRequest, entries }) => {
      return of(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType));
    }),
    ...staticExports.flatMap(({ entries }) => {
      return entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [of(moduleRequest.value, isType)] : []));
    }),
    ...dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const literal = /^["'`]([^"'`]+)["'`]$/.exec(source.text.slice(start, end))?.[1];
      return literal ? [of(literal, false, true)] : [];
    }),
    ...typeQueriesOf(source).map((specifier) => of(specifier, true)),
  ];
}

/** Breaches of the star rule: a folder imports itself, `core`, and what its row names; across folders by `#folder/…`. */
export function importFindings(source: Source): Finding[] {
  const from = source.path.split("/", 1)[0] ?? "";
  // Files at the root configure tools and are imported by none of ours.
  if (!source.path.includes("/")) return [];
  const own = source.path.startsWith("backoffice/web/") ? "backoffice/web" : from;
  const allowed = MAY_ALSO_IMPORT[own];
  if (!allowed) return [`${source.path}: the folder "${from}" has no row in the import rules`];
  return importsOf(source).flatMap(({ specifier, target }) => {
    if (target === undefined) return [];
    const to = target.split("/", 1)[0] ?? "";
    if (!(to in MAY_ALSO_IMPORT))
      return MAY_IMPORT_DATA.has(from) ? [] : [`${source.path}: ${own} must not import ${target}`];
    const isAllowed = to === from || to === "core" || allowed.includes("*") || allowed.includes(to);
    if (!isAllowed) return [`${source.path}: ${own} must not import ${target}`];
    const isRelative = specifier.startsWith(".");
    // Tests lie deep, and their support is one place for all of them.
    if (target.startsWith("tests/support/") && from === "tests") return [];
    if (to === from)
      return isRelative ? [] : [`${source.path}: within ${from} the import of ${specifier} is written relative`];
    return isRelative ? [`${source.path}: across folders ${specifier} is written #${target}`] : [];
  });
}

/** The staff page runs in a browser and takes nothing but types from the rest of the back office. */
export function staffPageFindings(source: Source): Finding[] {
  if (!source.path.startsWith("backoffice/web/")) return [];
  return importsOf(source).flatMap(({ target, isTypeOnly }) => {
    const isServer = target?.startsWith("backoffice/") && !target.startsWith("backoffice/web/");
    return isServer && !isTypeOnly ? [`${source.path}: the staff page must not load ${target}`] : [];
  });
}

/** Specifiers of `import("…").Name` in types. */
function typeQueriesOf(source: Source): string[] {
  const found: string[] = [];
  new Visitor({ TSImportType: (node) => void found.push(node.source.value) }).visit(source.parsed.program);
  return found;
}

function targetOf(path: string, specifier: string): string | undefined {
  const [file = ""] = specifier.split("?", 1);
  if (file.startsWith("#")) return file.slice(1);
  if (file.startsWith(".")) return posix.join(posix.dirname(path), file);
  return undefined;
}
