import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { Place } from "#core/register/records.ts";
import type { Evidence, Observation, RunChecker } from "../contract/observation.ts";
import { type Belief, BelievedPlaces } from "./believedPlaces.ts";

/** I4: the kiosk's register says of each dossier and each compartment what its log says, event after event. */
export class RegisterFollowsLog implements RunChecker {
  readonly name = "I4";
  readonly #believed = new BelievedPlaces();
  /** What events changed since the register was looked at; events of one step arrive one by one. */
  readonly #dossiers = new Set<Id>();
  readonly #compartments = new Set<CompartmentNumber>();

  take(observation: Observation, evidence: Evidence): string | undefined {
    if (observation.kind !== "event") return this.#compare(evidence);
    const { event } = observation;
    const { payload } = event;
    this.#believed.note(event);
    if ("dossierId" in payload && payload.dossierId !== undefined) this.#dossiers.add(payload.dossierId);
    if ("compartmentNumber" in payload && payload.compartmentNumber !== undefined) {
      this.#compartments.add(payload.compartmentNumber);
      for (const dossierId of this.#believed.about(payload.compartmentNumber)) this.#dossiers.add(dossierId);
    }
    return undefined;
  }

  atEnd(evidence: Evidence): string | undefined {
    return this.#compare(evidence);
  }

  #compare(evidence: Evidence): string | undefined {
    if (this.#dossiers.size === 0 && this.#compartments.size === 0) return undefined;
    const register = evidence.register();
    if (register === undefined) return undefined;
    for (const dossierId of this.#dossiers) {
      const belief = this.#believed.placeOf(dossierId);
      const place = register.get("dossier", dossierId)?.place;
      if (wordsOf(belief) !== wordsOfPlace(place))
        return `By the log dossier ${dossierId} is ${wordsOf(belief)}; the register says ${wordsOfPlace(place)}.`;
    }
    for (const compartmentNumber of this.#compartments) {
      const believed = this.#believed.contentsOf(compartmentNumber);
      const contents = register.get("compartment", String(compartmentNumber))?.contents.kind;
      if (believed !== contents)
        return `By the log compartment ${compartmentNumber} is ${believed}; the register says ${contents}.`;
    }
    this.#dossiers.clear();
    this.#compartments.clear();
    return undefined;
  }
}

function wordsOf(belief: Belief | undefined): string {
  if (belief === undefined) return "unknown";
  if (belief.kind === "compartment") return `${belief.content} in compartment ${belief.compartmentNumber}`;
  const maybeIn = "maybeIn" in belief ? belief.maybeIn : undefined;
  return maybeIn === undefined ? belief.kind : `${belief.kind}, perhaps in compartment ${maybeIn}`;
}

function wordsOfPlace(place: Place | undefined): string {
  if (place === undefined) return "unknown";
  if (place.kind === "compartment") return `${place.content} in compartment ${place.compartmentNumber}`;
  const maybeIn =
    place.kind === "uncertain" ? place.compartmentNumber : place.kind === "collected" ? place.unconfirmedIn : undefined;
  return maybeIn === undefined ? place.kind : `${place.kind}, perhaps in compartment ${maybeIn}`;
}
