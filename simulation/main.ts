import { randomInt } from "node:crypto";
import { reportOf, reportWords } from "./engine/report.ts";
import { readFlags, USAGE } from "./flags.ts";
import { runSeed, tellFailure } from "./runSeed.ts";

/** Runs in which a failing one is made shorter. */
const SHRINKING_RUNS = 60;

process.exitCode = await main();

async function main(): Promise<number> {
  const flags = readFlags(process.argv.slice(2));
  if (!flags.ok || flags.value.isHelp) {
    process.stderr.write(`${flags.ok ? "" : `${flags.error}\n\n`}${USAGE}`);
    return flags.ok ? 0 : 2;
  }
  const { days, runs, isJson, faultNames, mix, only, untilDay } = flags.value;
  const firstSeed = flags.value.seed ?? randomInt(2 ** 32 - runs);
  const startMs = performance.now();
  const results = [];
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const options = { seed, days, faultNames, mix, only, untilDay };
    const result = await runSeed(options);
    results.push({ ...result, story: [] });
    process.stderr.write(`seed ${seed}: ${result.violation?.sentence ?? "no violation"} [${result.fingerprint}]\n`);
    if (result.violation !== undefined) process.stderr.write(`${await tellFailure(options, SHRINKING_RUNS)}\n`);
  }
  const report = reportOf(results, performance.now() - startMs);
  process.stdout.write(
    isJson ? `${JSON.stringify({ ...report, firstSeed, mix }, undefined, 2)}\n` : reportWords(report),
  );
  return report.violations.length === 0 ? 0 : 1;
}
