import type { Evidence, Observation, RunChecker } from "../contract/observation.ts";

/** Bounded time for the log to reach the back office with all faults healed: its longest pause, and the transfer. */
const DRAINED_MS = 10 * 60_000;

/** Liveness: with nothing broken each event reaches the back office within minutes, however long it was cut off. */
export class EverythingDrains implements RunChecker {
  readonly name = "liveness";
  /** Events that the back office does not have yet: numbers of the present log, and when each was written. */
  readonly #waiting = new Map<number, number>();
  /** When each event was written, by its number; a restored back office may ask for all of them again. */
  #lastSeq = 0;
  readonly #broken = new Map<string, number>();
  #healthySinceMs: number | undefined = 0;

  take(observation: Observation): string | undefined {
    const { atMs } = observation;
    const problem = this.#late(atMs);
    switch (observation.kind) {
      case "event":
        this.#lastSeq = observation.event.seq;
        this.#waiting.set(observation.event.seq, atMs);
        break;
      case "officeStored":
        for (const { seq } of observation.events) this.#waiting.delete(seq);
        break;
      case "officeRewound":
        for (let seq = observation.toSeq + 1; seq <= this.#lastSeq; seq += 1) this.#waiting.set(seq, atMs);
        break;
      case "powerCut":
        this.#healthySinceMs = undefined;
        break;
      case "started":
        this.#healthySinceMs = this.#isBroken() ? undefined : atMs;
        break;
      case "fault": {
        const step = observation.phase === "begins" ? 1 : -1;
        this.#broken.set(observation.name, (this.#broken.get(observation.name) ?? 0) + step);
        this.#healthySinceMs = this.#isBroken() ? undefined : atMs;
        break;
      }
      default:
    }
    return problem;
  }

  atEnd(evidence: Evidence): string | undefined {
    const missing = evidence.kioskLog().length - evidence.officeLog().length;
    return missing === 0 ? undefined : `After a quiet hour ${missing} events have not reached the back office.`;
  }

  #isBroken(): boolean {
    return [...this.#broken.values()].some((count) => count > 0);
  }

  #late(atMs: number): string | undefined {
    const [oldest] = this.#waiting;
    if (oldest === undefined || this.#healthySinceMs === undefined) return undefined;
    const [seq, writtenMs] = oldest;
    const waitedMs = atMs - Math.max(writtenMs, this.#healthySinceMs);
    if (waitedMs <= DRAINED_MS) return undefined;
    return `Event ${seq} has waited ${Math.round(waitedMs / 60_000)} minutes for the back office, with nothing broken.`;
  }
}
