import type { ScreenOf } from "#core/contract/screen.ts";
import type { KnownDossier } from "../contract/place.ts";
import { shutDoor, takeOut } from "./doors.ts";
import { drawDigits } from "./identity.ts";
import type { Move, Person, Reactions } from "./person.ts";

/** How somebody fetches a result; what is absent is done as everybody does it. */
export interface CollectionHabits {
  /** Wrong second values before the right one. */
  readonly wrongValues?: number;
  /** Default `takes`. */
  readonly atDoor?: "takes" | "leavesIt";
  /** Default `soon`. */
  readonly shuts?: "soon" | "slowly" | "never";
  /** What is said when the door is shut again. Default `truth`; `nothing` walks away without an answer. */
  readonly says?: "truth" | "taken" | "nothingTaken" | "nothing";
}

/** Whoever fetches a result: with a receipt or a pickup code, and what only the owner knows. */
export class CollectionErrand {
  readonly me: Person;
  readonly known: KnownDossier;
  readonly habits: CollectionHabits;
  #wrongLeft: number;
  #codesTyped = 0;
  #againLeft = 2;

  constructor(me: Person, known: KnownDossier, habits: CollectionHabits = {}) {
    this.me = me;
    this.known = known;
    this.habits = habits;
    this.#wrongLeft = habits.wrongValues ?? 0;
  }

  /** Begins at the idle screen: shows the receipt, or asks for the keys of the pickup code. */
  begin(): Promise<boolean> {
    const { receipt } = this.known;
    return this.me.begin(() =>
      receipt === undefined ? this.me.touch({ kind: "startCollection" }) : this.me.show(receipt),
    );
  }

  /** True where the result is in the person's hands. */
  get hasResult(): boolean {
    return this.me.held("result").some(this.#isWanted);
  }

  get reactions(): Reactions {
    const { me } = this;
    return {
      credential: (screen) => this.#present(screen),
      secondValue: ({ isChecking }) => (isChecking ? "waits" : this.#typeSecondValue()),
      collectionOpening: () => "waits",
      collectionOpen: (screen) => this.#atDoor(screen),
      collectionConfirm: (screen) => this.#confirm(screen),
      collectionFailed: (screen) => this.#afterFailure(screen),
      notReady: ({ dossier }) => {
        me.tell(`reads that the result is not there ("${dossier.place}")`);
        return me.touch({ kind: "finish" });
      },
      collectionLocked: () => {
        me.tell("reads that no more tries are taken");
        return me.touch({ kind: "finish" });
      },
      rating: () => me.touch(me.chance.isLikely(0.7) ? { kind: "rate", rating: "satisfied" } : { kind: "finish" }),
      thanks: () => me.touch({ kind: "finish" }),
    };
  }

  #present({ isChecking }: ScreenOf<"credential">): Move {
    const { me, known } = this;
    if (isChecking) return "waits";
    this.#codesTyped += 1;
    if (this.#codesTyped > 3) return this.#turnAway();
    if (known.pickupCode !== undefined && (known.receipt === undefined || this.#codesTyped > 1)) {
      return me.touch({ kind: "enterPickupCode", code: known.pickupCode });
    }
    return known.receipt === undefined ? this.#turnAway() : me.show(known.receipt);
  }

  #turnAway(): Move {
    this.me.tell("has nothing that the machine accepts and goes away");
    this.me.touch({ kind: "back" });
    return "leaves";
  }

  #typeSecondValue(): Move {
    const { me, known } = this;
    if (this.#wrongLeft === 0) return me.touch({ kind: "enterSecondValue", digits: known.secondValue });
    this.#wrongLeft -= 1;
    return me.touch({ kind: "enterSecondValue", digits: drawDigits(me.chance) });
  }

  readonly #isWanted = ({ bagId }: { readonly bagId: string }): boolean => bagId === this.known.result?.bagId;

  async #atDoor({ compartmentNumber, canSayShut }: ScreenOf<"collectionOpen">): Promise<Move> {
    const { me, habits } = this;
    if (!me.corner.isDoorOpen(compartmentNumber)) return canSayShut ? me.touch({ kind: "doorIsShut" }) : "waits";
    if (habits.atDoor !== "leavesIt") takeOut(me, compartmentNumber, this.#isWanted);
    await (habits.shuts === "slowly" ? me.pause(40, 140) : me.pause(1, 8));
    if (habits.shuts === "never") {
      me.tell(`leaves compartment ${compartmentNumber} open`);
      return "leaves";
    }
    shutDoor(me, compartmentNumber);
    return "waits";
  }

  #confirm({ canOpenAgain }: ScreenOf<"collectionConfirm">): Move {
    const { me, habits, hasResult } = this;
    switch (habits.says ?? "truth") {
      case "nothing":
        me.tell("walks away without an answer");
        return "leaves";
      case "taken":
        me.tell(`says that the result is taken${hasResult ? "" : ", which is not so"}`);
        return me.touch({ kind: "confirmTaken" });
      case "nothingTaken":
        me.tell(`says that nothing was taken${hasResult ? ", which is not so" : ""}`);
        return me.touch({ kind: "confirmNothingTaken" });
      case "truth":
        if (hasResult) return me.touch({ kind: "confirmTaken" });
        if (!canOpenAgain || this.#againLeft === 0) return me.touch({ kind: "confirmNothingTaken" });
        this.#againLeft -= 1;
        return me.touch({ kind: "openAgain" });
    }
  }

  #afterFailure({ canTryAgain, canSayTaken, slip }: ScreenOf<"collectionFailed">): Move {
    const { me } = this;
    if (this.hasResult && canSayTaken) return me.touch({ kind: "confirmTaken" });
    if (canTryAgain && this.#againLeft > 0) {
      this.#againLeft -= 1;
      return me.touch({ kind: "openAgain" });
    }
    if (slip === undefined && me.chance.isLikely(0.5)) return me.touch({ kind: "stopWithSlip" });
    if (slip === "printing") return "waits";
    me.corner.takePapers(me.name);
    me.tell("reads that the door did not open and that staff look after it");
    return me.touch({ kind: "finish" });
  }
}
