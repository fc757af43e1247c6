import type { Visit, Visiting } from "../contract/place.ts";
import { shutDoor } from "./doors.ts";
import { DepositErrand, type DepositHabits } from "./intake.ts";
import { Person } from "./person.ts";

/** The small differences between people, none of which hinders. */
function ordinaryHabits({ chance }: Visiting): DepositHabits {
  return {
    typesIdentity: chance.isLikely(0.2),
    choosesDigits: chance.isLikely(0.1),
    wantsSlip: chance.isLikely(0.3),
    wantsLow: chance.isLikely(0.1),
    wrongCodes: chance.isLikely(0.1) ? chance.between(1, 2) : 0,
  };
}

/** The visit of somebody who hands in a dossier with these habits. */
export function depositWith(habits: DepositHabits = {}): Visit {
  return (visiting) => handIn(new DepositErrand(new Person(visiting), { ...ordinaryHabits(visiting), ...habits }));
}

/** The visit of somebody who may walk away before any screen. */
export const depositWalksAway: Visit = (visiting) => {
  const { chance } = visiting;
  const errand = new DepositErrand(new Person(visiting), ordinaryHabits(visiting));
  errand.me.mayLeave = () => chance.isLikely(0.12);
  return handIn(errand);
};

/** Opens the door, and is gone before anything was put in. */
export const depositLeavesOpenDoor: Visit = (visiting) => {
  const errand = new DepositErrand(new Person(visiting), ordinaryHabits(visiting));
  errand.me.mayLeave = (screen) => screen === "depositOpen";
  return handIn(errand);
};

/** Hands the dossier in, shuts the door of somebody else too, and looks where it is now. */
export const depositThenLookup: Visit = async (visiting) => {
  const me = new Person(visiting);
  const errand = new DepositErrand(me, ordinaryHabits(visiting));
  await handIn(errand);
  for (const compartmentNumber of me.corner.openDoors()) shutDoor(me, compartmentNumber);
  const ticket = errand.known?.ticket;
  if (ticket === undefined || !(await me.begin(() => me.touch({ kind: "startLookup" })))) return;
  let hasAsked = false;
  await me.attend({
    lookup: () => {
      if (hasAsked) return me.touch({ kind: "back" });
      hasAsked = true;
      return me.touch({ kind: "enterTicket", ticket });
    },
    lookupResult: ({ dossier }) => {
      me.tell(`reads where the dossier is: "${dossier.place}"`);
      return me.touch({ kind: "finish" });
    },
  });
};

/** Starts the errand and sees it through. */
export async function handIn(errand: DepositErrand): Promise<void> {
  const { me } = errand;
  me.tell(`comes with ${errand.bag.bagId}`);
  if (!(await me.begin(() => me.touch({ kind: "startIntake" })))) return;
  const parting = await me.attend(errand.reactions);
  if (parting !== "home") return;
  const isInside = !me.held().includes(errand.bag);
  if (isInside && errand.known?.ticket === undefined) me.tell("never saw a receipt for the bag that was put in");
}
