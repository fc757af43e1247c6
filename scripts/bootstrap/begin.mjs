// What `npm start` and `npm test` have in common before there are any packages.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackages } from "./packages.mjs";
import { runPinned } from "./pinnedNode.mjs";

const OLDEST_NODE = 20;

/** Folder of package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Checks this Node, installs what is missing, does `prepare`, and hands over to `script` on the pinned Node.
 * A failure is one sentence on stderr and exit code 1.
 * @param {string} script path from root
 * @param {() => Promise<void>} [prepare]
 */
export async function begin(script, prepare = async () => {}) {
  try {
    const major = Number(process.versions.node.split(".")[0]);
    if (major < OLDEST_NODE) throw new Error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`);
    await installPackages(root, say);
    await prepare();
    runPinned(root, script, process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** @param {string} line */
export function say(line) {
  console.log(line);
}
