import { statSync } from "node:fs";
import type { TimeTrust } from "#core/events/eventParts.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { ClockFacts } from "#core/readiness/machineLines.ts";
import type { InputOf } from "#flow/input.ts";
import { ClockJudge, type Judgement, STEP_LIMIT_MS, type TimeHistory } from "./judgeClock.ts";
import { RELEASED_MS } from "./releasedMs.ts";

/** Made by the system's time service each time it has heard from a server. */
const SYNCHRONIZED_MARK = "/run/systemd/timesync/synchronized";

/** How often the mark is looked at, milliseconds. */
const MARK_EVERY_MS = 10_000;

type ClockNews = Omit<InputOf<"clockJudged">, "kind">;

export interface TimekeeperOptions {
  readonly clock: Pick<Clock, "wallMs" | "monotonicMs">;
  readonly history: TimeHistory;
  /** When the system's time service heard from a server last, wall milliseconds. Absent: nobody sets this clock. */
  readonly timeMark?: (() => number | undefined) | undefined;
  /** Before this no clock is right. Default: the release of this program. */
  readonly releasedMs?: number;
}

/** How far the wall clock may be believed, as of the moment of asking. */
export interface Timekeeper {
  /** True where dates may be written on paper and deadlines counted. */
  isTrusted(): boolean;
  /** True where something may expire or be destroyed. */
  isConfirmed(): boolean;
  trust(): TimeTrust;
  facts(): ClockFacts;
  /** The back office's wall time, as it came in an answer. */
  noteOffice(timeMs: number): void;
  /** What the log has to hear: a step since the last call, or another trust; undefined where there is nothing. */
  takeNews(): ClockNews | undefined;
}

/** Looks at the clocks whenever it is asked. */
export function createTimekeeper(options: TimekeeperOptions): Timekeeper {
  return new WatchedClock(options);
}

/** The mark of the machine's own time service. */
export function systemTimeMark(): number | undefined {
  return statSync(SYNCHRONIZED_MARK, { throwIfNoEntry: false })?.mtimeMs;
}

class WatchedClock implements Timekeeper {
  readonly #options: TimekeeperOptions;
  readonly #judge: ClockJudge;
  #mark: { readonly ms: number | undefined; readonly readAtMs: number; readonly offsetMs: number } | undefined;
  #toldTrust: TimeTrust;
  #untoldStepMs = 0;

  constructor(options: TimekeeperOptions) {
    this.#options = options;
    const { history, releasedMs = RELEASED_MS } = options;
    this.#judge = new ClockJudge({ releasedMs, history });
    this.#toldTrust = history.trust ?? "plausible";
  }

  isTrusted(): boolean {
    return this.trust() !== "untrusted";
  }

  isConfirmed(): boolean {
    return this.trust() === "confirmed";
  }

  trust(): TimeTrust {
    return this.#look().trust;
  }

  facts(): ClockFacts {
    const { trust, reason } = this.#look();
    return { nowMs: this.#options.clock.wallMs(), trust, reason };
  }

  noteOffice(timeMs: number): void {
    this.#judge.noteOffice(timeMs, { monotonicMs: this.#options.clock.monotonicMs() });
  }

  takeNews(): ClockNews | undefined {
    const { trust } = this.#look();
    if (trust === this.#toldTrust && this.#untoldStepMs === 0) return undefined;
    const news = { trust, steppedByMs: this.#untoldStepMs };
    this.#toldTrust = trust;
    this.#untoldStepMs = 0;
    return news;
  }

  #look(): Judgement {
    const { clock } = this.#options;
    const now = { wallMs: clock.wallMs(), monotonicMs: clock.monotonicMs() };
    const judgement = this.#judge.look({ ...now, markMs: this.#markAt(now) });
    this.#untoldStepMs += judgement.steppedByMs;
    return judgement;
  }

  /** The file is not asked for at each look, but always after the clock was set. */
  #markAt({ wallMs, monotonicMs }: { readonly wallMs: number; readonly monotonicMs: number }): number | undefined {
    const { timeMark } = this.#options;
    if (timeMark === undefined) return undefined;
    const offsetMs = wallMs - monotonicMs;
    const isSameClock = this.#mark !== undefined && Math.abs(offsetMs - this.#mark.offsetMs) <= STEP_LIMIT_MS;
    const isFresh = this.#mark !== undefined && monotonicMs - this.#mark.readAtMs < MARK_EVERY_MS;
    if (!isSameClock || !isFresh) this.#mark = { ms: timeMark(), readAtMs: monotonicMs, offsetMs };
    return this.#mark?.ms;
  }
}
