import type { Clock } from "#core/interfaces/clock.ts";
import type { Observation } from "../contract/observation.ts";

/** What happened in a run, counted. */
export interface RunFigures {
  readonly days: number;
  /** Visits that were made, by kind. */
  readonly visits: Readonly<Record<string, number>>;
  /** People who found somebody else at the machine for too long and went away. */
  readonly gaveUpWaiting: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly doorOpenings: number;
  readonly pulses: number;
  readonly papers: number;
  readonly events: number;
  readonly powerCuts: number;
  /** Share of time, 0..1, in which intake and collection were possible; a full cabinet counts as possible. */
  readonly availability: number;
  /** Share of time without power, which is part of what was not available. */
  readonly withoutPower: number;
}

/** Counts what is observed. */
export class Counter {
  readonly visits: Record<string, number> = {};
  readonly faults: Record<string, number> = {};
  gaveUpWaiting = 0;
  readonly #clock: Pick<Clock, "monotonicMs">;
  #doorOpenings = 0;
  #pulses = 0;
  #papers = 0;
  #events = 0;
  #powerCuts = 0;
  #isAvailable = false;
  #sinceMs = 0;
  #availableMs = 0;

  constructor(clock: Pick<Clock, "monotonicMs">) {
    this.#clock = clock;
  }

  take(observation: Observation): void {
    switch (observation.kind) {
      case "event":
        this.#events += 1;
        return;
      case "pulse":
        this.#pulses += 1;
        return;
      case "door":
        if (observation.isOpen) this.#doorOpenings += 1;
        return;
      case "paper":
        this.#papers += 1;
        return;
      case "fault":
        if (observation.phase === "begins") add(this.faults, observation.name);
        return;
      case "powerCut":
        this.#powerCuts += 1;
        this.#setAvailable(false);
        return;
      case "screen": {
        const { screen } = observation.snapshot;
        if (screen.name === "closed") return this.#setAvailable(false);
        // While somebody uses the machine, what it said before holds.
        if (screen.name !== "home") return;
        const isIntakePossible = screen.isIntakePossible || screen.intakeObstacle === "full";
        return this.#setAvailable(isIntakePossible && screen.isCollectionPossible);
      }
    }
  }

  figures(days: number, darkMs: number): RunFigures {
    this.#setAvailable(this.#isAvailable);
    const { visits, faults, gaveUpWaiting } = this;
    const allMs = Math.max(1, this.#clock.monotonicMs());
    return {
      days,
      visits,
      gaveUpWaiting,
      faults,
      doorOpenings: this.#doorOpenings,
      pulses: this.#pulses,
      papers: this.#papers,
      events: this.#events,
      powerCuts: this.#powerCuts,
      availability: this.#availableMs / allMs,
      withoutPower: darkMs / allMs,
    };
  }

  #setAvailable(isAvailable: boolean): void {
    const nowMs = this.#clock.monotonicMs();
    if (this.#isAvailable) this.#availableMs += nowMs - this.#sinceMs;
    this.#isAvailable = isAvailable;
    this.#sinceMs = nowMs;
  }
}

/** One more of that kind, or so many. */
export function add(counts: Record<string, number>, kind: string, more = 1): void {
  counts[kind] = (counts[kind] ?? 0) + more;
}
