import type { Snapshot } from "#core/contract/channel.ts";
import type { Evidence, Observation, RunChecker } from "../contract/observation.ts";
import { Presence } from "./presence.ts";

/** What only its owner and staff may read: a name, a number of a card or a telephone, a code; and whose it is. */
export interface Secrets {
  /** The person whose this very text is; undefined for any other text. */
  ownerOf(text: string): string | undefined;
  isStaff(person: string): boolean;
}

/** The row in which the kiosk keeps an unfinished visit. */
export interface VisitRow {
  isThere(): boolean;
}

/** Runs of digits, and words that begin with a capital letter: what names, numbers and codes are made of. */
const CANDIDATE = /(?<![0-9A-Za-z+])\+?\d{8,16}(?![0-9A-Za-z])|\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)+/gu;

/**
 * I8: nothing personal in the open part of events, in the structured log and on the screen of anybody else; and no row
 * of an unfinished visit when the visit is over. One pass over each text, however many people the run has.
 */
export class NothingPersonalLeft implements RunChecker {
  readonly name = "I8";
  readonly #secrets: Secrets;
  readonly #visitRow: VisitRow | undefined;
  readonly #presence = new Presence();
  #shown: Snapshot["screen"] | undefined;

  constructor(secrets: Secrets, visitRow?: VisitRow) {
    this.#secrets = secrets;
    this.#visitRow = visitRow;
  }

  take(observation: Observation, evidence: Evidence): string | undefined {
    this.#presence.note(observation);
    switch (observation.kind) {
      case "event":
        return this.#found(observation.stored.payload, `event ${observation.event.seq} (${observation.event.type})`);
      case "logLine":
        return this.#found(observation.text, "a line of the log");
      case "screen":
        return this.#screen(observation.snapshot) ?? this.#row(observation.snapshot, evidence);
      default:
        return undefined;
    }
  }

  #found(text: string, where: string): string | undefined {
    const found = this.#personalIn(text)[0];
    return found === undefined ? undefined : `"${found.text}" of ${found.owner} stands in ${where}.`;
  }

  /** Only whoever stood there in this visit, and staff, may read it. */
  #screen({ screen, visitId }: Snapshot): string | undefined {
    if (screen === this.#shown) return undefined;
    this.#shown = screen;
    const persons = [...this.#presence.personsOf(visitId)];
    const isOfStaff = screen.name !== "home" && persons.some((person) => this.#secrets.isStaff(person));
    const left = this.#personalIn(JSON.stringify(screen)).find(
      ({ owner }) => screen.name === "home" || !(isOfStaff || persons.includes(owner)),
    );
    return left === undefined ? undefined : `"${left.text}" of ${left.owner} is on the screen "${screen.name}".`;
  }

  #row({ screen }: Snapshot, evidence: Evidence): string | undefined {
    if (this.#visitRow === undefined || evidence.register() === undefined) return undefined;
    const isLeft = screen.name === "home" && this.#visitRow.isThere();
    return isLeft ? "The visit is over, and its row is still in the database." : undefined;
  }

  #personalIn(text: string): { readonly text: string; readonly owner: string }[] {
    return (text.match(CANDIDATE) ?? []).flatMap((candidate) => {
      for (const part of partsOf(candidate)) {
        const owner = this.#secrets.ownerOf(part);
        if (owner !== undefined) return [{ text: part, owner }];
      }
      return [];
    });
  }
}

/** A number as it is; of several words every row of at least two: a name may follow another word. */
function partsOf(candidate: string): string[] {
  const words = candidate.split(" ");
  if (words.length === 1) return [candidate];
  const parts: string[] = [];
  for (let from = 0; from < words.length - 1; from += 1)
    for (let to = words.length; to >= from + 2; to -= 1) parts.push(words.slice(from, to).join(" "));
  return parts;
}
