import type { KnownDossier, Town, Visit, Visiting } from "../contract/place.ts";
import { CollectionErrand, type CollectionHabits } from "./collecting.ts";
import { readMessages } from "./counter.ts";
import { Person } from "./person.ts";

/** Results of which their owners may know that they lie in the machine. */
async function awaitedDossiers(town: Town): Promise<KnownDossier[]> {
  await readMessages(town);
  return town.dossiers.filter(
    ({ isDone, result, receipt, pickupCode }) =>
      !isDone &&
      result !== undefined &&
      !town.counter.includes(result) &&
      (receipt !== undefined || pickupCode !== undefined),
  );
}

/** The visit of an owner whose result is there; nobody comes while there is none. */
export function collectWith(habits: CollectionHabits = {}): Visit {
  return async (visiting) => {
    const awaited = await awaitedDossiers(visiting.town);
    if (awaited.length > 0) await fetchResult(visiting, visiting.chance.oneOf(awaited), habits);
  };
}

/** The owner comes, and comes again at once: the second time there is nothing. */
export const collectTwice: Visit = async (visiting) => {
  const awaited = await awaitedDossiers(visiting.town);
  if (awaited.length === 0) return;
  const known = visiting.chance.oneOf(awaited);
  await fetchResult(visiting, known);
  await fetchResult(visiting, known);
};

/** The owner comes before the result is there. */
export const collectTooEarly: Visit = async (visiting) => {
  const known = visiting.town.dossiers.find(
    ({ isDone, result, receipt }) => !isDone && result === undefined && receipt !== undefined,
  );
  if (known !== undefined) await fetchResult(visiting, known);
};

/** A stranger with somebody's receipt, who does not know the second value. */
export const collectWithFoundReceipt: Visit = async (visiting) => {
  const { chance, town } = visiting;
  const theirs = town.dossiers.filter(({ receipt, isDone }) => receipt !== undefined && !isDone);
  if (theirs.length === 0) return;
  const stranger = new Person(visiting);
  const found = chance.oneOf(theirs);
  stranger.tell(`found the receipt of ${found.owner}`);
  const errand = new CollectionErrand(stranger, found, { wrongValues: chance.between(1, 6) });
  // Nobody stands there until the lock comes by guessing: after some tries the stranger is gone.
  let triesLeft = chance.between(1, 6);
  stranger.mayLeave = (screen) => {
    if (screen === "secondValue") triesLeft -= 1;
    return triesLeft < 0;
  };
  if (await errand.begin()) await stranger.attend({ ...errand.reactions, secondValue: () => guess(stranger, found) });
};

/** Four digits that are not the right ones: whoever hits upon those cannot be told from the owner. */
function guess(stranger: Person, { secondValue }: KnownDossier) {
  const digits = String((Number(secondValue) + stranger.chance.between(1, 9999)) % 10_000).padStart(4, "0");
  return stranger.touch({ kind: "enterSecondValue", digits });
}

async function fetchResult(visiting: Visiting, known: KnownDossier, habits: CollectionHabits = {}): Promise<void> {
  const me = new Person(visiting, known.owner);
  me.tell(known.receipt === undefined ? "comes with a pickup code" : "comes with the receipt");
  const errand = new CollectionErrand(me, known, habits);
  if (await errand.begin()) await me.attend(errand.reactions);
  if (!errand.hasResult || known.isDone) return;
  known.isDone = true;
  me.tell("goes home with the result");
}
