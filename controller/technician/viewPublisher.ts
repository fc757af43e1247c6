import type { TechnicianView } from "#core/contract/technician.ts";
import type { Clock } from "#core/interfaces/clock.ts";

/** Between two views, milliseconds: four a second at the most. */
const EVERY_MS = 250;

export interface ViewPublisherOptions {
  readonly clock: Clock;
  readonly makeView: () => TechnicianView;
  readonly send: (view: TechnicianView) => void;
}

/** Sends the live view while technician mode is on, and nothing otherwise. */
export class ViewPublisher {
  readonly #options: ViewPublisherOptions;
  #cancel: (() => void) | undefined;

  constructor(options: ViewPublisherOptions) {
    this.#options = options;
  }

  setOn(isOn: boolean): void {
    if (!isOn) return this.stop();
    if (this.#cancel === undefined) this.#sendAndWait();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #sendAndWait(): void {
    const { clock, makeView, send } = this.#options;
    send(makeView());
    this.#cancel = clock.after(EVERY_MS, () => this.#sendAndWait());
  }
}
