import { z } from "zod";

/** One sentence for each thing that is wrong, each with the path of the wrong value: `cabinet.plinthMm: must be …`. */
export function describeIssues(error: z.ZodError, input: unknown): string[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => `${dotPath([...issue.path, key])}: is not a known setting. Check its spelling.`);
    return [`${dotPath(issue.path)}: ${describe(issue, valueAt(input, issue.path))}.`];
  });
}

function dotPath(path: readonly PropertyKey[]): string {
  return z.core.toDotPath(path) || "(whole file)";
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined && issue.code !== "custom") return "is missing";
  const is = shown(value);
  switch (issue.code) {
    case "invalid_type":
      return `must be ${NAMES[issue.expected] ?? issue.expected}${is}`;
    case "too_small":
      return `must ${sizeWords(issue.origin)} at least ${issue.minimum}${is}`;
    case "too_big":
      return `must ${sizeWords(issue.origin)} at most ${issue.maximum}${is}`;
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}${is}`;
    case "invalid_value":
      return `must be ${issue.values.map((allowed) => JSON.stringify(allowed)).join(" or ")}${is}`;
    case "invalid_union":
      return `is none of the allowed kinds${is}`;
    default:
      return issue.message;
  }
}

const NAMES: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a number",
  string: "a text",
  boolean: "true or false",
  array: "a list",
  object: "a group of settings in braces",
};

function sizeWords(origin: string): string {
  if (origin === "string") return "have a length of";
  return origin === "array" ? "have a number of entries of" : "be";
}

/** Numbers and truth values help; texts may be secrets, and are not repeated. */
function shown(value: unknown): string {
  return typeof value === "number" || typeof value === "boolean" ? ` (is ${value})` : "";
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
