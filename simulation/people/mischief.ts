import type { Visit } from "../contract/place.ts";
import { handIn } from "./deposits.ts";
import { takeOut } from "./doors.ts";
import { everyIntent } from "./everyIntent.ts";
import { drawDigits } from "./identity.ts";
import { DepositErrand } from "./intake.ts";
import { Person } from "./person.ts";
import { strangeCode } from "./strangeCodes.ts";

/** Presses everything and shows anything, also what answers a screen that is gone. */
export const pressesEverything: Visit = async ({ corner, chance, wait, tell, person }) => {
  tell("presses everything");
  const presses = chance.between(20, 80);
  for (let press = 0; press < presses; press += 1) {
    if (chance.isLikely(0.1)) corner.show(strangeCode(chance));
    else corner.touch(chance.oneOf(everyIntent));
    await wait(chance.between(50, 1500));
  }
  for (const compartmentNumber of corner.openDoors()) corner.shut(compartmentNumber, person);
};

/** Tries pickup codes, many of them. */
export const guessesCodes: Visit = async (visiting) => {
  const me = new Person(visiting);
  me.tell("guesses pickup codes");
  let left = me.chance.between(3, 14);
  if (!(await me.begin(() => me.touch({ kind: "startCollection" })))) return;
  await me.attend({
    credential: ({ isChecking }) => {
      if (isChecking) return "waits";
      left -= 1;
      if (left < 0) return me.touch({ kind: "back" });
      return me.touch({ kind: "enterPickupCode", code: drawDigits(me.chance) + drawDigits(me.chance) });
    },
    secondValue: () => me.touch({ kind: "enterSecondValue", digits: drawDigits(me.chance) }),
    collectionOpen: ({ compartmentNumber }) => {
      takeOut(me, compartmentNumber);
      return "leaves";
    },
    collectionLocked: () => {
      me.tell("reads that no more tries are taken");
      return me.touch({ kind: "finish" });
    },
  });
};

/** Holds whatever is at hand before the scanner: bills, old cards, web addresses. */
export const showsStrangeCodes: Visit = async (visiting) => {
  const me = new Person(visiting);
  me.tell("shows codes that are none of the machine's");
  let left = me.chance.between(2, 8);
  if (!(await me.begin(() => me.touch({ kind: me.chance.isLikely(0.5) ? "startLookup" : "startCollection" })))) return;
  const showOne = () => {
    left -= 1;
    return left < 0 ? me.touch({ kind: "back" }) : me.show(strangeCode(me.chance));
  };
  await me.attend({ lookup: showOne, credential: showOne });
};

/** Two in a queue: the first walks away somewhere, the second touches what is left and goes on with an own dossier. */
export const twoInAQueue: Visit = async (visiting) => {
  const first = new DepositErrand(new Person(visiting));
  first.me.mayLeave = () => visiting.chance.isLikely(0.2);
  await handIn(first);
  const second = new Person(visiting, `${visiting.person} the second`);
  await second.pause(2, 20);
  second.tell("comes next and touches what is left on the screen");
  for (let touches = 0; touches < 4 && visiting.corner.screen()?.screen.name !== "home"; touches += 1) {
    second.touch({ kind: second.chance.oneOf(["finish", "back", "cancel"] as const) });
    await second.pause();
  }
  if (second.chance.isLikely(0.5)) second.corner.takePapers(second.name);
  await handIn(new DepositErrand(second));
};
