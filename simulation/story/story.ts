import type { Observation, RunChecker } from "../contract/observation.ts";
import type { BagPlace } from "../contract/place.ts";
import type { Plan } from "../contract/plan.ts";
import { eventWords } from "./eventWords.ts";

/** Lines of a told story, the frame not counted. */
const TOLD_LINES = 40;

/** Lines that are kept while a run goes on: the end of a story is what matters. */
const KEPT_LINES = 4000;

/** The last facts before the end are always told. */
const LAST_FACTS = 14;

/** How much a line matters when not all can be told: what people and faults did first, then doors and the log. */
const DEED = 2;
const FACT = 1;
const ASIDE = 0;

interface Line {
  readonly atMs: number;
  readonly weight: number;
  readonly words: string;
}

/** Listens to a run in a checker's place and keeps what a reader needs; it never objects. */
export class StoryKeeper implements RunChecker {
  readonly name = "story";
  #lines: Line[] = [];

  take(observation: Observation): undefined {
    const told = toldBy(observation);
    if (told === undefined) return;
    this.#lines.push({ atMs: observation.atMs, ...told });
    if (this.#lines.length > 2 * KEPT_LINES) this.#lines = this.#lines.slice(-KEPT_LINES);
  }

  /** What is most worth telling, in order; what is left out between two lines shows as "…". */
  lines(most = TOLD_LINES): readonly string[] {
    const last = new Set(this.#lines.filter(({ weight }) => weight >= FACT).slice(-LAST_FACTS));
    const worth = (line: Line) => (last.has(line) ? DEED : line.weight);
    // Of equal worth the later line is told: it is nearer to what went wrong.
    const byWorth = this.#lines
      .map((line, at) => ({ line, at }))
      .sort((a, b) => worth(b.line) - worth(a.line) || b.at - a.at);
    const kept = new Set(byWorth.slice(0, most).map(({ line }) => line));
    const told: string[] = [];
    let hasGap = false;
    for (const line of this.#lines) {
      if (!kept.has(line)) {
        hasGap = true;
        continue;
      }
      if (hasGap) told.push("  …");
      hasGap = false;
      told.push(`  ${whenWords(line.atMs)}  ${line.words}`);
    }
    return told;
  }
}

export interface ToldViolation {
  readonly checker: string;
  readonly sentence: string;
  readonly atMs: number;
}

/** The shortest history of a failing run, for a reader who has seen nothing of it. */
export function tellStory(
  keeper: StoryKeeper,
  of: { readonly plan: Plan; readonly violation: ToldViolation; readonly command: string },
): string {
  const { plan, violation, command } = of;
  const visits = plan.happenings.filter(({ kind }) => kind === "visit").length;
  const faults = plan.happenings.length - visits;
  return [
    `${violation.checker} is broken: ${violation.sentence}`,
    `Seed ${plan.seed}, ${counted(plan.days, "day")}, ${counted(visits, "visit")}, ${counted(faults, "fault")}:`,
    "",
    ...keeper.lines(),
    `  ${whenWords(violation.atMs)}  ${violation.checker}: ${violation.sentence}`,
    "",
    `Replay: ${command}`,
  ].join("\n");
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** `day 3, 07:15:02` */
function whenWords(atMs: number): string {
  const day = Math.floor(atMs / 86_400_000) + 1;
  return `day ${day}, ${new Date(atMs % 86_400_000).toISOString().slice(11, 19)}`;
}

function toldBy(observation: Observation): Omit<Line, "atMs"> | undefined {
  switch (observation.kind) {
    case "story":
      return { weight: DEED, words: `${observation.person} ${observation.line}` };
    case "fault":
      return {
        weight: DEED,
        words:
          observation.phase === "begins" ? `It breaks: ${observation.name}.` : `It is mended: ${observation.name}.`,
      };
    case "powerCut":
      return { weight: DEED, words: "The power goes." };
    case "started":
      return { weight: DEED, words: "The kiosk is up again." };
    case "officeRewound":
      return { weight: DEED, words: `The back office is restored and knows events up to ${observation.toSeq}.` };
    case "bag": {
      const words = `${observation.bag.bagId} goes from ${placeWords(observation.from)} to ${placeWords(observation.to)}.`;
      return { weight: DEED, words };
    }
    case "door": {
      const { compartmentNumber, isOpen, by } = observation;
      return { weight: FACT, words: `Door ${compartmentNumber} ${isOpen ? "opens" : "is shut"} (${by}).` };
    }
    case "pulse":
      return { weight: FACT, words: `A pulse leaves for lock ${observation.compartmentNumber}.` };
    case "paper":
      return { weight: ASIDE, words: "A paper comes out of the printer." };
    case "event": {
      const words = eventWords(observation.event);
      return words === undefined ? undefined : { weight: FACT, words };
    }
    case "screen":
      return { weight: ASIDE, words: `The screen shows "${observation.snapshot.screen.name}".` };
    default:
      return undefined;
  }
}

function placeWords(place: BagPlace): string {
  if (place.kind === "compartment") return `compartment ${place.compartmentNumber}`;
  return place.kind === "person" ? place.person : "the counter";
}
