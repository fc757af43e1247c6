import type { Clock } from "#core/interfaces/clock.ts";
import type { Evidence, Observation, RunChecker } from "../contract/observation.ts";
import { Fingerprint } from "./fingerprint.ts";

/** An observation before somebody says when it was made. */
export type News = Observation extends infer One ? (One extends unknown ? Omit<One, "atMs"> : never) : never;

/** A promise that was broken. */
export interface Violation {
  readonly checker: string;
  readonly sentence: string;
  readonly atMs: number;
}

export interface WitnessOptions {
  readonly clock: Pick<Clock, "monotonicMs">;
  /** Those of this run; asked each time, because they are made last. */
  readonly checkers: () => readonly RunChecker[];
  readonly evidence: Evidence;
  /** The first violation, at once. */
  readonly onViolation: (violation: Violation) => void;
}

/** Lines of the story that are kept; a story longer than that has lost its beginning. */
const STORY_LINES = 4_000;

/** Sees everything, shows it to the checkers, and keeps the story. */
export class Witness {
  readonly fingerprint = new Fingerprint();
  readonly #options: WitnessOptions;
  readonly #listeners: ((observation: Observation) => void)[] = [];
  #story: string[] = [];
  #violation: Violation | undefined;

  constructor(options: WitnessOptions) {
    this.#options = options;
  }

  get violation(): Violation | undefined {
    return this.#violation;
  }

  get story(): readonly string[] {
    return this.#story;
  }

  onObservation(listener: (observation: Observation) => void): void {
    this.#listeners.push(listener);
  }

  note(news: News): void {
    // The spread of a union member with its own time is that member again, which the compiler cannot follow.
    const observation = { ...news, atMs: this.#options.clock.monotonicMs() } as Observation;
    this.fingerprint.number(observation.atMs);
    this.fingerprint.text(markOf(observation));
    const line = lineOf(observation);
    if (line !== undefined) this.#tell(observation.atMs, line);
    for (const listener of this.#listeners) listener(observation);
    for (const checker of this.#options.checkers()) {
      if (this.#violation !== undefined) return;
      const sentence = checker.take(observation, this.#options.evidence);
      if (sentence !== undefined) this.accuse(checker.name, sentence);
    }
  }

  /** What the checkers say at the very end. */
  async end(): Promise<void> {
    for (const checker of this.#options.checkers()) {
      if (this.#violation !== undefined) return;
      const sentence = await checker.atEnd?.(this.#options.evidence);
      if (sentence !== undefined) this.accuse(checker.name, sentence);
    }
  }

  /** A violation that the engine itself saw, or a checker. The first one counts. */
  accuse(checker: string, sentence: string): void {
    if (this.#violation !== undefined) return;
    const atMs = this.#options.clock.monotonicMs();
    this.#violation = { checker, sentence, atMs };
    this.#tell(atMs, `VIOLATION ${checker}: ${sentence}`);
    this.#options.onViolation(this.#violation);
  }

  #tell(atMs: number, line: string): void {
    this.#story.push(`${timeWords(atMs)}  ${line}`);
    if (this.#story.length > STORY_LINES) this.#story = this.#story.slice(-STORY_LINES / 2);
  }
}

/** `day 3 07:15:02.250` */
export function timeWords(atMs: number): string {
  const day = Math.floor(atMs / 86_400_000);
  return `day ${day + 1} ${new Date(atMs % 86_400_000).toISOString().slice(11, 23)}`;
}

function markOf(observation: Observation): string {
  switch (observation.kind) {
    case "event":
      return observation.stored.hash;
    case "screen":
      return `${observation.snapshot.revision} ${observation.snapshot.screen.name}`;
    case "officeStored":
      return observation.events.map(({ hash }) => hash).join();
    case "bag":
      return `${observation.bag.bagId} ${JSON.stringify(observation.to)}`;
    case "logLine":
      // Its writer names itself, and a process has another number each time.
      return observation.text.replace(/"pid":\d+,/, "");
    default:
      return JSON.stringify(observation);
  }
}

/** What a reader of the story needs; undefined for what would only bury it. */
function lineOf(observation: Observation): string | undefined {
  switch (observation.kind) {
    case "event":
      return `   log ${observation.stored.seq}: ${observation.event.type} ${observation.stored.payload.slice(0, 160)}`;
    case "pulse":
      return `   wire: an unlock frame leaves for compartment ${observation.compartmentNumber}`;
    case "door":
      return `Door ${observation.compartmentNumber} ${observation.isOpen ? "opens" : "is shut"} (${observation.by}).`;
    case "bag":
      return `${observation.bag.bagId} goes to ${placeWords(observation.to)}.`;
    case "paper":
      return `A paper comes out${observation.codes.length === 0 ? "" : ` with the code ${observation.codes.join()}`}.`;
    case "screen":
      return `   screen: ${observation.snapshot.screen.name}`;
    case "story":
      return `${observation.person}: ${observation.line}`;
    case "fault":
      return `FAULT ${observation.name} ${observation.phase}.`;
    case "powerCut":
      return "POWER CUT.";
    case "started":
      return "The kiosk is up.";
    case "present":
    case "logLine":
    case "officeStored":
      return undefined;
    case "officeRewound":
      return `The back office goes back to event ${observation.toSeq}.`;
  }
}

function placeWords(place: Extract<Observation, { kind: "bag" }>["to"]): string {
  if (place.kind === "compartment") return `compartment ${place.compartmentNumber}`;
  return place.kind === "person" ? place.person : "the counter";
}
