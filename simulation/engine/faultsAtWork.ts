import type { Fault, FaultPlace } from "../contract/fault.ts";
import type { Chance } from "../contract/plan.ts";
import type { VirtualTime } from "./virtualTime.ts";

export interface FaultsAtWorkOptions {
  readonly time: VirtualTime;
  readonly place: FaultPlace;
  readonly tell: (name: string, phase: "begins" | "heals") => void;
}

/** The faults that have begun and not healed yet. */
export class FaultsAtWork {
  readonly #options: FaultsAtWorkOptions;
  readonly #heals = new Set<() => void>();

  constructor(options: FaultsAtWorkOptions) {
    this.#options = options;
  }

  get isNone(): boolean {
    return this.#heals.size === 0;
  }

  /** Begins a fault that heals after `forMs` milliseconds, or at once where there is nothing to heal. */
  begin(name: string, fault: Fault, forMs: number, chance: Chance): void {
    const { time, place, tell } = this.#options;
    tell(name, "begins");
    const mend = fault(place, chance);
    if (mend === undefined) return;
    const heal = (): void => {
      if (!this.#heals.delete(heal)) return;
      mend();
      tell(name, "heals");
    };
    this.#heals.add(heal);
    time.after(forMs, heal);
  }

  healAll(): void {
    for (const heal of [...this.#heals]) heal();
  }
}
