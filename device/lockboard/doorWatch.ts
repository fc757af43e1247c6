import type { DoorState } from "#core/interfaces/lockBoard.ts";
import type { LockBoardTimes } from "./lockBoardTimes.ts";

/** Follows one door from its pulse until it was seen open and shut again. */
export class DoorWatch {
  readonly #startMs: number;
  readonly #times: LockBoardTimes;
  readonly #listeners: (() => void)[] = [];
  #readings = 0;
  #hasOpened = false;
  #hasShutAgain = false;
  #hasEnded = false;

  constructor(startMs: number, times: LockBoardTimes) {
    this.#startMs = startMs;
    this.#times = times;
  }

  /** Readings since the pulse. */
  get readings(): number {
    return this.#readings;
  }

  get hasOpened(): boolean {
    return this.#hasOpened;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Calls back after each reading, and at the end. */
  onReading(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** One reading after the pulse, as it came and without flicker. */
  see(raw: DoorState, steady: DoorState): void {
    this.#readings += 1;
    if (raw === "open") this.#hasOpened = true;
    this.#hasShutAgain = this.#hasOpened && raw === "closed" && steady === "closed";
    this.#tell();
  }

  /** The board is being shut down, or another pulse went to the same door. */
  end(): void {
    this.#hasEnded = true;
    this.#tell();
  }

  isOver(nowMs: number): boolean {
    const limitMs = this.#hasOpened ? this.#times.watchOpenDoorMs : this.#times.watchShutDoorMs;
    return this.#hasEnded || this.#hasShutAgain || nowMs - this.#startMs > limitMs;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
