import { Worker } from "node:worker_threads";
import { assert } from "#core/base/assert.ts";

/** What a check of the whole log found. */
export interface ThreadVerdict {
  readonly isSound: boolean;
  readonly lastSeq: number;
  readonly faults: number;
  /** The events themselves are whole, whatever the register says. */
  readonly isHistorySound: boolean;
  /** The register can be made anew from the log. */
  readonly canRemakeRegister: boolean;
}

/** Longest time for a check, milliseconds: years of events. */
const WITHIN_MS = 10 * 60_000;

/** Checks the whole log in a thread of its own, so that doors and screen go on. Rejects where the file cannot be read. */
export function verifyInThread(path: string): Promise<ThreadVerdict> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./verifyThread.ts", import.meta.url), { workerData: path });
    const tooLong = setTimeout(() => void worker.terminate(), WITHIN_MS);
    worker.once("message", (verdict: unknown) => resolve(read(verdict)));
    worker.once("error", reject);
    worker.once("exit", () => {
      clearTimeout(tooLong);
      reject(new Error("The check of the log ended without a verdict."));
    });
  });
}

function read(message: unknown): ThreadVerdict {
  assert(typeof message === "object" && message !== null && "isSound" in message, "The check sends its verdict.");
  // Sent by `verifyThread.ts`, of this same program.
  return message as ThreadVerdict;
}
