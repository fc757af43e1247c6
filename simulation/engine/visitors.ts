import type { Clock } from "#core/interfaces/clock.ts";
import type { Corner, Town, Visit } from "../contract/place.ts";
import type { Chance } from "../contract/plan.ts";
import { add, type Counter } from "./figures.ts";

export interface VisitorsOptions {
  readonly clock: Clock;
  readonly corner: Corner;
  readonly town: Town;
  readonly counter: Counter;
  readonly tell: (person: string, line: string) => void;
  /** Who stands at the machine from now on; nobody without a name. */
  readonly onPresent: (person: string | undefined) => void;
  /** A visit threw: a defect of the simulation. */
  readonly onDefect: (sentence: string) => void;
}

/** Who finds the machine in use waits so long at the most, milliseconds. */
const LONGEST_WAIT_MS = 30 * 60_000;

interface Waiting {
  readonly name: string;
  readonly visit: Visit;
  readonly chance: Chance;
  readonly sinceMs: number;
}

/** Lets people come to the machine, one after the other. */
export class Visitors {
  readonly #options: VisitorsOptions;
  readonly #waiting: Waiting[] = [];
  #count = 0;
  #present: string | undefined;

  constructor(options: VisitorsOptions) {
    this.#options = options;
  }

  get isSomebodyThere(): boolean {
    return this.#present !== undefined || this.#waiting.length > 0;
  }

  /** Who is at the machine. */
  get present(): readonly string[] {
    return this.#present === undefined ? [] : [this.#present];
  }

  come(name: string, visit: Visit, chance: Chance): void {
    this.#waiting.push({ name, visit, chance, sinceMs: this.#options.clock.monotonicMs() });
    this.#next();
  }

  #next(): void {
    if (this.#present !== undefined) return;
    const nowMs = this.#options.clock.monotonicMs();
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      if (nowMs - next.sinceMs <= LONGEST_WAIT_MS) {
        void this.#make(next);
        return;
      }
      this.#options.counter.gaveUpWaiting += 1;
    }
  }

  async #make({ name, visit, chance }: Waiting): Promise<void> {
    const { clock, corner, town, counter, tell, onPresent, onDefect } = this.#options;
    this.#count += 1;
    const person = `${name}-${this.#count}`;
    this.#present = person;
    add(counter.visits, name);
    onPresent(person);
    try {
      await visit({
        corner,
        chance,
        person,
        town,
        nowMs: () => clock.monotonicMs(),
        wait: (ms) => new Promise((resolve) => void clock.after(ms, resolve)),
        tell: (line) => tell(person, line),
        arrive: onPresent,
      });
    } catch (error) {
      onDefect(`The visit of ${person} broke: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
    this.#present = undefined;
    onPresent(undefined);
    // The next one steps up when this one has left.
    clock.after(0, () => this.#next());
  }
}
