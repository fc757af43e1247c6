import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { Observation, RunChecker } from "../contract/observation.ts";

/** Longest time from a request to its outcome while the kiosk is up, beyond the request's use-by time, milliseconds. */
const OUTCOME_MS = 60_000;

/** Liveness: each request gets its outcome soon, and none is left from before when the kiosk is up again. */
export class RequestsEnd implements RunChecker {
  readonly name = "liveness";
  /** Requests without an outcome, oldest first. */
  readonly #waiting = new Map<Id, { readonly compartmentNumber: CompartmentNumber; readonly untilMs: number }>();
  #isUp = true;

  take(observation: Observation): string | undefined {
    const { atMs } = observation;
    if (observation.kind === "powerCut") this.#isUp = false;
    if (observation.kind === "started") {
      this.#isUp = true;
      const [left] = this.#waiting.values();
      if (left !== undefined)
        return `The kiosk is up again, and the request for compartment ${left.compartmentNumber} has no outcome.`;
    }
    if (observation.kind === "event") {
      const { type, payload } = observation.event;
      if (type === "compartmentOpenRequested") {
        const { requestId, compartmentNumber, useByMs } = payload;
        this.#waiting.set(requestId, { compartmentNumber, untilMs: atMs + useByMs + OUTCOME_MS });
      }
      if (type === "compartmentOpened" || type === "compartmentOpenFailed") this.#waiting.delete(payload.requestId);
    }
    if (!this.#isUp) return undefined;
    const [oldest] = this.#waiting.values();
    if (oldest === undefined || oldest.untilMs >= atMs) return undefined;
    return `The request for compartment ${oldest.compartmentNumber} has had no outcome for too long.`;
  }

  atEnd(): string | undefined {
    const [left] = this.#waiting.values();
    return left && `The request for compartment ${left.compartmentNumber} never got an outcome.`;
  }
}
