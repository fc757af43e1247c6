import { openProgramLog } from "./programLog.ts";
import { type Program, type Supervised, supervise } from "./supervise.ts";

/** A supervised program together with where it is reached. */
export type StartedProgram = Supervised & {
  /** Resolves with its first address, by `ready URL`. */
  readonly ready: Promise<string>;
  /** Further pages it announced, by name. */
  readonly addresses: ReadonlyMap<string, string>;
};

/**
 * Keeps a program running, its output in a log file. Says when it ended, with its last lines, and when it is back.
 * @param options.onBack it is ready again after a restart, at this address
 */
export function startProgram(
  program: Program,
  { logFolder, say, onBack }: { logFolder: string; say: (line: string) => void; onBack: (url: string) => void },
): StartedProgram {
  const log = openProgramLog(logFolder, program.name.replace(" ", "-"));
  const addresses = new Map<string, string>();
  let isFirst = true;
  const { promise: ready, resolve } = Promise.withResolvers<string>();
  const supervised = supervise(program, {
    onOutput: log.add,
    onLine: (line) => {
      if (line.kind === "address") addresses.set(line.name, line.url);
      else if (isFirst) {
        isFirst = false;
        resolve(line.url);
      } else onBack(line.url);
    },
    onEnded: (reason, pauseMs) => {
      say(`The ${program.name} ${reason}; starting it again in ${pauseMs / 1000} s. Its last lines (${log.path}):`);
      for (const line of log.recent()) say(`  ${line}`);
    },
  });
  return { ready, addresses, stop: supervised.stop };
}
