import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Caches and compiled code have their size by then, days. */
const WARM_DAYS = 2;

/** How much live memory a run needs, day by day. */
export class MemoryWatch {
  readonly #collect: () => void;
  #day = 0;
  #warmBytes = 0;
  #bytes = 0;

  constructor() {
    setFlagsFromString("--expose-gc");
    this.#collect = runInNewContext("gc");
  }

  dayEnded(): void {
    this.#day += 1;
    if (this.#day < WARM_DAYS) return;
    this.#collect();
    this.#bytes = process.memoryUsage().heapUsed;
    if (this.#day === WARM_DAYS) this.#warmBytes = this.#bytes;
  }

  /** Bytes that a day added since the program was warm; undefined before there is anything to compare. */
  get growthPerDay(): number | undefined {
    return this.#day <= WARM_DAYS ? undefined : (this.#bytes - this.#warmBytes) / (this.#day - WARM_DAYS);
  }
}
