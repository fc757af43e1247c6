import { importsOf } from "./imports.ts";
import type { Finding, Source } from "./source.ts";

/** Groups of files that load each other, one finding a group. Imports of types only and `import()` do not count. */
export function cycleFindings(sources: readonly Source[]): Finding[] {
  const edges = new Map(sources.map((source) => [source.path, loadedBy(source)]));
  return strongGroups(edges).map((group) => `import cycle: ${group.join(" → ")} → ${group[0]}`);
}

function loadedBy(source: Source): string[] {
  return importsOf(source).flatMap(({ target, isTypeOnly, isDynamic }) => {
    return target !== undefined && !isTypeOnly && !isDynamic ? [target] : [];
  });
}

/** Tarjan's algorithm: strongly connected groups of more than one file, and files that import themselves. */
function strongGroups(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const groups: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];

  const visit = (file: string): number => {
    const own = index.size;
    index.set(file, own);
    low.set(file, own);
    stack.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!edges.has(next)) continue;
      const reached = index.has(next) ? (stack.includes(next) ? index.get(next) : undefined) : visit(next);
      low.set(file, Math.min(low.get(file) ?? own, reached ?? own));
    }
    if (low.get(file) === own) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1 || edges.get(file)?.includes(file)) groups.push(group);
    }
    return low.get(file) ?? own;
  };

  for (const file of edges.keys()) if (!index.has(file)) visit(file);
  return groups;
}
