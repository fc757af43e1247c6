import type { Observation, RunChecker } from "../contract/observation.ts";
import { logCheckers } from "./log/logCheckers.ts";

/** What a log alone can break, held against every event as it becomes durable. */
export class LogRules implements RunChecker {
  readonly name = "log";
  readonly #checkers = logCheckers();

  take(observation: Observation): string | undefined {
    if (observation.kind !== "event") return undefined;
    const { event } = observation;
    for (const checker of this.#checkers) {
      const problem = checker.take(event);
      if (problem !== undefined) return `${checker.name}, event ${event.seq} (${event.type}): ${problem}.`;
    }
    return undefined;
  }
}
