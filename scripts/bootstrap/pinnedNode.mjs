// Hands over to the pinned Node, which runs TypeScript directly.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";

/**
 * Runs a script with the Node of `node_modules`, with this terminal, and ends as it ends.
 * @param {string} root folder of package.json
 * @param {string} script path from root
 * @param {string[]} args
 */
export function runPinned(root, script, args) {
  const node = join(root, "node_modules", "node", "bin", "node");
  if (!existsSync(node)) throw new Error("The pinned Node is missing. Delete node_modules and run the command again.");
  const bin = join(root, "node_modules", ".bin");
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
  const child = spawn(node, [join(root, script), ...args], { cwd: root, stdio: "inherit", env });
  // A terminal sends Ctrl-C to the child too; it decides when to end, and this process only waits for it.
  process.on("SIGINT", () => {});
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"])) process.on(signal, () => child.kill(signal));
  child.on("close", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}
