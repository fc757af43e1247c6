import { Visitor } from "oxc-parser";
import { type Finding, placeOf, type Source } from "./source.ts";

/** Holes in the types: `any`, non-null `!`, and comments that switch the compiler off. */
export function typeHoleFindings(source: Source): Finding[] {
  const found: Finding[] = [];
  new Visitor({
    TSAnyKeyword: (node) => void found.push(`${placeOf(source, node)}: any`),
    TSNonNullExpression: (node) => void found.push(`${placeOf(source, node)}: non-null assertion`),
  }).visit(source.parsed.program);
  for (const comment of source.parsed.comments) {
    if (/@ts-(ignore|nocheck)\b|\{any\}|\{\*\}/.test(comment.value)) {
      found.push(`${placeOf(source, comment)}: switches the compiler off`);
    }
  }
  return found;
}
