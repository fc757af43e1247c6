import type { ContactState } from "#core/interfaces/power.ts";

/**
 * How a dry contact is wired. `normallyClosed`: closed while all is calm, so that a cut cable is an alarm.
 * `normallyOpen`: closed when something happens, so that a cut cable is not noticed.
 */
export type ContactWiring = "normallyClosed" | "normallyOpen";

/** Equal readings in a row that change a state: contacts bounce for some milliseconds, and wires catch sparks. */
const READINGS_TO_CHANGE = 3;

/** The state of one contact without the bouncing. */
export class SteadyContact {
  readonly #wiring: ContactWiring;
  #current: ContactState = "unknown";
  #candidate: ContactState = "unknown";
  #seen = 0;

  constructor(wiring: ContactWiring) {
    this.#wiring = wiring;
  }

  get current(): ContactState {
    return this.#current;
  }

  accept(isClosed: boolean): void {
    const reading = isClosed === (this.#wiring === "normallyClosed") ? "calm" : "active";
    this.#seen = reading === this.#candidate ? this.#seen + 1 : 1;
    this.#candidate = reading;
    if (this.#seen >= READINGS_TO_CHANGE) this.#current = reading;
  }

  /** The board does not answer any more: what it said before proves nothing. */
  forget(): void {
    this.#current = "unknown";
    this.#candidate = "unknown";
    this.#seen = 0;
  }
}
