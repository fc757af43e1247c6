import type { Chance, Happening } from "../contract/plan.ts";
import type { VisitName } from "./visits.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How often what comes about; the higher a share beside the others, the more often. */
export interface CalendarOptions {
  /** Citizens a day. Default 12 to 30. */
  readonly citizensPerDay?: readonly [least: number, most: number];
  /** Shares of citizens' visits that differ from the usual ones. */
  readonly citizenShares?: Shares;
  /** Shares of clerks' rounds that differ from the usual ones. */
  readonly clerkShares?: Shares;
  /** Technicians a week. Default 3. */
  readonly techniciansPerWeek?: number;
  readonly technicianShares?: Shares;
}

type Shares = { readonly [N in VisitName]?: number };

/** Of a hundred citizens about so many; two thirds do nothing odd. */
const CITIZENS: Shares = {
  deposit: 26,
  depositThenLookup: 4,
  depositSlowly: 2,
  depositWalksAway: 4,
  depositLeavesOpenDoor: 1,
  depositLeavesFilledOpen: 1,
  depositOfNothing: 1,
  depositOfTwoBags: 1,
  depositIntoAnotherDoor: 1,
  depositCancelled: 1,
  depositTrouble: 1,
  depositReceiptLeft: 1,
  depositReceiptLost: 2,
  collect: 32,
  collectSlowly: 2,
  collectMistyping: 3,
  collectTakesNothing: 1,
  collectSaysNothingTaken: 1,
  collectSaysTakenAndLeavesIt: 1,
  collectWithoutAnswer: 2,
  collectLeavesDoorOpen: 1,
  collectLeavesItAndDoorOpen: 1,
  collectTwice: 1,
  collectTooEarly: 2,
  collectWithFoundReceipt: 1,
  pressesEverything: 2,
  guessesCodes: 1,
  showsStrangeCodes: 1,
  twoInAQueue: 2,
};

const CLERKS: Shares = {
  clerkRound: 20,
  clerkMistypesPin: 2,
  clerkForgotPin: 1,
  clerkMiscounts: 2,
  clerkSkips: 2,
  clerkLeavesDoorOpen: 1,
  clerkForgetsBags: 1,
  clerkWalksAway: 2,
};

const TECHNICIANS: Shares = {
  technicianUpkeep: 10,
  technicianService: 3,
  technicianMends: 2,
  technicianWalksAway: 2,
  technicianEvacuates: 0.3,
};

/** Shares of the hours of a day: people come at any hour, and most before and after work. */
const HOURS = [1, 1, 1, 1, 1, 2, 4, 8, 8, 5, 5, 6, 4, 4, 5, 6, 9, 10, 8, 6, 4, 3, 2, 1];

/** Rounds of clerks on a working day, hours after midnight; the office works a while after each of the first two. */
const CLERK_HOURS = [7.5, 11.25, 16.25];
const COUNTER_HOURS = [9, 14];

/**
 * The visits of so many days, or parts of a day. The run begins at midnight. Visits may be drawn close together: there is one machine, and
 * whoever runs the plan lets a visit begin when the one before is over.
 */
export function drawVisits(chance: Chance, days: number, options: CalendarOptions = {}): Happening[] {
  const drawn: Happening[] = [];
  const add = (atMs: number, name: VisitName): void => {
    drawn.push({ atMs: Math.floor(atMs), kind: "visit", name, forMs: 0, seed: chance.between(1, 2 ** 31 - 1) });
  };
  const citizens = { ...CITIZENS, ...options.citizenShares };
  const clerks = { ...CLERKS, ...options.clerkShares };
  const technicians = { ...TECHNICIANS, ...options.technicianShares };
  const [least, most] = options.citizensPerDay ?? [12, 30];
  for (let day = 0; day < days; day += 1) {
    const midnightMs = day * DAY_MS;
    const around = (hour: number): number => midnightMs + hour * HOUR_MS + chance.between(0, 20) * MINUTE_MS;
    for (let left = chance.between(least, most); left > 0; left -= 1) {
      const hour = drawByShare(
        chance,
        HOURS.map((share, index) => [index, share] as const),
      );
      add(midnightMs + hour * HOUR_MS + chance.between(0, HOUR_MS - 1), drawName(chance, citizens));
    }
    if (chance.isLikely((options.techniciansPerWeek ?? 3) / 7)) add(around(10), drawName(chance, technicians));
    // Every seventh day the office is shut; people come all the same.
    if (day % 7 === 6) continue;
    for (const hour of CLERK_HOURS) add(around(hour), drawName(chance, clerks));
    for (const hour of COUNTER_HOURS) add(around(hour), "counter");
  }
  return drawn.filter(({ atMs }) => atMs < days * DAY_MS).sort((a, b) => a.atMs - b.atMs);
}

function drawName(chance: Chance, shares: Shares): VisitName {
  // The keys of the table are names of visits; `Object.entries` forgets that.
  return drawByShare(chance, Object.entries(shares) as [VisitName, number][]);
}

function drawByShare<Value>(chance: Chance, shares: readonly (readonly [Value, number])[]): Value {
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  let left = chance.next() * total;
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  return chance.oneOf(shares.map(([value]) => value));
}
