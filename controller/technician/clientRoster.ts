import type { TechnicianClient } from "#core/contract/screen.ts";
import type { Clock } from "#core/interfaces/clock.ts";

/** A part of the program that must have nothing under way while a technician works on the machine. */
export interface SteppingAside {
  /** Resolves when nothing is under way that could move a door or change what the technician sees. */
  stepAside(): Promise<void>;
}

/** Who has to step aside before technician mode begins, besides the page. */
export class ClientRoster {
  readonly #clock: Clock;
  readonly #withinMs: number;
  readonly #clients = new Map<TechnicianClient, SteppingAside>();

  /** `withinMs`: how long a client may take before it counts as not having answered. */
  constructor(clock: Clock, withinMs: number) {
    this.#clock = clock;
    this.#withinMs = withinMs;
  }

  add(name: Exclude<TechnicianClient, "page">, client: SteppingAside): void {
    this.#clients.set(name, client);
  }

  get names(): readonly TechnicianClient[] {
    return [...this.#clients.keys()];
  }

  /** Asks all; resolves at the latest when the time is over, with those who stepped aside by then. Never rejects. */
  ask(): Promise<readonly TechnicianClient[]> {
    const acknowledged: TechnicianClient[] = [];
    const asked = [...this.#clients].map(([name, client]) =>
      client.stepAside().then(
        () => acknowledged.push(name),
        // A client that fails has not stepped aside: the screen names it.
        () => 0,
      ),
    );
    return new Promise((resolve) => {
      const cancel = this.#clock.after(this.#withinMs, () => resolve([...acknowledged]));
      void Promise.all(asked).then(() => {
        cancel();
        resolve([...acknowledged]);
      });
    });
  }
}
