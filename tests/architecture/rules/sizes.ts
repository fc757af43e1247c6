import { type ArrowFunctionExpression, type Function as FunctionExpression, Visitor } from "oxc-parser";
import { type Finding, placeOf, type Source } from "./source.ts";

const FILE_LINES = 300;
const FUNCTION_LINES = 50;
const FUNCTION_LINES_HARD_STOP = 70;

/** A function that may have more than 50 lines, never more than 70. */
export type LongFunction = { readonly path: string; readonly name: string; readonly reason: string };

type FunctionNode = FunctionExpression | ArrowFunctionExpression;

/** Files above 300 lines. */
export function fileSizeFindings({ path, text }: Pick<Source, "path" | "text">): Finding[] {
  const lines = text.trimEnd().split("\n").length;
  return lines > FILE_LINES ? [`${path}: ${lines} lines, at most ${FILE_LINES}`] : [];
}

/**
 * Functions above 50 lines that are not on the list, and above 70 lines in any case; a React component is a function.
 * What is passed to `describe` only groups tests and does not count.
 */
export function functionSizeFindings(source: Source, allowed: readonly LongFunction[]): Finding[] {
  return longFunctions(source).flatMap(({ name, node, lines }) => {
    const isAllowed = allowed.some((entry) => entry.path === source.path && entry.name === name);
    if (lines <= FUNCTION_LINES_HARD_STOP && isAllowed) return [];
    return [`${placeOf(source, node)} ${name}: ${lines} lines, at most ${FUNCTION_LINES}`];
  });
}

/** Entries of the list that allow nothing, because the function is gone or short enough. */
export function idleAllowances(sources: readonly Source[], allowed: readonly LongFunction[]): Finding[] {
  const long = sources.flatMap((source) => longFunctions(source).map(({ name }) => `${source.path} ${name}`));
  const idle = allowed.filter(({ path, name }) => !long.includes(`${path} ${name}`));
  return idle.map(({ path, name }) => `${path} ${name}: not above ${FUNCTION_LINES} lines, needs no entry`);
}

function longFunctions(source: Source): { name: string; node: FunctionNode; lines: number }[] {
  const found: { name: string; node: FunctionNode; lines: number }[] = [];
  const names = new Map<unknown, string>();
  const groups = new Set<unknown>();
  const add = (node: FunctionNode) => {
    const lines = source.text.slice(node.start, node.end).split("\n").length;
    if (lines <= FUNCTION_LINES || groups.has(node)) return;
    found.push({ name: names.get(node) ?? ("id" in node ? node.id?.name : undefined) ?? "(nameless)", node, lines });
  };
  new Visitor({
    CallExpression: (node) => {
      const callee = source.text.slice(node.callee.start, node.callee.end);
      if (/^describe\b/.test(callee)) for (const argument of node.arguments) groups.add(argument);
    },
    VariableDeclarator: ({ id, init }) =>
      void names.set(init, source.text.slice(id.start, id.end).split(":", 1)[0] ?? ""),
    Property: ({ key, value }) => void names.set(value, source.text.slice(key.start, key.end)),
    MethodDefinition: ({ key, value }) => void names.set(value, source.text.slice(key.start, key.end)),
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: add,
  }).visit(source.parsed.program);
  return found;
}
