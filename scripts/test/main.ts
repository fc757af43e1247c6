// All checks: pages build, lint, types, tests. The last line counts them: `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../build/bundle.ts";
import { buildStale, PAGES, projectRoot, SHELL } from "../build/targets.ts";
import { parseTestOptions, type TestOptions } from "./options.ts";
import { addTallies, type Tally, tallyLine, tallyReport } from "./tally.ts";

const total = await runAll(parseTestOptions(process.argv.slice(2)));
console.log(tallyLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

/** With filters only the pages are built and the chosen tests run. */
async function runAll(options: TestOptions): Promise<Tally> {
  const tallies = [await buildAll()];
  if (options.filters.length === 0) {
    tallies.push(check("Lint and format", "biome", ["check", "--error-on-warnings"]));
    tallies.push(check("Types", "tsc", ["-p", "."]));
  }
  tallies.push(runTests(options));
  return addTallies(tallies);
}

async function buildAll(): Promise<Tally> {
  try {
    await buildStale([...PAGES, SHELL], bundle, { root: projectRoot, say: console.log });
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error("The pages could not be built:", error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

function check(title: string, command: string, args: readonly string[]): Tally {
  console.log(`${title} (${command}) …`);
  const isGood = run(command, args) === 0;
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
}

function runTests({ fullMinutes, filters }: TestOptions): Tally {
  const folder = mkdtempSync(join(tmpdir(), "kiosk-tests-"));
  const report = join(folder, "report.json");
  const env = fullMinutes === undefined ? {} : { KIOSK_FULL: "1", KIOSK_MINUTES: String(fullMinutes) };
  console.log(fullMinutes === undefined ? "Tests …" : `Tests, in full, about ${fullMinutes} minutes …`);
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...filters];
  const isClean = run("vitest", args, env) === 0;
  try {
    return tallyReport(JSON.parse(readFileSync(report, "utf8")), isClean);
  } catch {
    return tallyReport(undefined, isClean);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number | null {
  const binary = join(projectRoot, "node_modules", ".bin", command);
  return spawnSync(binary, [...args], { cwd: projectRoot, stdio: "inherit", env: { ...process.env, ...env } }).status;
}
