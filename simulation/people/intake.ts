import type { ScreenOf } from "#core/contract/screen.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Bag, KnownDossier } from "../contract/place.ts";
import { putIn, shutDoor, takeOut } from "./doors.ts";
import { drawDigits, drawIdentity, type Identity, labelOf } from "./identity.ts";
import type { Move, Person, Reactions } from "./person.ts";
import { strangeCode } from "./strangeCodes.ts";

/** How somebody hands in a dossier; what is absent is done as everybody does it. */
export interface DepositHabits {
  readonly typesIdentity?: boolean;
  readonly choosesDigits?: boolean;
  readonly wantsSlip?: boolean;
  readonly wantsLow?: boolean;
  /** Shows this many codes that are no card, and no label, before the right one. */
  readonly wrongCodes?: number;
  /** What goes through the open door. Default `bag`. */
  readonly puts?: "bag" | "nothing" | "twoBags" | "intoAnotherDoor";
  /** Default `soon`. */
  readonly shuts?: "soon" | "slowly" | "never";
  /** What is touched while the door stands open. */
  readonly touchesAtDoor?: "cancel" | "reportTrouble";
  /** Default `takes`; who loses it has it for a minute. */
  readonly receipt?: "takes" | "leaves" | "loses";
}

/** One person's errand: a bag to hand in. */
export class DepositErrand {
  readonly me: Person;
  readonly habits: DepositHabits;
  readonly identity: Identity;
  readonly secondValue: string;
  readonly bag: Bag;
  /** The compartment that was opened for it. */
  compartmentNumber: CompartmentNumber | undefined;
  #known: KnownDossier | undefined;
  #wrongLeft: number;
  #hasTouchedAtDoor = false;
  #hasChangedCounts = false;
  /** What the code on the bag says. */
  #labelText: string;

  constructor(me: Person, habits: DepositHabits = {}) {
    this.me = me;
    this.habits = habits;
    this.identity = drawIdentity(me.chance, me.name);
    this.secondValue = habits.choosesDigits ? drawDigits(me.chance) : this.identity.phone.slice(-4);
    this.bag = me.corner.pack(me.name, "deposit");
    this.#labelText = labelOf(this.bag);
    this.#wrongLeft = habits.wrongCodes ?? 0;
  }

  /** What the person knows of the dossier, once its bag was left at the machine. */
  get known(): KnownDossier | undefined {
    return this.#known;
  }

  get reactions(): Reactions {
    const { me } = this;
    return {
      ...this.#preparing(),
      depositReady: ({ isOpening }) => (isOpening ? "waits" : me.touch({ kind: "openCompartment" })),
      depositOpen: (screen) => this.#atDoor(screen),
      depositCheck: () => this.#answer(),
      depositJammed: ({ next }) => me.touch({ kind: next === undefined ? "stopWithSlip" : "openCompartment" }),
      depositStopped: () => {
        me.corner.takePapers(me.name);
        return me.touch({ kind: "finish" });
      },
      receipt: (screen) => this.#takeReceipt(screen),
      rating: () => me.touch(me.chance.isLikely(0.7) ? { kind: "rate", rating: "satisfied" } : { kind: "finish" }),
      thanks: () => me.touch({ kind: "finish" }),
      intakeClosed: ({ obstacle }) => {
        me.tell(`reads that nothing can be handed in now ("${obstacle}") and goes away`);
        me.touch({ kind: "back" });
        return "leaves";
      },
    };
  }

  #preparing(): Reactions {
    const { me, habits, identity } = this;
    return {
      procedure: () => me.touch({ kind: "chooseProcedure", procedureId: me.chance.oneOf(me.town.procedureIds) }),
      papers: (screen) => this.#countPapers(screen),
      consent: () => me.touch({ kind: "giveConsent" }),
      card: () => {
        if (habits.typesIdentity) return me.touch({ kind: "typeIdentity" });
        return this.#showAfterWrongOnes(identity.card);
      },
      identity: () => me.touch({ kind: "enterIdentity", name: identity.name, idNumber: identity.number }),
      phone: () =>
        me.touch(
          habits.choosesDigits ? { kind: "chooseDigitsInstead" } : { kind: "enterPhone", phone: identity.phone },
        ),
      phoneReadBack: () => me.touch({ kind: me.chance.isLikely(0.9) ? "confirmPhone" : "back" }),
      chosenDigits: () => me.touch({ kind: "enterChosenDigits", digits: this.secondValue }),
      bag: (screen) => this.#label(screen),
    };
  }

  #countPapers({ counts }: ScreenOf<"papers">): Move {
    const { me } = this;
    const [first] = counts;
    const isNothing = counts.every((c) => c.originals + c.certified + c.photocopies === 0);
    if (isNothing || (!this.#hasChangedCounts && me.chance.isLikely(0.2))) {
      this.#hasChangedCounts = true;
      const paperId = first?.paperId ?? "other";
      return me.touch({ kind: "setCount", count: { paperId, originals: 1, certified: 0, photocopies: 2 } });
    }
    return me.touch({ kind: "confirmPapers" });
  }

  #showAfterWrongOnes(code: string): Move {
    if (this.#wrongLeft === 0) return this.me.show(code);
    this.#wrongLeft -= 1;
    return this.me.show(strangeCode(this.me.chance));
  }

  #label({ slip, wantsLow, problem }: ScreenOf<"bag">): Move {
    const { me, habits } = this;
    if (habits.wantsLow && !wantsLow) return me.touch({ kind: "wantLowCompartment", isWanted: true });
    if (slip === "printing") return "waits";
    const wantsSlip = habits.wantsSlip || problem === "bagLabelInUse";
    if (wantsSlip && slip === undefined) return me.touch({ kind: "printBagSlip" });
    if (slip === undefined || slip === "notPrinted") return this.#showAfterWrongOnes(this.#labelText);
    const codes = me.corner.takePapers(me.name).flatMap((found) => found.codes);
    this.#labelText = codes.findLast((code) => code.startsWith("TUI-")) ?? this.#labelText;
    return me.touch({ kind: "bagSlipInBag" });
  }

  async #atDoor({ compartmentNumber, canSayShut }: ScreenOf<"depositOpen">): Promise<Move> {
    const { me, habits } = this;
    this.compartmentNumber = compartmentNumber;
    if (!me.corner.isDoorOpen(compartmentNumber)) return canSayShut ? me.touch({ kind: "doorIsShut" }) : "waits";
    if (habits.touchesAtDoor !== undefined && !this.#hasTouchedAtDoor) {
      this.#hasTouchedAtDoor = true;
      me.tell(habits.touchesAtDoor === "cancel" ? "changes their mind" : "says that the bag or the door is stuck");
      return me.touch({ kind: habits.touchesAtDoor });
    }
    if (this.#hasTouchedAtDoor && habits.touchesAtDoor === "cancel") takeOut(me, compartmentNumber, this.#isMine);
    else this.#handIn(compartmentNumber);
    await this.#lingerAtDoor();
    if (habits.shuts === "never") {
      me.tell(`leaves compartment ${compartmentNumber} open`);
      return "leaves";
    }
    shutDoor(me, compartmentNumber);
    return "waits";
  }

  readonly #isMine = ({ owner }: Bag): boolean => owner === this.me.name;

  #lingerAtDoor(): Promise<void> {
    return this.habits.shuts === "slowly" ? this.me.pause(40, 140) : this.me.pause(1, 8);
  }

  #handIn(compartmentNumber: CompartmentNumber): void {
    const { me, habits } = this;
    if (habits.puts === "nothing") return;
    const others = me.corner.openDoors().filter((other) => other !== compartmentNumber);
    const target = habits.puts === "intoAnotherDoor" ? (others[0] ?? compartmentNumber) : compartmentNumber;
    if (habits.puts === "twoBags" && me.held().length === 1) me.corner.pack(me.name, "deposit");
    for (const bag of me.held()) if (putIn(me, target, bag)) this.#remember();
  }

  /** From now on there is something to come back for. */
  #remember(): void {
    if (this.#known !== undefined) return;
    const { me, identity, secondValue, bag, habits } = this;
    const phone = habits.choosesDigits ? "" : identity.phone;
    this.#known = { owner: me.name, phone, secondValue, bag, label: this.#labelText, isDone: false };
    me.town.dossiers.push(this.#known);
  }

  /** The machine asks whether the bag is inside. */
  #answer(): Move {
    const { me, habits } = this;
    if (!me.held().includes(this.bag)) return me.touch({ kind: "confirmBagInside" });
    return me.touch({ kind: habits.puts === "nothing" ? "cancel" : "openAgain" });
  }

  #takeReceipt({ paper, canPrintAgain, ticket }: ScreenOf<"receipt">): Move {
    const { me, habits } = this;
    if (paper === "printing") return "waits";
    if (this.#known !== undefined) this.#known.ticket = ticket;
    if (habits.receipt === "leaves") return me.touch({ kind: "finish" });
    const codes = me.corner.takePapers(me.name).flatMap((found) => found.codes);
    const receipt = codes.findLast((code) => code.startsWith("HS1"));
    if (receipt !== undefined) {
      me.tell(habits.receipt === "loses" ? "takes the receipt and loses it" : "takes the receipt");
      if (this.#known !== undefined && habits.receipt !== "loses") this.#known.receipt = receipt;
    } else if (canPrintAgain) {
      return me.touch({ kind: "printAgain" });
    } else {
      me.tell("goes without a receipt");
    }
    return me.touch({ kind: "finish" });
  }
}
