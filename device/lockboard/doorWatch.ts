import type { DoorState } from "#core/interfaces/lockBoard.ts";
import type { LockBoardTimes } from "./lockBoardTimes.ts";

/** Follows one door from its pulse until it was seen open and shut again. */
export class DoorWatch {
  readonly #startMs: number;
  readonly #times: LockBoardTimes;
  readonly #listeners: (() => void)[] = [];
  #readings = 0;
  #lastReadMs: number;
  #hasGap = false;
  #wasReadShut: boolean;
  #hasOpened = false;
  #hasShutAgain = false;
  #hasEnded = false;

  /** `before`: the door as it was read right before the pulse, at `startMs`. */
  constructor(startMs: number, before: DoorState, times: LockBoardTimes) {
    this.#startMs = startMs;
    this.#lastReadMs = startMs;
    this.#wasReadShut = before === "closed";
    this.#times = times;
  }

  /** Readings since the pulse. */
  get readings(): number {
    return this.#readings;
  }

  /** Read shut, and then open. */
  get hasOpened(): boolean {
    return this.#hasOpened;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** True when a quick hand could have opened and shut the door between two readings. */
  hasGap(nowMs: number): boolean {
    return this.#hasGap || this.#isGap(nowMs);
  }

  /** Calls back after each reading, and at the end. */
  onReading(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** One reading after the pulse, as it came and without flicker, with the moment at which it was asked for. */
  see(raw: DoorState, steady: DoorState, askedAtMs: number): void {
    this.#readings += 1;
    this.#hasGap ||= raw === "unknown" || this.#isGap(askedAtMs);
    this.#lastReadMs = askedAtMs;
    if (raw === "open" && this.#wasReadShut) this.#hasOpened = true;
    if (raw === "closed") this.#wasReadShut = true;
    this.#hasShutAgain = this.#hasOpened && raw === "closed" && steady === "closed";
    this.#tell();
  }

  /** The board is being shut down, or another pulse went to the same door. */
  end(): void {
    this.#hasEnded = true;
    this.#tell();
  }

  /** True while the outcome of the pulse may still depend on the next reading. */
  isJudging(nowMs: number): boolean {
    return !this.#hasOpened && nowMs - this.#startMs < this.#times.giveUpAfterMs;
  }

  isOver(nowMs: number): boolean {
    const limitMs = this.#hasOpened ? this.#times.watchOpenDoorMs : this.#times.watchShutDoorMs;
    return this.#hasEnded || this.#hasShutAgain || nowMs - this.#startMs > limitMs;
  }

  #isGap(nowMs: number): boolean {
    const isFirst = this.#lastReadMs === this.#startMs;
    return nowMs - this.#lastReadMs > (isFirst ? this.#times.firstGapMs : this.#times.gapMs);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
