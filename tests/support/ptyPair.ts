import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { until } from "./until.ts";

/** Two joined pseudo-terminals, each under a path that stays the same when the pair is made anew. */
export interface PtyPair {
  readonly driverPath: string;
  readonly devicePath: string;
  /** Ends both, as when a USB adapter is pulled out. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
}

/** A pair named `name` in `folder`, plugged in. Needs Debian's socat. */
export async function createPtyPair(folder: string, name: string): Promise<PtyPair> {
  const driverPath = `${folder}/${name}-driver`;
  const devicePath = `${folder}/${name}-device`;
  let socat: ChildProcess | undefined;
  const pair: PtyPair = {
    driverPath,
    devicePath,
    plug: async () => {
      const ends = [driverPath, devicePath].map((path) => `pty,raw,echo=0,link=${path}`);
      socat = spawn("socat", ends, { stdio: "ignore" });
      await until(() => existsSync(driverPath) && existsSync(devicePath));
    },
    unplug: async () => {
      const ending = socat;
      socat = undefined;
      if (ending === undefined) return;
      const ended = new Promise((resolve) => ending.once("exit", resolve));
      ending.kill("SIGTERM");
      await ended;
    },
  };
  await pair.plug();
  return pair;
}
