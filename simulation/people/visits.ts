import type { Visit } from "../contract/place.ts";
import { clerkWalksAway, clerkWith } from "./clerkRound.ts";
import { collectTooEarly, collectTwice, collectWith, collectWithFoundReceipt } from "./collections.ts";
import { counterWork } from "./counter.ts";
import { depositLeavesOpenDoor, depositThenLookup, depositWalksAway, depositWith } from "./deposits.ts";
import { guessesCodes, pressesEverything, showsStrangeCodes, twoInAQueue } from "./mischief.ts";
import {
  technicianEvacuates,
  technicianMends,
  technicianService,
  technicianUpkeep,
  technicianWalksAway,
} from "./technicianWork.ts";

/** Every kind of visit, by the name that a plan uses. `counter` is work in the office, away from the machine. */
export const visits = {
  deposit: depositWith(),
  depositThenLookup,
  depositSlowly: depositWith({ shuts: "slowly" }),
  depositWalksAway,
  depositLeavesOpenDoor,
  depositLeavesFilledOpen: depositWith({ shuts: "never" }),
  depositOfNothing: depositWith({ puts: "nothing" }),
  depositOfTwoBags: depositWith({ puts: "twoBags" }),
  depositIntoAnotherDoor: depositWith({ puts: "intoAnotherDoor" }),
  depositCancelled: depositWith({ touchesAtDoor: "cancel" }),
  depositTrouble: depositWith({ touchesAtDoor: "reportTrouble" }),
  depositReceiptLeft: depositWith({ receipt: "leaves", choosesDigits: false }),
  depositReceiptLost: depositWith({ receipt: "loses", choosesDigits: false }),
  collect: collectWith(),
  collectSlowly: collectWith({ shuts: "slowly" }),
  collectMistyping: collectWith({ wrongValues: 2 }),
  collectTakesNothing: collectWith({ atDoor: "leavesIt" }),
  collectSaysNothingTaken: collectWith({ says: "nothingTaken" }),
  collectSaysTakenAndLeavesIt: collectWith({ atDoor: "leavesIt", says: "taken" }),
  collectWithoutAnswer: collectWith({ says: "nothing" }),
  collectLeavesDoorOpen: collectWith({ shuts: "never" }),
  collectLeavesItAndDoorOpen: collectWith({ atDoor: "leavesIt", shuts: "never" }),
  collectTwice,
  collectTooEarly,
  collectWithFoundReceipt,
  pressesEverything,
  guessesCodes,
  showsStrangeCodes,
  twoInAQueue,
  clerkRound: clerkWith({}),
  clerkMistypesPin: clerkWith({ wrongPins: 2 }),
  clerkForgotPin: clerkWith({ hasForgottenPin: true }),
  clerkMiscounts: clerkWith({ miscounts: 0.5 }),
  clerkSkips: clerkWith({ skips: 0.4 }),
  clerkLeavesDoorOpen: clerkWith({ leavesDoorOpen: true }),
  clerkForgetsBags: clerkWith({ forgetsBags: true }),
  clerkWalksAway,
  technicianUpkeep,
  technicianService,
  technicianEvacuates,
  technicianWalksAway,
  technicianMends,
  counter: counterWork,
} satisfies Readonly<Record<string, Visit>>;

export type VisitName = keyof typeof visits;

/**
 * Staff put everything in order, with every fault mended: a technician tells which sensors are sound and brings back
 * what is out of service, clerks look into what nobody knows and bring the rest to the counter. Whoever finds a
 * compartment only after the other was there leaves it to the next.
 */
export const lastRound: readonly VisitName[] = ["technicianMends", "clerkRound", "technicianMends", "clerkRound"];

/** The names of all visits. */
export const visitNames = Object.keys(visits) as VisitName[];

/** The visit of a happening; undefined for a name that this table does not know. */
export function visitNamed(name: string): Visit | undefined {
  return Object.hasOwn(visits, name) ? visits[name as VisitName] : undefined;
}
