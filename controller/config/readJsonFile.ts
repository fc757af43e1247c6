import { readFileSync } from "node:fs";
import type { z } from "zod";
import { failed, ok, type Result } from "#core/base/result.ts";
import { describeIssues } from "./describeIssues.ts";

/** Reads a JSON file and checks it. Fails with one sentence for each problem, each beginning with the file's name. */
export function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Result<z.infer<Schema>, readonly string[]> {
  const about = (problem: string): string => `${path}: ${problem}`;
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed([about(error instanceof SyntaxError ? `is not JSON (${why}).` : `cannot be read (${why}).`)]);
  }
  const parsed = schema.safeParse(input);
  return parsed.success ? ok(parsed.data) : failed(describeIssues(parsed.error, input).map(about));
}
