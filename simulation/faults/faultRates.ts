import type { Chance, Happening } from "../contract/plan.ts";
import { faults } from "./index.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const MONTH_DAYS = 30;

/** How often something breaks at a real kiosk, and how long until it is mended. */
export interface FaultRate {
  readonly perMonth: number;
  readonly leastMs: number;
  readonly mostMs: number;
}

const SHORT: FaultRate = { perMonth: 4, leastMs: SECOND_MS, mostMs: 10 * MINUTE_MS };
/** What nobody mends before somebody comes. */
const LONG: FaultRate = { perMonth: 0.2, leastMs: MINUTE_MS, mostMs: HOUR_MS };
/** Over at once. */
const ONCE: FaultRate = { perMonth: 1, leastMs: 0, mostMs: 0 };

const RATES: Readonly<Record<string, FaultRate>> = {
  networkDown: { perMonth: 20, leastMs: 10 * SECOND_MS, mostMs: 8 * HOUR_MS },
  officeLosesMinutes: { perMonth: 1, leastMs: MINUTE_MS, mostMs: 15 * MINUTE_MS },
  powerCut: ONCE,
  powerCutBeforeCommit: ONCE,
  powerCutInsideCommit: ONCE,
  powerCutAfterCommit: ONCE,
  powerCutAtPulse: ONCE,
  printerRestarts: ONCE,
  wireUnplugged: LONG,
  boardDead: LONG,
  boardMute: LONG,
  boardWithTwin: LONG,
  doorJammed: { ...LONG, perMonth: 2 },
  sensorStuckOpen: LONG,
  sensorStuckClosed: LONG,
  printerOutOfPaper: { perMonth: 2, leastMs: MINUTE_MS, mostMs: 20 * MINUTE_MS },
  printerCoverOpen: LONG,
  printerJammed: LONG,
  printerHeldUp: LONG,
  printerSilent: LONG,
  diskFull: LONG,
  clockDead: { ...LONG, perMonth: 0.5 },
};

/** So much more often, at the most, does something break in a swarm than at a real kiosk. */
const WORST_SWARM = 60;
/** Share of the runs in which one fault is alone. */
const ALONE = 0.15;

export function rateOf(name: string): FaultRate {
  return RATES[name] ?? SHORT;
}

export interface DrawFaultsOptions {
  readonly days: number;
  /** Faults that may be drawn. */
  readonly names: readonly string[];
  /** `swarm`: each run draws a mix and rates of its own, far worse than life. `field`: all of them, as often as in life. */
  readonly mix: "swarm" | "field";
}

/** What breaks in a run, and when. */
export function drawFaults(chance: Chance, { days, names, mix }: DrawFaultsOptions): Happening[] {
  return mixOf(chance, names, mix).flatMap(({ name, factor }) => {
    const { perMonth, leastMs, mostMs } = rateOf(name);
    const own = chance.fork();
    return Array.from({ length: countOf(own, (perMonth * factor * days) / MONTH_DAYS) }, () => ({
      atMs: own.between(0, Math.floor(days * DAY_MS) - 1),
      kind: "fault" as const,
      name,
      forMs: lengthOf(own, leastMs, mostMs),
      seed: own.between(1, 2 ** 31 - 1),
    }));
  });
}

interface Mixed {
  readonly name: string;
  /** So many times as often as in life. */
  readonly factor: number;
}

function mixOf(chance: Chance, names: readonly string[], mix: DrawFaultsOptions["mix"]): Mixed[] {
  if (names.length === 0) return [];
  if (mix === "field") return names.map((name) => ({ name, factor: 1 }));
  if (chance.isLikely(ALONE)) return [{ name: chance.oneOf(names), factor: WORST_SWARM }];
  const worst = chance.oneOf([2, 10, WORST_SWARM]);
  const share = chance.oneOf([0.2, 0.5, 1]);
  return names.filter(() => chance.isLikely(share)).map((name) => ({ name, factor: 1 + chance.next() * worst }));
}

/** A whole number around `expected`. */
function countOf(chance: Chance, expected: number): number {
  const whole = Math.floor(expected);
  return whole + (chance.isLikely(expected - whole) ? 1 : 0);
}

/** Short ones are likelier than long ones: each order of magnitude as likely as the next. */
function lengthOf(chance: Chance, leastMs: number, mostMs: number): number {
  if (mostMs === 0) return 0;
  return Math.round(leastMs * (mostMs / leastMs) ** chance.next());
}

/** Names of all faults. */
export const faultNames: readonly string[] = Object.keys(faults);
