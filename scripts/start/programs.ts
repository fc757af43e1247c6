import { spawn } from "node:child_process";
import { join } from "node:path";
import type { StartOptions } from "./options.ts";
import type { Program } from "./supervise.ts";

/** The back office with its own data, and the conveniences of a desk. */
export function backOfficeProgram(root: string, { dataFolder, backOfficePort }: StartOptions): Program {
  const args = ["--data", join(dataFolder, "backoffice"), "--port", String(backOfficePort), "--desk"];
  return { name: "back office", start: () => startNode(root, "backoffice/server/main.ts", args) };
}

/** The controller with the simulated cabinet; flags override what the desk's configuration says. */
export function controllerProgram(root: string, options: StartOptions): Program {
  const args = ["--config", options.configFile];
  args.push("--data", join(options.dataFolder, "kiosk"), "--port", String(options.controllerPort));
  args.push("--back-office", `http://127.0.0.1:${options.backOfficePort}`);
  return { name: "controller", start: () => startNode(root, "controller/main.ts", args) };
}

function startNode(root: string, script: string, args: readonly string[]) {
  return spawn(process.execPath, [script, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
}
