import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { DoorState } from "#core/interfaces/lockBoard.ts";
import type { Input } from "#flow/input.ts";

/** After this a person who says that the door is shut may be right. */
const LINGERING_MS = 20_000;
/** From then on, again and again, an open door with nobody before it is a case for staff. */
const LEFT_OPEN_MS = 5 * 60_000;
/** After this the sensor itself is doubted. */
const SUSPECT_MS = 60 * 60_000;

type Standing = Extract<Input, { readonly kind: "doorStoodOpen" }>;

/** Counts how long doors have been read open, and says so to the flow. Nothing waits where all doors are shut. */
export class StandingDoors {
  readonly #clock: Clock;
  readonly #submit: (input: Standing) => void;
  readonly #cancels = new Map<CompartmentNumber, () => void>();

  constructor(clock: Clock, submit: (input: Standing) => void) {
    this.#clock = clock;
    this.#submit = submit;
  }

  /** A door was read. A door that cannot be read is not known to stand open. */
  note(compartmentNumber: CompartmentNumber, door: DoorState): void {
    const isWatched = this.#cancels.has(compartmentNumber);
    if (door === "open" && isWatched) return;
    this.#cancels.get(compartmentNumber)?.();
    this.#cancels.delete(compartmentNumber);
    if (door === "open") this.#wait(compartmentNumber, { forMs: LINGERING_MS, openMs: 0 });
  }

  stop(): void {
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
  }

  #wait(compartmentNumber: CompartmentNumber, { forMs, openMs }: { readonly forMs: number; readonly openMs: number }) {
    const cancel = this.#clock.after(forMs, () => {
      const sinceMs = openMs + forMs;
      this.#wait(compartmentNumber, { forMs: LEFT_OPEN_MS, openMs: sinceMs });
      const stage = openMs === 0 ? "lingering" : sinceMs >= SUSPECT_MS ? "suspect" : "leftOpen";
      this.#submit({ kind: "doorStoodOpen", compartmentNumber, stage });
    });
    this.#cancels.set(compartmentNumber, cancel);
  }
}
