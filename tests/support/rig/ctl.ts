import { spawn } from "node:child_process";
import { projectRoot, testRegistry } from "./program.ts";

/** What one call of `kioskctl` came to. */
export interface CtlResult {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  /** The one JSON document of `--json`; throws where standard output is anything else. */
  json(): unknown;
}

export interface CtlOptions {
  /** Standard input, all at once. */
  readonly input?: string;
  /** Answers a line of standard error, for the wizard; undefined answers nothing. */
  readonly answer?: (line: string) => Promise<string | undefined> | string | undefined;
  /** Registry of this call; the tests' own by default. */
  readonly registry?: string;
}

/** Runs the real `kioskctl` as a process of its own. */
export function runCtl(args: readonly string[], { input, answer, registry = testRegistry }: CtlOptions = {}) {
  const env = { ...process.env, KIOSK_REGISTRY: registry };
  const child = spawn(process.execPath, ["controller/ctl/main.ts", ...args], { cwd: projectRoot, env });
  const text = { out: "", err: "" };
  let held = "";
  let answers = Promise.resolve();
  child.stdout.on("data", (bytes) => {
    text.out += String(bytes);
  });
  child.stderr.on("data", (bytes) => {
    text.err += String(bytes);
    const lines = `${held}${String(bytes)}`.split("\n");
    held = lines.pop() ?? "";
    for (const line of lines) {
      answers = answers.then(async () => {
        const said = await answer?.(line);
        if (said !== undefined && child.stdin.writable) child.stdin.write(`${said}\n`);
      });
    }
  });
  child.stdin.on("error", () => {});
  if (answer === undefined) child.stdin.end(input ?? "");
  return new Promise<CtlResult>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      resolve({ status, ...text, json: () => JSON.parse(text.out) });
    });
  });
}
