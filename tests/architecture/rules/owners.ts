import { type Node, Visitor } from "oxc-parser";
import { importsOf } from "./imports.ts";
import { type Finding, placeOf, type Source } from "./source.ts";

/** Folders that may import a package; tests and benchmarks may import anything. */
const PACKAGE_OWNERS: Readonly<Record<string, readonly string[]>> = {
  "better-sqlite3": ["db/", "backoffice/store/"],
  serialport: ["device/transport/"],
  "node-hid": ["device/transport/"],
  electron: ["electron/"],
  react: ["ui/", "renderer/", "backoffice/web/"],
  "react-dom": ["ui/", "renderer/", "backoffice/web/"],
  "react-aria-components": ["ui/", "renderer/", "backoffice/web/"],
};

/** Where the environment may be read: programs' main files, scripts, tests, benchmarks, tool configuration. */
const COMPOSITION_ROOT = /^(scripts|tests|bench)\/|(^|\/)main\.tsx?$|^[^/]+\.config\.ts$/;
const PURE = /^(core|flow)\//;
const TIMERS = new Set(["setTimeout", "setInterval", "setImmediate", "queueMicrotask"]);
const IMPURE_MEMBERS =
  /^(Date\.now|Math\.random|performance\.now|crypto\.(randomUUID|getRandomValues)|Temporal\.Now\..+)$/;

/** Imports of a package outside the one folder that owns it. */
export function packageOwnerFindings(source: Source): Finding[] {
  if (/^(tests|bench|scripts)\/|^[^/]+$/.test(source.path)) return [];
  return importsOf(source).flatMap(({ specifier }) => {
    const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
    const owners = Object.hasOwn(PACKAGE_OWNERS, name) ? PACKAGE_OWNERS[name] : undefined;
    if (!owners || owners.some((folder) => source.path.startsWith(folder))) return [];
    return [`${source.path}: only ${owners.join(", ")} may import ${name}`];
  });
}

/** Reads of `process.env` outside the places that put a program together. */
export function environmentFindings(source: Source): Finding[] {
  if (COMPOSITION_ROOT.test(source.path)) return [];
  return memberFindings(
    source,
    (text) => /^(globalThis\.)?process\.env$|^import\.meta\.env$/.test(text),
    "reads the environment",
  );
}

/** Clock, chance and timers inside `core/` and `flow/`, which get them as inputs. */
export function purityFindings(source: Source): Finding[] {
  if (!PURE.test(source.path)) return [];
  const found = memberFindings(source, (text) => IMPURE_MEMBERS.test(text), "is not pure");
  const add = (node: { start: number; end: number }) => {
    found.push(`${placeOf(source, node)}: ${source.text.slice(node.start, node.end).split("\n", 1)[0]} is not pure`);
  };
  new Visitor({
    NewExpression: (node) => {
      if (isNamed(node.callee, "Date") && node.arguments.length === 0) add(node);
    },
    CallExpression: (node) => {
      const { callee } = node;
      if (isNamed(callee, "Date") || (callee.type === "Identifier" && TIMERS.has(callee.name))) add(node);
    },
  }).visit(source.parsed.program);
  return found;
}

function memberFindings(source: Source, isForbidden: (text: string) => boolean, what: string): Finding[] {
  const found: Finding[] = [];
  new Visitor({
    MemberExpression: (node) => {
      const text = source.text.slice(node.start, node.end).replace(/\s|\?/g, "");
      if (isForbidden(text)) found.push(`${placeOf(source, node)}: ${text} ${what}`);
    },
  }).visit(source.parsed.program);
  return found;
}

function isNamed(node: Node, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}
