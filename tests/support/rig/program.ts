import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Folder of package.json. */
export const projectRoot = fileURLToPath(new URL("../../../", import.meta.url));

/** The same programs start dozens of times: compiled once, they start twice as fast. */
const COMPILE_CACHE = join(projectRoot, "node_modules/.cache/test-programs");

/** Longest wait for a program's first line: a busy machine with two cores compiles slowly, milliseconds. */
const READY_TIMEOUT_MS = 60_000;
/** Lines of standard error that are kept for the message of a failed test. */
const ERROR_LINES = 40;

/** Kiosks of these tests register here, not with the machine. */
export const testRegistry = join(tmpdir(), `dossier-kiosk-registry-${process.pid}`);
process.once("exit", () => rmSync(testRegistry, { recursive: true, force: true }));

export interface ProgramOptions {
  readonly command: string;
  readonly args: readonly string[];
  /** Recognises the line that says that the program is ready. */
  readonly isReady: (line: string) => boolean;
  /** Where the program prints that line; standard output by default. */
  readonly readyOn?: "stdout" | "stderr";
}

/** A real process that a test started. */
export interface Program {
  /** The line that said that it is ready. */
  readonly readyLine: string;
  readonly isRunning: boolean;
  /** The number of its process. */
  readonly pid: number;
  /** The newest lines of standard error. */
  readonly errorLines: readonly string[];
  /** Sends a signal; resolves when the process is gone, at once for SIGSTOP and SIGCONT. */
  signal(name: NodeJS.Signals): Promise<void>;
}

/** Starts a program and waits until it says that it is ready; rejects with its last words where it ends before. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { command, args, isReady, readyOn = "stdout" } = options;
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE, KIOSK_REGISTRY: testRegistry };
  // A group of its own, so that a signal reaches what the program started itself, such as the program behind `npm run`.
  const child = spawn(command, [...args], { cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"], env, detached: true });
  const send = (name: NodeJS.Signals): void => signalGroup(child, name);
  const endWithTests = (): void => send("SIGKILL");
  process.once("exit", endWithTests);
  const errorLines: string[] = [];
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  void ended.then(() => process.off("exit", endWithTests));
  const readyLine = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new Error(`${command} ${args.join(" ")}: ${why}\n${errorLines.join("\n")}`));
    const timer = setTimeout(() => {
      send("SIGKILL");
      fail(`not ready after ${READY_TIMEOUT_MS} ms`);
    }, READY_TIMEOUT_MS);
    const take = (line: string): void => {
      if (!isReady(line)) return;
      clearTimeout(timer);
      resolve(line);
    };
    readLines(child, "stderr", (line) => {
      errorLines.push(line);
      if (errorLines.length > ERROR_LINES) errorLines.shift();
      if (readyOn === "stderr") take(line);
    });
    readLines(child, "stdout", (line) => readyOn === "stdout" && take(line));
    child.once("error", (error) => fail(error.message));
    child.once("close", (code) => {
      clearTimeout(timer);
      fail(`ended with ${code} before it was ready`);
    });
  });
  return {
    readyLine,
    errorLines,
    // It printed a line, so it was started.
    pid: child.pid ?? Number.NaN,
    get isRunning() {
      return child.exitCode === null && child.signalCode === null;
    },
    signal: async (name) => {
      send(name);
      if (name !== "SIGSTOP" && name !== "SIGCONT") await ended;
    },
  };
}

/** Starts one of the project's own programs on the Node that runs the tests. */
export function startNodeProgram(script: string, args: readonly string[], isReady = isReadyLine): Promise<Program> {
  return startProgram({ command: process.execPath, args: [script, ...args], isReady });
}

/** The supervisor's protocol: `ready URL`. */
export function isReadyLine(line: string): boolean {
  return line.startsWith("ready ");
}

/** A group that is gone already needs no signal. */
function signalGroup({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // ESRCH: every process of the group has ended.
  }
}

function readLines(child: ChildProcess, stream: "stdout" | "stderr", take: (line: string) => void): void {
  const input = child[stream];
  if (input) createInterface({ input }).on("line", take);
}
