import { parseArgs } from "node:util";
import { failed, ok, type Result } from "#core/base/result.ts";

/** What the command line of the benchmarks says. */
export interface BenchOptions {
  /** Deposits and collections each; appends are twenty times as many. */
  readonly rounds: number;
}

const DEFAULT_ROUNDS = 60;
const MOST_ROUNDS = 2_000;
const USAGE = `Usage: npm run --silent bench -- [--rounds NUMBER]   (1 to ${MOST_ROUNDS}, ${DEFAULT_ROUNDS} by default)`;

/** Reads the command line; fails with a sentence that says how it is used. */
export function readBenchOptions(args: readonly string[]): Result<BenchOptions, string> {
  try {
    // JSON is all that is printed, with or without the flag that asks for it.
    const options = { rounds: { type: "string" }, json: { type: "boolean" } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const rounds = values.rounds === undefined ? DEFAULT_ROUNDS : Number(values.rounds);
    const isPossible = Number.isInteger(rounds) && rounds >= 1 && rounds <= MOST_ROUNDS;
    return isPossible ? ok({ rounds }) : failed(`--rounds cannot be "${values.rounds}". ${USAGE}`);
  } catch (error) {
    return failed(`${error instanceof Error ? error.message : String(error)} ${USAGE}`);
  }
}
