// `npm run bench`: figures as JSON on standard output, progress on standard error.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "#scripts/build/bundle.ts";
import { buildStale, PAGES, projectRoot } from "#scripts/build/targets.ts";
import { findChromium } from "#scripts/start/findShell.ts";
import { appendFigure, eventAppend, LEAST_PART, stepCommit } from "./append/appendFigure.ts";
import { measureAppend } from "./append/measureAppend.ts";
import { sampleVisitText } from "./append/sampleVisit.ts";
import { measureDiskSync } from "./diskSync.ts";
import type { Figure, MissingFigure } from "./figure.ts";
import { latencyFigure } from "./latencyFigure.ts";
import { startLimits, unlockLimits } from "./limits.ts";
import { dayFigure, idleCpuFigure } from "./locks/lockFigures.ts";
import { measureDay } from "./locks/measureDay.ts";
import { measureIdleCpu } from "./locks/measureIdleCpu.ts";
import { BAUD_RATES, measureLocks } from "./locks/measureLocks.ts";
import { machineFacts } from "./machineFacts.ts";
import { readBenchOptions } from "./options.ts";
import { measureStart } from "./start/measureStart.ts";
import { measureDrain } from "./sync/measureDrain.ts";
import { measureUnlock } from "./unlock/measureUnlock.ts";
import { TURNAROUND_MS } from "./wireEnd.ts";

const APPENDS_PER_ROUND = 20;
const STARTS = 2;

const options = readBenchOptions(process.argv.slice(2));
if (!options.ok) {
  say(options.error);
  process.exit(2);
}
mkdirSync(join(projectRoot, "data"), { recursive: true });
// On the project's own disk: a temporary folder may lie in memory, where nothing is ever synchronised.
const folder = mkdtempSync(join(projectRoot, "data", "bench-"));
const machine = { ...machineFacts(), diskSyncMs: measureDiskSync(folder) };
const figures = await measureAll(options.value.rounds);
process.stdout.write(`${JSON.stringify({ machine, boardTurnaroundMs: TURNAROUND_MS, figures }, undefined, 2)}\n`);
process.exitCode = figures.some((figure) => "problem" in figure) ? 1 : 0;

async function measureAll(rounds: number): Promise<(Figure | MissingFigure)[]> {
  const folderFor = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  };
  try {
    return [
      ...(await measured([eventAppend.name, stepCommit.name], "Event append", async () => {
        const appends = rounds * APPENDS_PER_ROUND;
        const bare = measureAppend(folderFor("append"), appends);
        const withVisit = measureAppend(folderFor("step"), appends, { visit: sampleVisitText });
        return [appendFigure(eventAppend, bare, { least: LEAST_PART }), appendFigure(stepCommit, withVisit)];
      })),
      ...(await measured(["touchToUnlock", "lastDigitToUnlock"], "Touch to unlock", async () => {
        const { afterTouch, afterLastDigit } = await measureUnlock(folderFor, rounds, say);
        return [latencyFigure(afterTouch, unlockLimits.touch), latencyFigure(afterLastDigit, unlockLimits.lastDigit)];
      })),
      ...(await measureBoards(folderFor)),
      ...(await measured(["drainAfter72Hours"], "Queue of 72 offline hours", async () => [
        await measureDrain(folderFor("drain")),
      ])),
      ...(await measured(["startToSnapshot", "startToPage"], "Start to first screen", async () => {
        await buildStale(PAGES.slice(0, 1), bundle, { root: projectRoot, say });
        const { firstSnapshot, pageDrawn } = await measureStart(folderFor, STARTS, chromiumPath());
        return [latencyFigure(firstSnapshot, startLimits.snapshot), latencyFigure(pageDrawn, startLimits.page)];
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureBoards(folderFor: (name: string) => string): Promise<(Figure | MissingFigure)[]> {
  const figures: (Figure | MissingFigure)[] = [];
  for (const baudRate of BAUD_RATES) {
    const names = [`pollCycle${baudRate}`, `unlockWhilePolling${baudRate}`];
    const measure = () => measureLocks(folderFor(`locks${baudRate}`), baudRate);
    figures.push(...(await measured(names, `Ten lock boards at ${baudRate} baud`, measure)));
  }
  const idle = async () => [idleCpuFigure(await measureIdleCpu(folderFor("idle")))];
  figures.push(...(await measured(["idleCpu"], "Idle kiosk with 160 doors", idle)));
  figures.push(...(await measured(["memoryOfADay"], "A day of polling", async () => [dayFigure(await measureDay())])));
  return figures;
}

/** A figure that cannot be measured takes none of the others with it. */
async function measured(
  names: readonly string[],
  title: string,
  measure: () => Promise<Figure[]>,
): Promise<(Figure | MissingFigure)[]> {
  say(`${title} …`);
  try {
    return await measure();
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    say(`  could not be measured: ${problem}`);
    return names.map((name) => ({ name, problem }));
  }
}

function chromiumPath(): string {
  const path = findChromium(process.env.PATH ?? "");
  if (path === undefined) throw new Error("There is no Chromium. Install it with: apt-get install chromium");
  return path;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
