import type { Id } from "#core/domain/ids.ts";
import type { Observation } from "../contract/observation.ts";

/** Visits of which it is remembered who stood there; a compartment is asked for only in the newest ones. */
const KEPT_VISITS = 50;

/** Who stands at the machine, and who stood there in the course of each visit. */
export class Presence {
  /** Undefined: nobody. */
  person: string | undefined;
  /** Since when it is this person, or nobody; virtual milliseconds. */
  sinceMs = 0;
  #visitId: Id | undefined;
  readonly #visits = new Map<Id, Set<string>>();

  note(observation: Observation): void {
    if (observation.kind === "present") {
      this.person = observation.person;
      this.sinceMs = observation.atMs;
    } else if (observation.kind === "screen") {
      const { visitId, screen } = observation.snapshot;
      // At the idle screen nobody's visit has begun.
      this.#visitId = screen.name === "home" ? undefined : visitId;
    } else if (observation.kind === "event" && "visitId" in observation.event.payload) {
      this.#add(observation.event.payload.visitId);
      return;
    }
    this.#add(this.#visitId);
  }

  /** Everybody who stood there while this visit went on. */
  personsOf(visitId: Id): ReadonlySet<string> {
    return this.#visits.get(visitId) ?? new Set();
  }

  #add(visitId: Id | undefined): void {
    if (visitId === undefined || this.person === undefined) return;
    const known = this.#visits.get(visitId) ?? new Set<string>();
    known.add(this.person);
    this.#visits.set(visitId, known);
    if (this.#visits.size <= KEPT_VISITS) return;
    const [oldest] = this.#visits.keys();
    if (oldest !== undefined) this.#visits.delete(oldest);
  }
}
