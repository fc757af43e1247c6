import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { KioskEvent } from "#core/events/event.ts";
import type { Observation } from "../contract/observation.ts";
import type { Bag } from "../contract/place.ts";

/** A door that stands open so long before a kiosk that can read it is one of which the kiosk knows, milliseconds. */
const SEEN_MS = 5000;

/** So long after a request its lock may still move, milliseconds. */
const ASKED_MS = 60_000;

/** A time in which a door stood open. */
export interface Episode {
  readonly sinceMs: number;
  readonly isAsked: boolean;
  /** The kiosk could read it for long enough. */
  isSeen: boolean;
}

/** A bag that lies in a compartment. */
export interface Lying {
  readonly bag: Bag;
  readonly compartmentNumber: CompartmentNumber;
  readonly broughtBy: string;
  /** The visit for which the compartment was opened last, when the bag went in. */
  readonly visitId: Id | undefined;
  readonly episode: Episode | undefined;
  /** A person told the kiosk, with the bag inside, that the compartment is empty. */
  toldEmpty?: KioskEvent["type"] | undefined;
}

/**
 * What the kiosk can know of what lies in its compartments. It cannot know of a bag of which a person told it that it
 * is not there, and not of one that went in through a door that was forced and shut again while nothing could read it.
 */
export class BagKnowledge {
  /** Faults under which the kiosk cannot read doors. */
  readonly #blinding: ReadonlySet<string>;
  readonly #lying = new Map<CompartmentNumber, Map<string, Lying>>();
  readonly #open = new Map<CompartmentNumber, Episode>();
  readonly #asked = new Map<CompartmentNumber, { readonly visitId: Id; readonly atMs: number; isUsed: boolean }>();
  readonly #blind = new Map<string, number>();
  #isUp = false;
  /** Since when doors can be read; undefined while they cannot. */
  #sightedSinceMs: number | undefined;

  constructor(blinding: ReadonlySet<string>) {
    this.#blinding = blinding;
  }

  note(observation: Observation): void {
    const { atMs } = observation;
    switch (observation.kind) {
      case "started":
      case "powerCut":
        this.#isUp = observation.kind === "started";
        return this.#look(atMs);
      case "fault":
        if (!this.#blinding.has(observation.name)) return;
        this.#blind.set(observation.name, (this.#blind.get(observation.name) ?? 0) + stepOf(observation.phase));
        return this.#look(atMs);
      case "door":
        return this.#door(observation.compartmentNumber, observation.isOpen, atMs);
      case "bag":
        return this.#bag(observation);
      case "event":
        return this.#event(observation.event, atMs);
      default:
        return;
    }
  }

  /** Bags in a compartment. */
  in(compartmentNumber: CompartmentNumber): Iterable<Lying> {
    return this.#lying.get(compartmentNumber)?.values() ?? [];
  }

  /** True for a bag of which the kiosk can know that it lies there. */
  isKnowable({ toldEmpty, episode }: Lying): boolean {
    return toldEmpty === undefined && !this.isSecret(episode);
  }

  /** True where nothing could tell the kiosk that this door stood open. */
  isSecret(episode: Episode | undefined): boolean {
    return episode !== undefined && !episode.isAsked && !episode.isSeen;
  }

  /** The present or latest time in which the door stood open. */
  episodeOf(compartmentNumber: CompartmentNumber): Episode | undefined {
    return this.#open.get(compartmentNumber);
  }

  #look(atMs: number): void {
    const canSee = this.#isUp && [...this.#blind.values()].every((count) => count <= 0);
    if (canSee === (this.#sightedSinceMs !== undefined)) return;
    if (!canSee) for (const episode of this.#open.values()) this.#see(episode, atMs);
    this.#sightedSinceMs = canSee ? atMs : undefined;
  }

  #see(episode: Episode, atMs: number): void {
    if (this.#sightedSinceMs === undefined) return;
    if (atMs - Math.max(episode.sinceMs, this.#sightedSinceMs) >= SEEN_MS) episode.isSeen = true;
  }

  #door(compartmentNumber: CompartmentNumber, isOpen: boolean, atMs: number): void {
    const episode = this.#open.get(compartmentNumber);
    if (isOpen) {
      const asked = this.#asked.get(compartmentNumber);
      // One request opens a door once; what opens it again is not the kiosk's doing.
      const isAsked = asked !== undefined && !asked.isUsed && atMs - asked.atMs < ASKED_MS;
      if (isAsked) asked.isUsed = true;
      this.#open.set(compartmentNumber, { sinceMs: atMs, isAsked, isSeen: false });
      return;
    }
    if (episode !== undefined) this.#see(episode, atMs);
    this.#open.delete(compartmentNumber);
  }

  #bag({ bag, from, to }: Extract<Observation, { kind: "bag" }>): void {
    if (from.kind === "compartment") this.#lying.get(from.compartmentNumber)?.delete(bag.bagId);
    if (to.kind !== "compartment") return;
    const { compartmentNumber } = to;
    const lying = this.#lying.get(compartmentNumber) ?? new Map<string, Lying>();
    this.#lying.set(compartmentNumber, lying);
    lying.set(bag.bagId, {
      bag,
      compartmentNumber,
      broughtBy: from.kind === "person" ? from.person : "nobody",
      visitId: this.#asked.get(compartmentNumber)?.visitId,
      episode: this.#open.get(compartmentNumber),
    });
  }

  #event(event: KioskEvent, atMs: number): void {
    const { type, payload } = event;
    if (type === "compartmentOpenRequested")
      this.#asked.set(payload.compartmentNumber, { visitId: payload.visitId, atMs, isUsed: false });
    if (!saysEmpty(event) || !("compartmentNumber" in payload) || payload.compartmentNumber === undefined) return;
    for (const lying of this.in(payload.compartmentNumber)) lying.toldEmpty = type;
  }
}

/** True for what a person said or did that leaves a compartment empty as far as anybody can tell the kiosk. */
function saysEmpty({ type, payload }: KioskEvent): boolean {
  if (type === "resultCollected") return payload.isVerified && payload.confirmedBy === "person";
  return ["compartmentSeenEmpty", "dossierTakenOver", "dossierNotFound", "unexpectedContentsFound"].includes(type);
}

function stepOf(phase: "begins" | "heals"): number {
  return phase === "begins" ? 1 : -1;
}
