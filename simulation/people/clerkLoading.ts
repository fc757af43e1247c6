import type { ScreenOf } from "#core/contract/screen.ts";
import type { KnownDossier } from "../contract/place.ts";
import { takeFromCounter } from "./counter.ts";
import { putIn, shutDoor, takeOut } from "./doors.ts";
import type { Move, Person, Reactions } from "./person.ts";

/** Dossiers whose result lies at the counter, or in this clerk's hands. */
export function loadableDossiers(me: Person): KnownDossier[] {
  return me.town.dossiers.filter(({ result, isDone }) => !isDone && result !== undefined && isAtHand(me, result));
}

function isAtHand(me: Person, result: NonNullable<KnownDossier["result"]>): boolean {
  return me.town.counter.includes(result) || me.held("result").includes(result);
}

/** How a clerk loads results, each by a code of its dossier. */
export function loadingReactions(me: Person, mayGoOn: () => boolean): Reactions {
  const work = new Loading(me, mayGoOn);
  return {
    loading: (screen) => work.next(screen),
    recipient: () => me.touch({ kind: "back" }),
    loadingOpen: (screen) => work.putInside(screen),
  };
}

class Loading {
  readonly #me: Person;
  readonly #mayGoOn: () => boolean;
  #current: KnownDossier | undefined;
  /** Codes of each dossier that were shown in vain. */
  readonly #shown = new Map<KnownDossier, number>();

  constructor(me: Person, mayGoOn: () => boolean) {
    this.#me = me;
    this.#mayGoOn = mayGoOn;
  }

  /** The next result: the official code is shown first, then the label of its bag, then the ticket is typed. */
  next({ free, problem }: ScreenOf<"loading">): Move {
    const me = this.#me;
    if (problem === "resultNotExpected") this.#handOverAtCounter();
    if (free === 0 || problem === "cabinetFull" || problem === "doorsBlocked" || !this.#mayGoOn()) {
      return me.touch({ kind: "back" });
    }
    const known = loadableDossiers(me).find((one) => (this.#shown.get(one) ?? 0) < codesOf(one).length);
    if (known === undefined) return me.touch({ kind: "back" });
    const shown = this.#shown.get(known) ?? 0;
    this.#shown.set(known, shown + 1);
    this.#current = known;
    if (known.result !== undefined) takeFromCounter(me, known.result);
    const code = codesOf(known)[shown] ?? known.label;
    return me.chance.isLikely(0.8) ? me.show(code) : me.touch({ kind: "enterResultCode", code });
  }

  /** The machine takes the result for collected, and it is not: its owner gets it from a person. */
  #handOverAtCounter(): void {
    const known = this.#current;
    if (known === undefined) return;
    known.isDone = true;
    this.#me.tell(`keeps the result of ${known.owner}, who gets it at the counter`);
  }

  async putInside({ compartmentNumber, phase, canSayShut }: ScreenOf<"loadingOpen">): Promise<Move> {
    const me = this.#me;
    if (phase === "opening" || phase === "makingCode") return "waits";
    const result = this.#current?.result;
    const isHeld = result !== undefined && me.held("result").includes(result);
    if (!me.corner.isDoorOpen(compartmentNumber)) {
      if (canSayShut) return me.touch({ kind: isHeld && phase === "open" ? "cancel" : "doorIsShut" });
      return me.touch({ kind: isHeld ? "cancel" : "confirmLoaded" });
    }
    if (phase === "takingBack") takeOut(me, compartmentNumber, ({ bagId }) => bagId === result?.bagId);
    else if (isHeld) putIn(me, compartmentNumber, result);
    else if (!me.corner.look(compartmentNumber).some(({ bagId }) => bagId === result?.bagId)) {
      // Whatever this door was opened for, there is nothing to put into it.
      return me.touch({ kind: "cancel" });
    }
    await me.pause(1, 4);
    shutDoor(me, compartmentNumber);
    return "waits";
  }
}

function codesOf({ officialCode, label, ticket }: KnownDossier): string[] {
  return [officialCode, label, ticket].filter((code) => code !== undefined);
}
