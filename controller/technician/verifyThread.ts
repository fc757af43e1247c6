import { parentPort, workerData } from "node:worker_threads";
import { assert } from "#core/base/assert.ts";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import type { ThreadVerdict } from "./verifyInThread.ts";

assert(parentPort !== null && typeof workerData === "string", "This file runs as a thread of the controller.");
const db = openForReading(workerData);
const { isSound, lastSeq, faults } = verifyLog(db);
db.close();
parentPort.postMessage({ isSound, lastSeq, faults: faults.length } satisfies ThreadVerdict);
