import type { ScreenOf } from "#core/contract/screen.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Visit, Visiting } from "../contract/place.ts";
import { emptyingReactions } from "./clerkEmptying.ts";
import type { ClerkHabits } from "./clerkHabits.ts";
import { loadableDossiers, loadingReactions } from "./clerkLoading.ts";
import { bringToCounter } from "./counter.ts";
import { shutDoor } from "./doors.ts";
import { drawDigits } from "./identity.ts";
import { type Move, Person, type Reactions } from "./person.ts";

/** Longest exchange, milliseconds. */
const LONGEST_MS = 3 * 3_600_000;

/** Times that one round inspects, empties and loads again, because something was left. */
const MOST_ROUNDS = 3;

/** A clerk's exchange: everything that can be put in order is put in order. */
export class ClerkRound {
  readonly me: Person;
  readonly habits: ClerkHabits;
  readonly #card: string;
  readonly #pin: string;
  #wrongPinsLeft: number;
  readonly #returned = new Set<CompartmentNumber>();
  readonly #unlocked = new Set<string>();
  #inspections = 0;
  #emptyings = 0;
  #loadings = 0;

  constructor(visiting: Visiting, habits: ClerkHabits = {}) {
    const clerks = [...visiting.town.staff].filter(([, { role }]) => role === "clerk");
    const [staffId, { card, pin }] = visiting.chance.oneOf(clerks);
    this.me = new Person(visiting, staffId);
    this.habits = habits;
    this.#card = card;
    this.#pin = pin;
    this.#wrongPinsLeft = habits.hasForgottenPin ? 3 : (habits.wrongPins ?? 0);
  }

  async work(): Promise<void> {
    const { me } = this;
    for (const compartmentNumber of me.corner.openDoors()) shutDoor(me, compartmentNumber);
    if (await me.begin(() => me.show(this.#card))) await me.attend(this.#reactions(), LONGEST_MS);
    if (this.habits.forgetsBags) return me.tell("forgets to lay the bags on the counter");
    const bags = me.held();
    for (const bag of bags) bringToCounter(me, bag);
    if (bags.length > 0) me.tell(`lays ${bags.map(({ bagId }) => bagId).join(", ")} on the counter`);
  }

  #reactions(): Reactions {
    const { me } = this;
    return {
      pin: (screen) => this.#typePin(screen),
      clerkHome: (screen) => this.#chooseWork(screen),
      clerkDoorFailed: ({ compartmentNumber }) => {
        me.tell(`reads that compartment ${compartmentNumber} did not open`);
        return me.touch({ kind: "finish" });
      },
      exchangeDone: () => me.touch({ kind: "finish" }),
      ...emptyingReactions(me, this.habits),
      ...loadingReactions(me, () => this.#loadings <= MOST_ROUNDS),
    };
  }

  #typePin({ isChecking, triesLeft }: ScreenOf<"pin">): Move {
    const { me } = this;
    if (isChecking) return "waits";
    if (triesLeft === 0 || (this.habits.hasForgottenPin && this.#wrongPinsLeft === 0)) {
      me.tell("cannot sign in and goes away");
      me.touch({ kind: "back" });
      return "leaves";
    }
    if (this.#wrongPinsLeft === 0) return me.touch({ kind: "enterPin", pin: this.#pin });
    this.#wrongPinsLeft -= 1;
    return me.touch({ kind: "enterPin", pin: drawDigits(me.chance) });
  }

  /** What is out of service comes back first, then what nobody knows is looked into; then dossiers, then results. */
  #chooseWork(screen: ScreenOf<"clerkHome">): Move {
    const { me } = this;
    for (const compartmentNumber of me.corner.openDoors()) shutDoor(me, compartmentNumber);
    const broken = screen.outOfService.find(({ compartmentNumber }) => !this.#returned.has(compartmentNumber));
    if (broken !== undefined) {
      const { compartmentNumber, reason } = broken;
      this.#returned.add(compartmentNumber);
      me.tell(`returns compartment ${compartmentNumber} to service ("${reason}")`);
      return me.touch({ kind: "returnToService", compartmentNumber });
    }
    const locked = screen.locked.find((ticket) => !this.#unlocked.has(ticket));
    if (locked !== undefined) {
      this.#unlocked.add(locked);
      me.tell("unlocks a dossier that wrong tries had locked");
      return me.touch({ kind: "unlockCredential", ticket: locked });
    }
    return this.#chooseDoors(screen);
  }

  #chooseDoors({ unchecked, deposits, free }: ScreenOf<"clerkHome">): Move {
    const { me } = this;
    if (unchecked.length > 0 && this.#inspections < MOST_ROUNDS) {
      this.#inspections += 1;
      return me.touch({ kind: "startInspection" });
    }
    if (deposits.length > 0 && this.#emptyings < MOST_ROUNDS) {
      this.#emptyings += 1;
      return me.touch({ kind: "startEmptying" });
    }
    if (free > 0 && loadableDossiers(me).length > 0 && this.#loadings < MOST_ROUNDS) {
      this.#loadings += 1;
      return me.touch({ kind: "startLoading" });
    }
    return me.touch({ kind: "finishExchange" });
  }
}

/** The visit of a clerk with these habits. */
export function clerkWith(habits: ClerkHabits): Visit {
  return (visiting) => new ClerkRound(visiting, habits).work();
}

/** The visit of a clerk who walks away in the middle of the exchange. */
export const clerkWalksAway: Visit = async (visiting) => {
  const round = new ClerkRound(visiting);
  round.me.mayLeave = (screen) => screen !== "pin" && visiting.chance.isLikely(0.15);
  await round.work();
};
