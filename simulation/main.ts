import { randomInt } from "node:crypto";
import type { RunResult } from "./contract/run.ts";
import { reportOf, reportWords } from "./engine/report.ts";
import { readFlags, USAGE } from "./flags.ts";
import { type SeedOptions, tellFailure } from "./runSeed.ts";
import { runSeeds } from "./runSeeds.ts";

/** Runs in which a failing one is made shorter. */
const SHRINKING_RUNS = 60;

process.exitCode = await main();

async function main(): Promise<number> {
  const flags = readFlags(process.argv.slice(2));
  if (!flags.ok || flags.value.isHelp) {
    process.stderr.write(`${flags.ok ? "" : `${flags.error}\n\n`}${USAGE}`);
    return flags.ok ? 0 : 2;
  }
  const { days, runs, workers, isJson, faultNames, mix, only, untilDay } = flags.value;
  const firstSeed = flags.value.seed ?? randomInt(2 ** 32 - runs);
  const startMs = performance.now();
  const results: RunResult[] = [];
  const failing: SeedOptions[] = [];
  await runSeeds({
    seeds: Array.from({ length: runs }, (_, at) => ({ seed: firstSeed + at, days, faultNames, mix, only, untilDay })),
    workers: Math.min(workers, runs),
    onResult: (result, options) => {
      results.push({ ...result, story: [] });
      const words = result.violation?.sentence ?? "no violation";
      process.stderr.write(`seed ${options.seed}: ${words} [${result.fingerprint}]\n`);
      if (result.violation !== undefined) failing.push(options);
    },
  });
  const report = reportOf(results, performance.now() - startMs);
  for (const options of failing) process.stderr.write(`${await tellFailure(options, SHRINKING_RUNS)}\n`);
  process.stdout.write(
    isJson ? `${JSON.stringify({ ...report, firstSeed, mix }, undefined, 2)}\n` : reportWords(report),
  );
  return report.violations.length === 0 ? 0 : 1;
}
