import { existsSync } from "node:fs";
import { until } from "../until.ts";
import { type Program, startProgram } from "./program.ts";

/** Two serial devices joined back to back, without hardware. */
export interface PtyPair {
  /** The end that the kiosk opens. */
  readonly kioskPath: string;
  /** The end that the simulated device, or the test, opens. */
  readonly devicePath: string;
  readonly program: Program;
}

/** Joins two pseudo-terminals with socat; the paths are `<name>` and `<name>.far` in this folder. */
export async function startPtyPair(folder: string, name: string): Promise<PtyPair> {
  const kioskPath = `${folder}/${name}`;
  const devicePath = `${kioskPath}.far`;
  const end = (path: string): string => `pty,raw,echo=0,link=${path}`;
  const program = await startProgram({
    command: "socat",
    args: ["-d", "-d", end(kioskPath), end(devicePath)],
    readyOn: "stderr",
    isReady: (line) => line.includes("starting data transfer loop"),
  });
  await until(() => existsSync(kioskPath) && existsSync(devicePath), { what: `the pseudo-terminals ${name}` });
  return { kioskPath, devicePath, program };
}
