import { parentPort, workerData } from "node:worker_threads";
import { assert } from "#core/base/assert.ts";
import type { ReadableDb } from "#db/connection.ts";
import { replayLog } from "#db/eventLog/projections.ts";
import { openForReading } from "#db/open.ts";
import { troubleOf } from "#db/trouble.ts";
import { verifyLog } from "#db/verifyLog.ts";
import type { ThreadVerdict } from "./verifyInThread.ts";

assert(parentPort !== null && typeof workerData === "string", "This file runs as a thread of the controller.");
const db = openForReading(workerData);
const verdict = verdictOn(db);
db.close();
parentPort.postMessage(verdict);

/** Pages that cannot be read are a verdict too. Throws where the file could not be looked at for another reason. */
function verdictOn(db: ReadableDb): ThreadVerdict {
  try {
    const { isSound, lastSeq, faults, isHistorySound } = verifyLog(db);
    const canRemakeRegister = isSound || (isHistorySound && canReplay(db));
    return { isSound, lastSeq, faults: faults.length, isHistorySound, canRemakeRegister };
  } catch (error) {
    if (troubleOf(error) !== "damaged") throw error;
    return { isSound: false, lastSeq: 0, faults: 1, isHistorySound: false, canRemakeRegister: false };
  }
}

function canReplay(db: ReadableDb): boolean {
  try {
    replayLog(db);
    return true;
  } catch {
    // An event that cannot be applied: making the register anew would end there.
    return false;
  }
}
