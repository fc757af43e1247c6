import type { Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { Screen, ScreenName, ScreenOf } from "#core/contract/screen.ts";
import type { Bag, Corner, Town, Visiting } from "../contract/place.ts";
import type { Chance } from "../contract/plan.ts";

/** What a person did before a screen: something; nothing yet; or they turned away for good. */
export type Move = "acted" | "waits" | "leaves";

/** What a person does before which screen. A screen that is not named means nothing to them: they step back from it. */
export type Reactions = {
  readonly [N in ScreenName]?: (screen: ScreenOf<N>) => Move | Promise<Move>;
};

/** How a visit ended: at the idle screen, on purpose before it, before a dark screen, or where nothing led on. */
export type Parting = "home" | "left" | "dark" | "stuck";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Longest wait for the one before to be gone: a clerk's step ends by itself after five and a half minutes. */
const QUEUE_MS = 12 * MINUTE_MS;
/** Longest wait before a dark screen, for those who wait at all. */
const DARK_MS = 5 * MINUTE_MS;
/** How long a person looks at a screen that does not answer before touching it again. */
const ANSWER_MS = 15 * SECOND_MS;
/** Touches of one screen that lead nowhere before a person gives up. */
const MOST_TRIES = 40;

/** Somebody who stands at the machine: eyes, hands and patience of a human. */
export class Person {
  readonly name: string;
  /** Waits in the dark for the machine to come back, and looks what became of the matter. */
  readonly isPatient: boolean;
  /** True at a screen before which this person walks away. Default: never. */
  mayLeave: (screen: ScreenName) => boolean = () => false;
  readonly #visiting: Visiting;

  /** `name`: who this is, where it is not the newcomer after whom the visit is named. */
  constructor(visiting: Visiting, name = visiting.person) {
    this.#visiting = visiting;
    this.name = name;
    visiting.arrive(name);
    this.isPatient = visiting.chance.isLikely(0.6);
  }

  get corner(): Corner {
    return this.#visiting.corner;
  }

  get chance(): Chance {
    return this.#visiting.chance;
  }

  get town(): Town {
    return this.#visiting.town;
  }

  nowMs(): number {
    return this.#visiting.nowMs();
  }

  /** A line of the story: what this person does, such as "puts bag-3 into compartment 5". */
  tell(line: string): void {
    const { person, tell } = this.#visiting;
    tell(this.name === person ? line : `${this.name} ${line}`);
  }

  /** A while between two moves, seconds. */
  pause(least = 1, most = 5): Promise<void> {
    return this.#visiting.wait(this.chance.between(least * SECOND_MS, most * SECOND_MS));
  }

  touch(intent: Intent): Move {
    this.corner.touch(intent);
    return "acted";
  }

  show(code: string): Move {
    this.corner.show(code);
    return "acted";
  }

  held(content?: Bag["content"]): readonly Bag[] {
    return this.corner.held(this.name).filter((bag) => content === undefined || bag.content === content);
  }

  /** Comes to the idle screen and begins; false where somebody else, or the dark, was there for too long. */
  async begin(how: () => unknown): Promise<boolean> {
    if (!(await this.#isFree())) {
      this.tell("finds the machine taken or dark and goes away");
      return false;
    }
    for (let tries = 0; tries < 3; tries += 1) {
      how();
      if (await this.#sees(({ screen }) => screen.name !== "home", ANSWER_MS)) return true;
    }
    this.tell("gets no answer from the machine and goes away");
    return false;
  }

  /**
   * Goes from screen to screen until the idle screen is back, or the person turns away. At most `mostMs`, and `mostTries`
   * moves before one and the same screen.
   */
  async attend(reactions: Reactions, mostMs = 40 * MINUTE_MS, mostTries = MOST_TRIES): Promise<Parting> {
    const endMs = this.nowMs() + mostMs;
    let last: ScreenName | undefined;
    let tries = 0;
    while (this.nowMs() < endMs && tries < mostTries) {
      const seen = await this.#looks();
      if (seen === undefined) return "dark";
      if (seen.screen.name === "home") return "home";
      await this.pause();
      const now = this.corner.screen();
      if (now === undefined || now.screen.name !== seen.screen.name) continue;
      tries = now.screen.name === last ? tries + 1 : 0;
      last = now.screen.name;
      if (this.mayLeave(last)) return this.#leave(last);
      const move = await react(reactions, now.screen, this);
      if (move === "leaves") return "left";
      await this.#sees(({ revision }) => revision !== now.revision, ANSWER_MS);
    }
    this.tell(`gets no further at the screen "${last ?? "home"}" and gives up`);
    return "stuck";
  }

  /** Goes away in the middle; some touch "cancel" before they do. */
  #leave(screen: ScreenName): Parting {
    const isPolite = this.chance.isLikely(0.3);
    if (isPolite) this.touch({ kind: "cancel" });
    this.tell(`${isPolite ? 'touches "cancel" and goes' : "walks away"} from the screen "${screen}"`);
    return "left";
  }

  /** Waits for a snapshot, the present one included. */
  async #sees(fits: (snapshot: Snapshot) => boolean, withinMs: number): Promise<Snapshot | undefined> {
    const now = this.corner.screen();
    return now !== undefined && fits(now) ? now : this.corner.until(fits, withinMs);
  }

  /** The screen; in the dark the patient wait for it. */
  async #looks(): Promise<Snapshot | undefined> {
    const now = this.corner.screen();
    if (now !== undefined) return now;
    this.tell(this.isPatient ? "stands before a dark screen and waits" : "stands before a dark screen and goes away");
    return this.isPatient ? this.corner.until(() => true, DARK_MS) : undefined;
  }

  async #isFree(): Promise<boolean> {
    return (await this.#sees(({ screen }) => screen.name === "home", QUEUE_MS)) !== undefined;
  }
}

function react(reactions: Reactions, screen: Screen, me: Person): Move | Promise<Move> {
  // The table ties each reaction to its screen; the compiler cannot follow the lookup by the screen's own name.
  const reaction = reactions[screen.name] as ((screen: Screen) => Move | Promise<Move>) | undefined;
  return reaction?.(screen) ?? me.touch(me.chance.isLikely(0.5) ? { kind: "back" } : { kind: "finish" });
}
