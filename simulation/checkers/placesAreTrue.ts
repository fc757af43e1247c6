import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { EventPayload, KioskEvent } from "#core/events/event.ts";
import type { Evidence, Observation, RunChecker } from "../contract/observation.ts";
import type { Bag, BagPlace } from "../contract/place.ts";
import { BagKnowledge, type Episode } from "./bagKnowledge.ts";
import { type Belief, BelievedPlaces, compartmentIn, isWordOfAPerson } from "./believedPlaces.ts";
import { OpenDoubts } from "./openDoubts.ts";

/** A bag or envelope that is known to be a dossier's. */
interface Bound {
  readonly dossierId: Id;
  readonly bag: Bag;
  /** A person said of its place what was not so; the kiosk cannot know better until the next word about it. */
  isMisled: boolean;
  /** The door through which it moved last. */
  through?: Episode | undefined;
}

/**
 * I4 against the physical truth, by an independent model: what the log says with certainty of a dossier's place is so.
 * Where it is not, a person said so while standing there, or the doubt is written down: the place is uncertain, the
 * compartment out of service, or a case is open about dossier or compartment.
 */
export class PlacesAreTrue implements RunChecker {
  readonly name = "model";
  readonly #believed = new BelievedPlaces();
  readonly #doubts = new OpenDoubts();
  readonly #bags: BagKnowledge;
  readonly #bound = new Map<Id, Bound>();
  readonly #boundBag = new Map<string, Bound>();
  readonly #dirty = new Set<Id>();
  readonly #dirtyCompartments = new Set<CompartmentNumber>();
  /** Compartments that the newest depositing visit was given. */
  #given: { readonly visitId: Id; readonly compartments: Set<CompartmentNumber> } | undefined;

  constructor(blinding: ReadonlySet<string>) {
    this.#bags = new BagKnowledge(blinding);
  }

  take(observation: Observation, evidence: Evidence): string | undefined {
    if (observation.kind === "bag") this.#moved(observation);
    this.#bags.note(observation);
    if (observation.kind === "event") return this.#event(observation.event, evidence);
    // Between visits nothing is in the middle of anything.
    const isBetween = observation.kind === "screen" && observation.snapshot.screen.name === "home";
    return isBetween ? this.#compare(evidence) : undefined;
  }

  atEnd(evidence: Evidence): string | undefined {
    for (const dossierId of this.#bound.keys()) this.#dirty.add(dossierId);
    return this.#compare(evidence);
  }

  #moved({ bag, from, to }: Extract<Observation, { kind: "bag" }>): void {
    const bound = this.#boundBag.get(bag.bagId);
    if (bound !== undefined) this.#dirty.add(bound.dossierId);
    for (const place of [from, to]) {
      if (place.kind !== "compartment") continue;
      this.#dirtyCompartments.add(place.compartmentNumber);
      if (bound !== undefined) bound.through = this.#bags.episodeOf(place.compartmentNumber);
    }
  }

  #event(event: KioskEvent, evidence: Evidence): string | undefined {
    const { type, payload } = event;
    const affected = new Map<Id, Belief | undefined>();
    const note = (dossierId: Id) => affected.set(dossierId, this.#believed.placeOf(dossierId));
    if ("dossierId" in payload && payload.dossierId !== undefined) note(payload.dossierId);
    if ("compartmentNumber" in payload && payload.compartmentNumber !== undefined) {
      for (const dossierId of this.#believed.about(payload.compartmentNumber)) note(dossierId);
      this.#dirtyCompartments.add(payload.compartmentNumber);
    }
    this.#believed.note(event);
    const settled = this.#doubts.note(event);
    if (settled?.dossierId !== undefined) this.#dirty.add(settled.dossierId);
    if (settled?.compartmentNumber !== undefined)
      for (const dossierId of this.#believed.about(settled.compartmentNumber)) this.#dirty.add(dossierId);
    const problem = this.#bind(event);
    for (const [dossierId, before] of affected) {
      const isSaidAgain = type === "collectionAbandoned" && payload.reason === "nothingTaken";
      if (isSaidAgain || this.#believed.placeOf(dossierId) !== before) this.#judgeWord(dossierId, event, evidence);
    }
    return problem;
  }

  #judgeWord(dossierId: Id, event: KioskEvent, evidence: Evidence): void {
    this.#dirty.add(dossierId);
    const bound = this.#bound.get(dossierId);
    const belief = this.#believed.placeOf(dossierId);
    if (bound === undefined || belief === undefined) return;
    bound.isMisled = !isTrue(belief, evidence.placeOf(bound.bag)) && isWordOfAPerson(event);
  }

  /** Which bag a dossier is: what this very visit put where the kiosk says that it lies. */
  #bind({ type, payload }: KioskEvent): string | undefined {
    if (type === "compartmentOpenRequested" && payload.reason === "deposit") {
      if (this.#given?.visitId !== payload.visitId) this.#given = { visitId: payload.visitId, compartments: new Set() };
      this.#given.compartments.add(payload.compartmentNumber);
    }
    if (type !== "dossierDeposited" && type !== "resultLoaded") return undefined;
    const { dossierId, compartmentNumber } = payload;
    const content = type === "resultLoaded" ? "result" : "deposit";
    const bag = this.#unboundIn(compartmentNumber, content);
    const before = this.#bound.get(dossierId);
    if (before !== undefined) this.#boundBag.delete(before.bag.bagId);
    this.#bound.delete(dossierId);
    if (bag !== undefined) {
      const bound: Bound = { dossierId, bag, isMisled: false };
      this.#bound.set(dossierId, bound);
      this.#boundBag.set(bag.bagId, bound);
      return undefined;
    }
    return type === "dossierDeposited" ? this.#elsewhere(payload) : undefined;
  }

  #unboundIn(compartmentNumber: CompartmentNumber, content: Bag["content"], visitId?: Id): Bag | undefined {
    for (const { bag, visitId: askedBy } of this.#bags.in(compartmentNumber)) {
      const isOfVisit = visitId === undefined || askedBy === visitId;
      if (bag.content === content && isOfVisit && !this.#boundBag.has(bag.bagId)) return bag;
    }
    return undefined;
  }

  /** Nothing was put where the deposit is said to be: a person may shut an empty door, the kiosk may not mix up two. */
  #elsewhere({ visitId, compartmentNumber }: EventPayload<"dossierDeposited">): string | undefined {
    if (this.#given?.visitId !== visitId) return undefined;
    for (const given of this.#given.compartments) {
      // What a person said was stuck may well lie where it is stuck.
      if (given === compartmentNumber || this.#doubts.isAboutCompartment(given)) continue;
      const bag = this.#unboundIn(given, "deposit", visitId);
      if (bag === undefined) continue;
      return `The deposit of ${bag.owner} is written down for compartment ${compartmentNumber} and lies in ${given}.`;
    }
    return undefined;
  }

  #compare(evidence: Evidence): string | undefined {
    for (const dossierId of [...this.#dirty]) {
      const problem = this.#compareDossier(dossierId, evidence);
      if (problem !== undefined) return problem;
    }
    for (const compartmentNumber of [...this.#dirtyCompartments]) {
      const problem = this.#compareCompartment(compartmentNumber, evidence);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  #compareDossier(dossierId: Id, evidence: Evidence): string | undefined {
    const bound = this.#bound.get(dossierId);
    const belief = this.#believed.placeOf(dossierId);
    const claimed = compartmentIn(belief);
    // Through an open door things still move: it is looked at when it is shut.
    if (claimed !== undefined && evidence.isDoorOpen(claimed)) return undefined;
    this.#dirty.delete(dossierId);
    if (bound === undefined || belief === undefined || bound.isMisled || this.#bags.isSecret(bound.through))
      return undefined;
    const place = evidence.placeOf(bound.bag);
    if (isTrue(belief, place)) return undefined;
    const lies = place.kind === "compartment" ? place.compartmentNumber : undefined;
    const isDoubted =
      this.#doubts.isAboutDossier(dossierId) ||
      [claimed, lies].some((number) => number !== undefined && this.#doubts.isAboutCompartment(number));
    if (isDoubted) return undefined;
    return `The kiosk says that ${bound.bag.bagId} of ${bound.bag.owner} is ${said(belief)}; it is ${truth(place)}.`;
  }

  #compareCompartment(compartmentNumber: CompartmentNumber, evidence: Evidence): string | undefined {
    if (evidence.isDoorOpen(compartmentNumber)) return undefined;
    this.#dirtyCompartments.delete(compartmentNumber);
    const isCertain =
      this.#believed.contentsOf(compartmentNumber) === "empty" && !this.#doubts.isAboutCompartment(compartmentNumber);
    if (!isCertain) return undefined;
    for (const lying of this.#bags.in(compartmentNumber)) {
      if (this.#bags.isKnowable(lying))
        return `Compartment ${compartmentNumber} counts as empty while ${lying.bag.bagId} of ${lying.bag.owner} lies in it.`;
    }
    return undefined;
  }
}

function isTrue(belief: Belief, place: BagPlace): boolean {
  const lies = place.kind === "compartment" ? place.compartmentNumber : undefined;
  if (belief.kind === "compartment") return lies === belief.compartmentNumber;
  if (belief.kind === "missing") return true;
  return lies === undefined || lies === compartmentIn(belief);
}

function said(belief: Belief): string {
  const claimed = compartmentIn(belief);
  return belief.kind === "compartment" ? `in compartment ${claimed}` : belief.kind;
}

function truth(place: BagPlace): string {
  if (place.kind === "compartment") return `in compartment ${place.compartmentNumber}`;
  return place.kind === "person" ? `with ${place.person}` : "at the counter";
}
