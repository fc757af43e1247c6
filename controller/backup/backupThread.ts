import { parentPort, workerData } from "node:worker_threads";
import { assert } from "#core/base/assert.ts";
import { copyAndVerify } from "#db/backup.ts";

assert(parentPort !== null && Array.isArray(workerData), "This file runs as a thread of the controller.");
const [fromPath, toPath] = workerData.map(String);
assert(fromPath !== undefined && toPath !== undefined, "The thread is told where the copy goes.");
parentPort.postMessage(await copyAndVerify(fromPath, toPath));
