import type { StoredEvent } from "#core/events/event.ts";
import type { Evidence, Observation, RunChecker } from "../contract/observation.ts";

/**
 * I7: the back office stores each event once, in the order of the log, with the content that the kiosk wrote; after a
 * restore of its own it takes what it lost again. It never has an event that the kiosk does not have.
 */
export class OfficeHasTheLog implements RunChecker {
  readonly name = "I7";
  /** Hashes of the kiosk's events by log, the first at 0. */
  readonly #written = new Map<string, string[]>();
  /** Last number that the back office has, by log. */
  readonly #stored = new Map<string, number>();

  take(observation: Observation): string | undefined {
    if (observation.kind === "event") {
      const { logId, seq, hash } = observation.stored;
      const written = this.#written.get(logId) ?? [];
      this.#written.set(logId, written);
      if (seq !== written.length + 1) return `The kiosk wrote event ${seq} after event ${written.length}.`;
      written.push(hash);
    }
    if (observation.kind === "officeRewound") this.#stored.set(observation.logId, observation.toSeq);
    return observation.kind === "officeStored" ? this.#store(observation.events) : undefined;
  }

  atEnd(evidence: Evidence): string | undefined {
    const [kiosk, office] = [evidence.kioskLog(), evidence.officeLog()];
    const at = kiosk.findIndex((event, index) => office[index]?.hash !== event.hash);
    if (at >= 0) return `Event ${kiosk[at]?.seq} is not in the back office as the kiosk has it.`;
    return office.length > kiosk.length
      ? `The back office has ${office.length} events, the kiosk ${kiosk.length}.`
      : undefined;
  }

  #store(events: readonly StoredEvent[]): string | undefined {
    for (const { logId, seq, hash } of events) {
      const last = this.#stored.get(logId) ?? 0;
      if (seq <= last) return `The back office stored event ${seq} twice.`;
      if (seq !== last + 1) return `The back office stored event ${seq} after event ${last}.`;
      const written = this.#written.get(logId)?.[seq - 1];
      if (written === undefined) return `The back office has event ${seq}, which is not durable at the kiosk.`;
      if (written !== hash) return `The back office has another event ${seq} than the kiosk.`;
      this.#stored.set(logId, seq);
    }
    return undefined;
  }
}
