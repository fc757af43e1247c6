import { type Argument, type CallExpression, type Node, Visitor } from "oxc-parser";
import { type Finding, placeOf, type Source } from "./source.ts";

const TEST_WORDS = new Set(["test", "it", "describe", "suite", "bench"]);
const SWITCHES = new Set(["skip", "skipIf", "runIf", "todo", "only", "fails"]);
const TABLE_WORDS = new Set(["each", "for"]);
const SWITCHED_WORDS = new Set(["xit", "xtest", "xdescribe", "fit", "fdescribe"]);

/** Tests that do not run, or keep others from running. */
export function skippedTestFindings(source: Source): Finding[] {
  const found: Finding[] = [];
  new Visitor({
    MemberExpression: (node) => {
      if (node.computed || node.property.type !== "Identifier" || !SWITCHES.has(node.property.name)) return;
      const root = rootName(node.object);
      const isContext = root === "context" || root === "ctx";
      if (TEST_WORDS.has(root) || isContext) found.push(`${placeOf(source, node)}: ${root}.${node.property.name}`);
    },
    CallExpression: ({ callee, start }) => {
      if (callee.type === "Identifier" && SWITCHED_WORDS.has(callee.name)) {
        found.push(`${placeOf(source, { start })}: ${callee.name}`);
      }
    },
  }).visit(source.parsed.program);
  return found;
}

/** Files that hold tests but are not called `*.test.ts`, so that no run finds them. */
export function lostTestFindings(source: Source): Finding[] {
  if (/\.test\.tsx?$/.test(source.path) || !source.path.startsWith("tests/")) return [];
  return testTitles(source).length > 0 ? [`${source.path}: holds tests but is not named *.test.ts`] : [];
}

/** Titles that two tests of the project share, each with its groups in front. */
export function sharedTitleFindings(sources: readonly Source[]): Finding[] {
  const places = Map.groupBy(
    sources.flatMap((source) => testTitles(source)),
    ({ title }) => title,
  );
  return [...places]
    .filter(([, tests]) => tests.length > 1)
    .map(([title, tests]) => `"${title}" at ${tests.map(({ place }) => place).join(" and ")}`);
}

/** Title and place of each `test` or `it` of a source; the titles of the groups around it come first. */
function testTitles(source: Source): { title: string; place: string }[] {
  const found: { title: string; place: string }[] = [];
  const groups: { end: number; title: string }[] = [];
  new Visitor({
    CallExpression: (node) => {
      const word = rootName(node.callee);
      const title = literalOf(node.arguments[0], source.text);
      if (title === undefined || !TEST_WORDS.has(word) || isTable(node)) return;
      while (groups.length > 0 && (groups.at(-1)?.end ?? 0) < node.start) groups.pop();
      if (word === "describe" || word === "suite") groups.push({ end: node.end, title });
      else {
        const words = [...groups.map((group) => group.title), title];
        found.push({ title: words.join(" > "), place: placeOf(source, node) });
      }
    },
  }).visit(source.parsed.program);
  return found;
}

/** `test.each([...])` is a call of its own, whose result is called with the title. */
function isTable({ callee }: CallExpression): boolean {
  return (
    callee.type === "MemberExpression" && callee.property.type === "Identifier" && TABLE_WORDS.has(callee.property.name)
  );
}

function literalOf(node: Argument | undefined, text: string): string | undefined {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  return node?.type === "TemplateLiteral" ? text.slice(node.start + 1, node.end - 1) : undefined;
}

function rootName(node: Node): string {
  if (node.type === "Identifier") return node.name;
  if (node.type === "MemberExpression") return rootName(node.object);
  if (node.type === "CallExpression") return rootName(node.callee);
  if (node.type === "TaggedTemplateExpression") return rootName(node.tag);
  return "";
}
