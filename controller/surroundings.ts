import { randomInt } from "node:crypto";
import type { Clock } from "#core/interfaces/clock.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { type Derive, scryptKey } from "./credentials/slowHash.ts";
import { createRandomPool } from "./keys/randomPool.ts";
import { type ThreadVerdict, verifyInThread } from "./technician/verifyInThread.ts";
import { systemTimeMark } from "./time/timekeeper.ts";

/**
 * Everything through which the world reaches a kiosk besides its devices and its disk. The composition takes time,
 * chance and the network from here alone, so that with other surroundings the same kiosk runs in simulated time.
 */
export interface Surroundings {
  readonly clock: Clock;
  /** Cryptographically secure. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** 0..1, for pauses that must not coincide. */
  readonly random: () => number;
  readonly derive: Derive;
  /** When the system's time service heard from a server last, wall milliseconds; absent: nothing sets this clock. */
  readonly timeMark?: (() => number | undefined) | undefined;
  /** The way to the back office. */
  readonly fetch: typeof globalThis.fetch;
  /** Room on the disk that holds a folder, bytes; absent: the system is asked. Throws what the system says. */
  readonly freeBytes?: ((folder: string) => number) | undefined;
  /** Checks a whole log file while doors and screen go on. Rejects where it cannot be read. */
  readonly verifyLog: (file: string) => Promise<ThreadVerdict>;
}

/** The machine's own. */
export function systemSurroundings(): Surroundings {
  return {
    clock: systemClock(),
    randomBytes: createRandomPool(),
    random,
    derive: scryptKey,
    timeMark: systemTimeMark,
    fetch: globalThis.fetch,
    verifyLog: verifyInThread,
  };
}

function random(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
