import type { DoorReading, DoorState, OccupancyState } from "#core/interfaces/lockBoard.ts";

/** How many equal readings in a row change a value that was known. */
const READINGS_TO_CHANGE = 2;

/**
 * The reading of one compartment without the flicker of its sensors. A known value changes after two equal readings; a
 * value that was unknown is taken at once. Right after an unlock one reading is enough to see the door open, so that a door
 * opened and shut quickly is seen doing both; seeing it shut always takes two.
 */
export class SteadyReading {
  readonly #door = new SteadyValue<DoorState>("unknown");
  readonly #occupancy: SteadyValue<OccupancyState>;

  constructor(hasOccupancy: boolean) {
    this.#occupancy = new SteadyValue<OccupancyState>(hasOccupancy ? "unknown" : "notSupported");
  }

  get current(): DoorReading {
    return { door: this.#door.current, occupancy: this.#occupancy.current };
  }

  /** True when the steady reading changed. */
  accept(raw: DoorReading, isWatched: boolean): boolean {
    const needed = isWatched && raw.door === "open" ? 1 : READINGS_TO_CHANGE;
    const hasDoorChanged = this.#door.accept(raw.door, needed);
    const hasOccupancyChanged = this.#occupancy.accept(raw.occupancy, READINGS_TO_CHANGE);
    return hasDoorChanged || hasOccupancyChanged;
  }

  /** The board does not answer any more. True when something was known until now. */
  forget(): boolean {
    const hasDoorChanged = this.#door.accept("unknown", 1);
    const isSupported = this.#occupancy.current !== "notSupported";
    const hasOccupancyChanged = isSupported && this.#occupancy.accept("unknown", 1);
    return hasDoorChanged || hasOccupancyChanged;
  }
}

class SteadyValue<Value extends string> {
  current: Value;
  #candidate: Value;
  #count = 0;

  constructor(start: Value) {
    this.current = start;
    this.#candidate = start;
  }

  accept(value: Value, needed: number): boolean {
    this.#count = value === this.#candidate ? this.#count + 1 : 1;
    this.#candidate = value;
    if (value === this.current) return false;
    if (this.current !== "unknown" && this.#count < needed) return false;
    this.current = value;
    return true;
  }
}
