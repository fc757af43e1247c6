import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { type GrowingPause, growingPauseMs } from "#core/base/growingPause.ts";
import { type ProgramLine, parseProgramLine } from "./programLine.ts";

/** Pause before a program that ended is started again. */
const RESTART_PAUSE: GrowingPause = { firstMs: 500, mostMs: 30_000 };
/** A program that ran this long was well: the next failure counts as the first. */
const WELL_AFTER_MS = 60_000;
/** How long a program may take to end when asked to, before it is killed. */
const END_WITHIN_MS = 5_000;

/** A program to keep running. */
export type Program = {
  readonly name: string;
  /** Starts it with piped stdout and stderr. */
  start(): ChildProcess;
};

/** What the supervisor tells. */
export type SupervisorEvents = {
  /** It announced an address; comes again after each restart. */
  onLine(line: ProgramLine): void;
  /** Any other line of its output. */
  onOutput(line: string): void;
  /** It ended by itself and will be started again after the pause. */
  onEnded(reason: string, pauseMs: number): void;
};

/** A program that is kept running until `stop`. */
export type Supervised = {
  /** Asks it to end (SIGTERM), kills it after 5 s, and resolves when it is gone. */
  stop(): Promise<void>;
};

/** Starts a program and starts it again whenever it ends, with pauses that grow, by default from 0.5 s to 30 s. */
export function supervise(
  program: Program,
  events: SupervisorEvents,
  { restartPause = RESTART_PAUSE }: { restartPause?: GrowingPause } = {},
): Supervised {
  let failures = 0;
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess | undefined;

  const run = () => {
    const startedAtMs = performance.now();
    const started = program.start();
    child = started;
    listen(started, events);
    whenEnded(started, (reason) => {
      child = undefined;
      if (isStopping) return;
      failures = performance.now() - startedAtMs >= WELL_AFTER_MS ? 1 : failures + 1;
      const pauseMs = growingPauseMs(failures, restartPause);
      events.onEnded(reason, pauseMs);
      timer = setTimeout(run, pauseMs);
    });
  };
  run();

  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      if (child) await end(child);
    },
  };
}

function listen(child: ChildProcess, events: SupervisorEvents): void {
  if (child.stdout) {
    createInterface(child.stdout).on("line", (line) => {
      const announced = parseProgramLine(line);
      if (announced) events.onLine(announced);
      else events.onOutput(line);
    });
  }
  if (child.stderr) createInterface(child.stderr).on("line", (line) => events.onOutput(line));
}

/** Calls back once, also when the program could not be started at all. */
function whenEnded(child: ChildProcess, onEnded: (reason: string) => void): void {
  child.once("error", (error) => {
    if (child.pid === undefined) onEnded(`could not be started (${error.message})`);
  });
  child.once("close", (code, signal) => {
    if (child.pid !== undefined) onEnded(signal ? `was ended by ${signal}` : `ended with code ${code}`);
  });
}

/** Ends a child process: SIGTERM, then SIGKILL after 5 s. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), END_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
