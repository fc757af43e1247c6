import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { EventPayload, KioskEvent } from "#core/events/event.ts";
import type { Observation, RunChecker } from "../contract/observation.ts";

/**
 * I5 against what the doors did: "collected and verified" only where the door stood open after this visit asked for it
 * and is shut now, nothing while its sensor is declared faulty. A sensor that
 * is made to lie cannot be seen through: while such a fault lasts, its readings count.
 */
export class CollectedWasOpened implements RunChecker {
  readonly name = "I5";
  /** Faults that make a door sensor lie. */
  readonly #lying: ReadonlySet<string>;
  #liesUntilMs = Number.NEGATIVE_INFINITY;
  #lies = 0;
  readonly #open = new Set<CompartmentNumber>();
  /** When each compartment was asked for in its newest visit, and whether its door opened since. */
  readonly #asked = new Map<CompartmentNumber, { visitId: string; atMs: number; wasOpen: boolean }>();
  readonly #declaredFaulty = new Set<CompartmentNumber>();

  constructor(lyingSensorFaults: ReadonlySet<string>) {
    this.#lying = lyingSensorFaults;
  }

  take(observation: Observation): string | undefined {
    if (observation.kind === "fault" && this.#lying.has(observation.name)) {
      this.#lies += observation.phase === "begins" ? 1 : -1;
      if (observation.phase === "heals") this.#liesUntilMs = observation.atMs;
    }
    if (observation.kind === "door") this.#door(observation.compartmentNumber, observation.isOpen);
    return observation.kind === "event" ? this.#event(observation.event, observation.atMs) : undefined;
  }

  #door(compartmentNumber: CompartmentNumber, isOpen: boolean): void {
    if (!isOpen) return void this.#open.delete(compartmentNumber);
    this.#open.add(compartmentNumber);
    const asked = this.#asked.get(compartmentNumber);
    if (asked !== undefined) asked.wasOpen = true;
  }

  #event({ type, payload }: KioskEvent, atMs: number): string | undefined {
    if (type === "doorSensorDeclared") {
      if (payload.isFaulty) this.#declaredFaulty.add(payload.compartmentNumber);
      else this.#declaredFaulty.delete(payload.compartmentNumber);
    }
    if (type === "compartmentOpenRequested") this.#request(payload, atMs);
    return type === "resultCollected" ? this.#collected(payload) : undefined;
  }

  #request({ compartmentNumber, visitId }: EventPayload<"compartmentOpenRequested">, atMs: number): void {
    if (this.#asked.get(compartmentNumber)?.visitId === visitId) return;
    this.#asked.set(compartmentNumber, { visitId, atMs, wasOpen: this.#open.has(compartmentNumber) });
  }

  #collected({ compartmentNumber, visitId, isVerified }: EventPayload<"resultCollected">): string | undefined {
    if (!isVerified) return undefined;
    if (this.#declaredFaulty.has(compartmentNumber))
      return `The result in compartment ${compartmentNumber} counts as verified although the door's sensor is faulty.`;
    const asked = this.#asked.get(compartmentNumber);
    const isBelievable = this.#lies > 0 || (asked !== undefined && asked.atMs <= this.#liesUntilMs);
    if (isBelievable) return undefined;
    const door = `The result in compartment ${compartmentNumber} counts as collected`;
    if (asked?.visitId !== visitId || !asked.wasOpen) return `${door}, but its door never opened in this visit.`;
    return this.#open.has(compartmentNumber) ? `${door}, but its door stands open.` : undefined;
  }
}
