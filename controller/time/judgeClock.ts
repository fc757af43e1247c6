import type { TimeTrust } from "#core/events/eventParts.ts";
import type { ClockReason } from "#core/readiness/machineLines.ts";

/** Further apart than this, the wall clock was set: the monotonic one only drifts, milliseconds. */
export const STEP_LIMIT_MS = 10_000;
/** Within this a corrected clock still tells the same story as before, milliseconds. */
export const TOLERANCE_MS = 10 * 60_000;
/** Longest time without power that the battery of the clock is believed over, milliseconds. */
export const LONGEST_OFF_MS = 400 * 86_400_000;
/** For how long a confirmed clock needs no new confirmation: a crystal drifts a few seconds a day, milliseconds. */
export const CONFIRMED_FOR_MS = 7 * 86_400_000;
/** Age up to which the time service's mark counts; it makes a new one at least every 35 minutes, milliseconds. */
export const MARK_FOR_MS = 3 * 3_600_000;
/** Within this the back office says the same as this clock; the way of the answer is in it, milliseconds. */
export const OFFICE_AGREES_MS = 2 * 60_000;
/** From this on it says something else, milliseconds. */
export const OFFICE_DISAGREES_MS = 5 * 60_000;
/** For how long an answer of the back office counts, milliseconds. */
export const OFFICE_FOR_MS = 24 * 3_600_000;
/** No program is in use for so long, milliseconds. */
export const LONGEST_LIFE_MS = 50 * 365 * 86_400_000;
/** The mark may be this much younger than the clock says: it is made while the clock is being set, milliseconds. */
const MARK_AHEAD_MS = 60_000;

/** One look at the clocks. */
export interface Moment {
  readonly wallMs: number;
  readonly monotonicMs: number;
  /** When the system's time service heard from a server last, wall milliseconds; absent: never, or there is none. */
  readonly markMs?: number | undefined;
}

/** What the log says of time; each absent in a new log. */
export interface TimeHistory {
  /** The newest event, by its number. */
  readonly newest?: { readonly atMs: number; readonly isTimeTrusted: boolean } | undefined;
  /** Time of the newest event whose time was trusted. */
  readonly newestTrustedMs?: number | undefined;
  /** Time of the newest judgement that time is confirmed. */
  readonly confirmedMs?: number | undefined;
  /** The newest judgement. */
  readonly trust?: TimeTrust | undefined;
}

export interface Judgement {
  readonly trust: TimeTrust;
  readonly reason: ClockReason;
  /** By how much the wall clock moved against the monotonic one since the last look; 0 where it only drifted. */
  readonly steppedByMs: number;
}

/**
 * Judges the wall clock. Never sets it, and never reads one: each look is given. A wall clock is believed as far as the
 * log, the monotonic clock and two sources outside say the same; what comes from the network alone moves nothing.
 */
export class ClockJudge {
  readonly #releasedMs: number;
  readonly #history: TimeHistory;
  /** Wall minus monotonic time as it was judged last. */
  #offsetMs: number | undefined;
  #startMonotonicMs = 0;
  #lastMonotonicMs = 0;
  /** The first offset of this run that was believed; the confirmed one once there is one. */
  #believedOffsetMs: number | undefined;
  #confirmedAtMonotonicMs: number | undefined;
  /** A mark from before the clock was set says nothing of the clock since. */
  #voidMarkMs: number | undefined;
  #office: { readonly offsetMs: number; readonly atMonotonicMs: number } | undefined;

  /** `releasedMs`: before this no clock can be right, for the program did not exist. */
  constructor({ releasedMs, history }: { readonly releasedMs: number; readonly history: TimeHistory }) {
    this.#releasedMs = releasedMs;
    this.#history = history;
  }

  /** The back office's wall time came in. A date that cannot be is no statement at all. */
  noteOffice(timeMs: number, { monotonicMs }: Pick<Moment, "monotonicMs">): void {
    if (!Number.isFinite(timeMs) || this.#absurdity(timeMs) !== undefined) return;
    this.#office = { offsetMs: timeMs - monotonicMs, atMonotonicMs: monotonicMs };
  }

  look(moment: Moment): Judgement {
    const offsetMs = moment.wallMs - moment.monotonicMs;
    const isFirst = this.#offsetMs === undefined;
    const movedMs = offsetMs - (this.#offsetMs ?? offsetMs);
    const isStep = Math.abs(movedMs) > STEP_LIMIT_MS;
    if (isFirst) this.#startMonotonicMs = moment.monotonicMs;
    if (isStep) this.#voidOldMark(moment);
    if (isFirst || isStep) this.#offsetMs = offsetMs;
    this.#lastMonotonicMs = moment.monotonicMs;
    const { trust, reason } = this.#weigh(moment, offsetMs);
    const steppedByMs = isFirst ? this.#steppedWhileOff(moment.wallMs, trust) : isStep ? movedMs : 0;
    return { trust, reason, steppedByMs: Math.round(steppedByMs) };
  }

  #weigh(moment: Moment, offsetMs: number): Pick<Judgement, "trust" | "reason"> {
    const absurdity = this.#absurdity(moment.wallMs);
    if (absurdity !== undefined) return { trust: "untrusted", reason: absurdity };
    const hasMark = this.#isMarkGood(moment);
    const office = this.#officeSays(moment, offsetMs);
    const doubt = this.#ownDoubt(moment, offsetMs);
    const isBoth = hasMark && office === "same";
    if (doubt !== undefined && !isBoth) return this.#weighDoubted(moment, { doubt, hasMark, office, offsetMs });
    if (isBoth || (office !== "other" && (hasMark || office === "same")))
      return this.#confirm(moment, { offsetMs, reason: hasMark ? "timeService" : "office" });
    this.#believedOffsetMs ??= offsetMs;
    if (office === "other") return { trust: "plausible", reason: "officeDisagrees" };
    const sinceMs = moment.monotonicMs - (this.#confirmedAtMonotonicMs ?? Number.NEGATIVE_INFINITY);
    if (sinceMs <= CONFIRMED_FOR_MS) return { trust: "confirmed", reason: "confirmedBefore" };
    return { trust: "plausible", reason: "notConfirmed" };
  }

  /** What the log or the monotonic clock contradict: one source helps only while this run has seen nothing better. */
  #weighDoubted(moment: Moment, found: Doubted): Pick<Judgement, "trust" | "reason"> {
    const { doubt, hasMark, office, offsetMs } = found;
    const mayHelp = this.#confirmedAtMonotonicMs === undefined && this.#isNearLog(moment);
    if (office !== "other" && mayHelp && hasMark) return this.#confirm(moment, { offsetMs, reason: "timeService" });
    if (office === "same" && mayHelp) return { trust: "plausible", reason: "office" };
    return { trust: "untrusted", reason: doubt };
  }

  #confirm(moment: Moment, { offsetMs, reason }: { readonly offsetMs: number; readonly reason: ClockReason }) {
    this.#confirmedAtMonotonicMs = moment.monotonicMs;
    this.#believedOffsetMs = offsetMs;
    return { trust: "confirmed", reason } as const;
  }

  #absurdity(timeMs: number): "beforeRelease" | "farFuture" | undefined {
    if (!(timeMs >= this.#releasedMs)) return "beforeRelease";
    return timeMs > this.#releasedMs + LONGEST_LIFE_MS ? "farFuture" : undefined;
  }

  /** What speaks against this clock without asking anybody. */
  #ownDoubt({ wallMs, monotonicMs }: Moment, offsetMs: number): "behind" | "ahead" | undefined {
    if (this.#believedOffsetMs !== undefined) {
      const awayMs = offsetMs - this.#believedOffsetMs;
      if (Math.abs(awayMs) <= TOLERANCE_MS) return undefined;
      return awayMs < 0 ? "behind" : "ahead";
    }
    const lastMs = Math.max(this.#releasedMs, this.#history.newestTrustedMs ?? 0);
    if (wallMs < lastMs - TOLERANCE_MS) return "behind";
    return wallMs - lastMs > this.#longestGapMs(monotonicMs) ? "ahead" : undefined;
  }

  /** Not before the newest confirmed moment of the log, and not far beyond its newest trusted one. */
  #isNearLog({ wallMs, monotonicMs }: Moment): boolean {
    const floorMs = Math.max(this.#releasedMs, this.#history.confirmedMs ?? 0);
    const lastMs = Math.max(floorMs, this.#history.newestTrustedMs ?? 0);
    return wallMs >= floorMs - TOLERANCE_MS && wallMs - lastMs <= this.#longestGapMs(monotonicMs);
  }

  /** In a new log nothing says when this machine was last on. */
  #longestGapMs(monotonicMs: number): number {
    const isNew = this.#history.newestTrustedMs === undefined;
    return (isNew ? LONGEST_LIFE_MS : LONGEST_OFF_MS) + (monotonicMs - this.#startMonotonicMs);
  }

  #isMarkGood({ wallMs, markMs }: Moment): boolean {
    if (markMs === undefined || markMs === this.#voidMarkMs) return false;
    const ageMs = wallMs - markMs;
    return ageMs >= -MARK_AHEAD_MS && ageMs <= MARK_FOR_MS;
  }

  /** The clock was set: a mark counts from now on only where setting it made the mark. */
  #voidOldMark({ wallMs, monotonicMs, markMs }: Moment): void {
    const sinceLookMs = monotonicMs - this.#lastMonotonicMs;
    const isOfThisStep = markMs !== undefined && Math.abs(wallMs - markMs) <= sinceLookMs + 1_000;
    if (!isOfThisStep) this.#voidMarkMs = markMs;
  }

  #officeSays({ monotonicMs }: Moment, offsetMs: number): "same" | "other" | "nothing" {
    if (this.#office === undefined || monotonicMs - this.#office.atMonotonicMs > OFFICE_FOR_MS) return "nothing";
    const awayMs = Math.abs(this.#office.offsetMs - offsetMs);
    if (awayMs <= OFFICE_AGREES_MS) return "same";
    return awayMs > OFFICE_DISAGREES_MS ? "other" : "nothing";
  }

  /**
   * What the clock moved while nothing ran. Time that passed is no step where the times at both ends are believed; what
   * cannot be explained counts as no time at all, so that no lock-out ends early by it.
   */
  #steppedWhileOff(wallMs: number, trust: TimeTrust): number {
    const { newest } = this.#history;
    if (newest === undefined) return 0;
    const gapMs = wallMs - newest.atMs;
    const passedMs = trust !== "untrusted" && newest.isTimeTrusted ? Math.max(0, gapMs) : 0;
    const steppedMs = gapMs - passedMs;
    return Math.abs(steppedMs) > STEP_LIMIT_MS ? steppedMs : 0;
  }
}

interface Doubted {
  readonly doubt: "behind" | "ahead";
  readonly hasMark: boolean;
  readonly office: "same" | "other" | "nothing";
  readonly offsetMs: number;
}
