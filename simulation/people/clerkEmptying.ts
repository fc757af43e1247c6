import type { ScreenOf } from "#core/contract/screen.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Bag } from "../contract/place.ts";
import type { ClerkHabits } from "./clerkHabits.ts";
import { shutDoor, takeOut } from "./doors.ts";
import { nameOnCard } from "./identity.ts";
import type { Move, Person, Reactions } from "./person.ts";

/** How a clerk takes dossiers out and looks into compartments of which nobody knows. */
export function emptyingReactions(me: Person, habits: ClerkHabits): Reactions {
  const work = new Emptying(me, habits);
  return {
    emptyingOpening: () => "waits",
    emptyingCount: (screen) => work.count(screen),
    discrepancy: ({ caseNumber }) => work.afterDiscrepancy(caseNumber),
    emptyingClose: ({ compartmentNumber }) => work.close(compartmentNumber),
    inspecting: (screen) => work.inspect(screen),
    inspectingClose: ({ compartmentNumber }) => work.close(compartmentNumber),
  };
}

class Emptying {
  readonly #me: Person;
  readonly #habits: ClerkHabits;
  /** Dossiers whose bag the clerk holds, or looked for. */
  readonly #found = new Map<string, boolean>();
  readonly #miscounted = new Set<string>();
  readonly #shutTries = new Map<CompartmentNumber, number>();
  #hasLeftOpen = false;

  constructor(me: Person, habits: ClerkHabits) {
    this.#me = me;
    this.#habits = habits;
  }

  count({ deposit, personName, dossierCount }: ScreenOf<"emptyingCount">): Move {
    const me = this.#me;
    const { dossierId, compartmentNumber } = deposit;
    if (me.corner.isDoorOpen(compartmentNumber)) {
      if (!this.#found.has(dossierId) && me.chance.isLikely(this.#habits.skips ?? 0)) {
        me.tell(`leaves compartment ${compartmentNumber} for later`);
        return me.touch({ kind: "skipCompartment" });
      }
      const taken = takeOut(me, compartmentNumber);
      const bag = taken.find(({ owner }) => nameOnCard(owner) === personName);
      if (bag !== undefined) bag.dossierId = dossierId;
      this.#found.set(dossierId, this.#found.get(dossierId) === true || bag !== undefined);
    }
    const isFound = this.#found.get(dossierId);
    if (isFound === undefined) {
      me.tell(`cannot look into compartment ${compartmentNumber}, whose door is shut`);
      return me.touch({ kind: "skipCompartment" });
    }
    if (!isFound) {
      me.tell(`finds no bag of that dossier in compartment ${compartmentNumber} and reports it missing`);
      return me.touch({ kind: "reportMissing" });
    }
    if (!this.#miscounted.has(dossierId) && me.chance.isLikely(this.#habits.miscounts ?? 0)) {
      this.#miscounted.add(dossierId);
      return me.touch({ kind: "setDossierCount", dossierCount: dossierCount === 1 ? 2 : dossierCount - 1 });
    }
    return me.touch({ kind: "confirmCounted" });
  }

  afterDiscrepancy(caseNumber: number): Move {
    const me = this.#me;
    if (me.chance.isLikely(0.3)) return me.touch({ kind: "countAgain" });
    me.tell(`records that the papers are not what was declared (case ${caseNumber})`);
    return me.touch({ kind: "acceptDiscrepancy" });
  }

  inspect({ compartmentNumber, isOpen }: ScreenOf<"inspecting">): Move {
    const me = this.#me;
    if (!isOpen) return "waits";
    if (!me.corner.isDoorOpen(compartmentNumber)) {
      me.tell(`cannot look into compartment ${compartmentNumber}, whose door is shut`);
      return me.touch({ kind: "skipCompartment" });
    }
    const taken = takeOut(me, compartmentNumber);
    for (const bag of taken) this.#recognise(bag);
    return me.touch({ kind: taken.length === 0 ? "confirmEmpty" : "reportContents" });
  }

  close(compartmentNumber: CompartmentNumber): Move {
    const me = this.#me;
    if (this.#habits.leavesDoorOpen && !this.#hasLeftOpen && me.corner.isDoorOpen(compartmentNumber)) {
      this.#hasLeftOpen = true;
      me.tell(`leaves compartment ${compartmentNumber} open and goes away`);
      return "leaves";
    }
    shutDoor(me, compartmentNumber);
    const tries = (this.#shutTries.get(compartmentNumber) ?? 0) + 1;
    this.#shutTries.set(compartmentNumber, tries);
    // The machine does not see that the door is shut: back to the list, where it may be reported.
    return tries > 2 ? me.touch({ kind: "back" }) : "waits";
  }

  /** What lies where nobody expected it goes to the counter; there its label tells whose it is. */
  #recognise(bag: Bag): void {
    this.#me.tell(`finds ${bag.bagId} of ${bag.owner} where nobody knew of it`);
  }
}
