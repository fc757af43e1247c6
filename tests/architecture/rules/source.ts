import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ParseResult, parseSync } from "oxc-parser";

/** A parsed source file; `path` from the project's root, with `/`. */
export type Source = { readonly path: string; readonly text: string; readonly parsed: ParseResult };

/** One breach of a rule, for a person: where and what. */
export type Finding = string;

const SKIPPED = new Set(["node_modules", "dist", "data", ".git"]);
const CODE = /\.(ts|tsx|mts|mjs|js|jsx)$/;

/** Parses one source; throws when it does not parse. */
export function sourceOf(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error) throw new Error(`${path} does not parse: ${error.message}`);
  return { path, text, parsed };
}

/** All files of the project outside generated folders, from its root. */
export function listFiles(root: string, folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name)) return [];
    if (entry.isDirectory()) return listFiles(root, path);
    return entry.isFile() ? [path] : [];
  });
}

/** All source files of the project, parsed. */
export function readSources(root: string): Source[] {
  return listFiles(root)
    .filter((path) => CODE.test(path))
    .map((path) => sourceOf(path, readFileSync(join(root, path), "utf8")));
}

/** The line, from 1, of a position in a text. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

/** `path:line` of a node, for a finding. */
export function placeOf(source: Source, { start }: { start: number }): string {
  return `${source.path}:${lineAt(source.text, start)}`;
}
