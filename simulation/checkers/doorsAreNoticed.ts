import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Evidence, Observation, RunChecker } from "../contract/observation.ts";
import { Presence } from "./presence.ts";

/** After this a door that stands open before a kiosk that can read it, with nobody there, is known to it, milliseconds. */
const NOTICED_MS = 15 * 60_000;

/**
 * Liveness: a door that stands open is no secret. While the kiosk is up and can read it, and nobody is there to shut it,
 * its compartment leaves service, its sensor is doubted, or a case is open about it.
 */
export class DoorsAreNoticed implements RunChecker {
  readonly name = "liveness";
  readonly #blinding: ReadonlySet<string>;
  readonly #presence = new Presence();
  /** Doors that stand open and of which nothing is known yet, longest first. */
  readonly #open = new Map<CompartmentNumber, number>();
  readonly #blind = new Map<string, number>();
  #isUp = false;
  #sightedSinceMs = 0;

  constructor(blinding: ReadonlySet<string>) {
    this.#blinding = blinding;
  }

  take(observation: Observation, evidence: Evidence): string | undefined {
    const { atMs } = observation;
    const problem = this.#ignored(atMs, evidence);
    this.#presence.note(observation);
    if (observation.kind === "door") {
      this.#open.delete(observation.compartmentNumber);
      if (observation.isOpen) this.#open.set(observation.compartmentNumber, atMs);
    }
    if (observation.kind === "started" || observation.kind === "powerCut") {
      this.#isUp = observation.kind === "started";
      this.#sightedSinceMs = atMs;
    }
    if (observation.kind === "fault" && this.#blinding.has(observation.name)) {
      const step = observation.phase === "begins" ? 1 : -1;
      this.#blind.set(observation.name, (this.#blind.get(observation.name) ?? 0) + step);
      this.#sightedSinceMs = atMs;
    }
    return problem;
  }

  #ignored(atMs: number, evidence: Evidence): string | undefined {
    const [oldest] = this.#open;
    const { person, sinceMs: aloneSinceMs } = this.#presence;
    if (oldest === undefined || !this.#isUp || person !== undefined) return undefined;
    const [compartmentNumber, openSinceMs] = oldest;
    if (atMs - Math.max(openSinceMs, this.#sightedSinceMs, aloneSinceMs) <= NOTICED_MS) return undefined;
    if ([...this.#blind.values()].some((count) => count > 0)) return undefined;
    // Known from here on, or a violation: either way it is looked at once.
    this.#open.delete(compartmentNumber);
    const register = evidence.register();
    const compartment = register?.get("compartment", String(compartmentNumber));
    if (register === undefined || compartment === undefined) return undefined;
    const isKnown = compartment.outOfService !== undefined || compartment.faultySensor !== undefined;
    const minutes = Math.round((atMs - openSinceMs) / 60_000);
    return isKnown
      ? undefined
      : `The door of compartment ${compartmentNumber} has stood open for ${minutes} minutes unnoticed.`;
  }
}
