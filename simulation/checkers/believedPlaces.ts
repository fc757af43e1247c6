import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { KioskEvent } from "#core/events/event.ts";

/** Where the log says that a dossier is; `maybeIn`: where a clerk may still find it, for all that the log says. */
export type Belief =
  | {
      readonly kind: "compartment";
      readonly compartmentNumber: CompartmentNumber;
      readonly content: "deposit" | "result";
    }
  | { readonly kind: "withClerk" | "counter" | "missing" | "withCitizen" }
  | { readonly kind: "collected"; readonly maybeIn?: CompartmentNumber | undefined }
  | { readonly kind: "uncertain"; readonly maybeIn: CompartmentNumber };

export type BelievedContents = "unchecked" | "empty" | "deposit" | "result";

/** Events that only a look, a hand or a word of a person can bring about: what they say of a place is a person's word. */
const WORD_OF_A_PERSON: ReadonlySet<KioskEvent["type"]> = new Set([
  "dossierDeposited",
  "dossierTakenOver",
  "dossierNotFound",
  "unexpectedContentsFound",
  "compartmentSeenEmpty",
  "resultLoaded",
  "collectionAbandoned",
]);

/** True for an event that repeats what a person said or did; false for what the machine concluded by itself. */
export function isWordOfAPerson({ type, payload }: KioskEvent): boolean {
  if (type === "resultCollected") return payload.confirmedBy === "person";
  if (type === "collectionAbandoned") return payload.reason === "nothingTaken";
  return WORD_OF_A_PERSON.has(type);
}

/**
 * Where every dossier is and what every compartment holds, by the log: written from the meaning of the events, apart
 * from the register's own reducers, to hold against them and against the physical truth.
 */
export class BelievedPlaces {
  readonly #places = new Map<Id, Belief>();
  readonly #contents = new Map<CompartmentNumber, BelievedContents>();
  /** Dossiers that lie in a compartment, or may. */
  readonly #about = new Map<CompartmentNumber, Set<Id>>();

  placeOf(dossierId: Id): Belief | undefined {
    return this.#places.get(dossierId);
  }

  contentsOf(compartmentNumber: CompartmentNumber): BelievedContents | undefined {
    return this.#contents.get(compartmentNumber);
  }

  /** Dossiers of which the log says that they lie in this compartment, or may. */
  about(compartmentNumber: CompartmentNumber): ReadonlySet<Id> {
    return this.#about.get(compartmentNumber) ?? new Set();
  }

  note(event: KioskEvent): void {
    this.#contentsAfter(event);
    this.#placesAfter(event);
  }

  #placesAfter({ type, payload }: KioskEvent): void {
    switch (type) {
      case "dossierDeposited":
      case "resultLoaded": {
        const { compartmentNumber, dossierId } = payload;
        const content = type === "resultLoaded" ? "result" : "deposit";
        return this.#put(dossierId, { kind: "compartment", compartmentNumber, content });
      }
      case "depositAbandoned":
        if (payload.caseNumber === undefined) return;
        return this.#put(payload.dossierId, { kind: "uncertain", maybeIn: payload.compartmentNumber });
      case "dossierAnnounced":
        if (!this.#places.has(payload.dossierId)) this.#put(payload.dossierId, { kind: "counter" });
        return;
      case "dossierTakenOver":
        return this.#put(payload.dossierId, { kind: "withClerk" });
      case "dossierNotFound":
        return this.#put(payload.dossierId, { kind: "missing" });
      case "dossierHandedToCounter":
        return this.#put(payload.dossierId, { kind: "counter" });
      case "resultCollected": {
        const isCertain = payload.isVerified && payload.confirmedBy === "person";
        const maybeIn = isCertain ? undefined : payload.compartmentNumber;
        return this.#put(payload.dossierId, { kind: "collected", maybeIn });
      }
      case "compartmentSeenEmpty":
      case "unexpectedContentsFound":
        return this.#looked(payload.compartmentNumber, type === "unexpectedContentsFound");
      default:
        return;
    }
  }

  /** Staff looked: what may have been there is with them now, or with whoever had it last. */
  #looked(compartmentNumber: CompartmentNumber, isFound: boolean): void {
    for (const dossierId of [...this.about(compartmentNumber)]) {
      const before = this.#places.get(dossierId);
      if (before?.kind !== "uncertain" && before?.kind !== "collected") continue;
      const gone: Belief = before.kind === "uncertain" ? { kind: "withCitizen" } : { kind: "collected" };
      this.#put(dossierId, isFound ? { kind: "withClerk" } : gone);
    }
  }

  #put(dossierId: Id, belief: Belief): void {
    const before = compartmentIn(this.#places.get(dossierId));
    if (before !== undefined) this.#about.get(before)?.delete(dossierId);
    const after = compartmentIn(belief);
    if (after !== undefined) {
      const about = this.#about.get(after) ?? new Set();
      this.#about.set(after, about.add(dossierId));
    }
    this.#places.set(dossierId, belief);
  }

  #contentsAfter({ type, payload }: KioskEvent): void {
    switch (type) {
      case "compartmentCommissioned":
        if (!this.#contents.has(payload.compartmentNumber)) this.#contents.set(payload.compartmentNumber, "unchecked");
        return;
      case "compartmentSeenEmpty":
      case "dossierTakenOver":
      case "dossierNotFound":
      case "unexpectedContentsFound":
        return void this.#contents.set(payload.compartmentNumber, "empty");
      case "dossierDeposited":
        return void this.#contents.set(payload.compartmentNumber, "deposit");
      case "resultLoaded":
        return void this.#contents.set(payload.compartmentNumber, "result");
      case "resultCollected": {
        const isCertain = payload.isVerified && payload.confirmedBy === "person";
        return void this.#contents.set(payload.compartmentNumber, isCertain ? "empty" : "unchecked");
      }
      case "depositAbandoned":
        if (payload.caseNumber !== undefined) this.#contents.set(payload.compartmentNumber, "unchecked");
        return;
      // A door that was open, or may have been, leaves nothing known to be empty behind it.
      case "compartmentOpened":
      case "doorForced":
        return this.#doubt(payload.compartmentNumber);
      case "compartmentOpenFailed":
        return payload.outcome === "unresolved" ? this.#doubt(payload.compartmentNumber) : undefined;
      case "compartmentTakenOutOfService":
        return payload.reason === "doorLeftOpen" ? this.#doubt(payload.compartmentNumber) : undefined;
      default:
        return;
    }
  }

  #doubt(compartmentNumber: CompartmentNumber): void {
    if (this.#contents.get(compartmentNumber) === "empty") this.#contents.set(compartmentNumber, "unchecked");
  }
}

/** The compartment that a belief names. */
export function compartmentIn(belief: Belief | undefined): CompartmentNumber | undefined {
  if (belief === undefined) return undefined;
  if (belief.kind === "compartment") return belief.compartmentNumber;
  return "maybeIn" in belief ? belief.maybeIn : undefined;
}
