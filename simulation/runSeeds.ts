import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { RunResult } from "./contract/run.ts";
import { runSeed, type SeedOptions } from "./runSeed.ts";

export interface SeedsOptions {
  /** Taken one by one, by whoever is free. */
  readonly seeds: Iterable<SeedOptions>;
  /** Processes; with 1 the runs are in this one. */
  readonly workers: number;
  /** As each run ends; not in the order of the seeds where there are several workers. Rejections end everything. */
  readonly onResult: (result: RunResult, options: SeedOptions) => Promise<void> | void;
}

/** Lives through many seeds. Rejects for a defect of the simulation itself. */
export async function runSeeds({ seeds, workers, onResult }: SeedsOptions): Promise<void> {
  const waiting = seeds[Symbol.iterator]();
  const children =
    workers === 1
      ? []
      : Array.from({ length: workers }, () => fork(WORKER, { serialization: "advanced", execArgv: [] }));
  const work = async (run: (options: SeedOptions) => Promise<RunResult>): Promise<void> => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      await onResult(await run(next.value), next.value);
    }
  };
  try {
    const runners =
      workers === 1 ? [runSeed] : children.map((child) => (options: SeedOptions) => runIn(child, options));
    await Promise.all(runners.map(work));
  } finally {
    for (const child of children) child.kill();
  }
}

const WORKER = fileURLToPath(new URL("seedWorker.ts", import.meta.url));

async function runIn(child: ChildProcess, options: SeedOptions): Promise<RunResult> {
  child.send(options);
  const over = new AbortController();
  const { signal } = over;
  try {
    const ended = once(child, "exit", { signal }).then(([code]: number[]): never => {
      throw new Error(`The process that lived through seed ${options.seed} ended with ${code}.`);
    });
    // A process of our own program: what it sends is what `seedWorker.ts` sends.
    const [result] = (await Promise.race([once(child, "message", { signal }), ended])) as [RunResult];
    return result;
  } finally {
    over.abort();
  }
}
