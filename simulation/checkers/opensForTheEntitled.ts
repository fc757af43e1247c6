import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { KioskEvent } from "#core/events/event.ts";
import type { Observation, RunChecker } from "../contract/observation.ts";
import type { Bag } from "../contract/place.ts";
import { BagKnowledge, type Lying } from "./bagKnowledge.ts";
import { Presence } from "./presence.ts";

/** What the town knows of people, whatever the kiosk thinks. */
export interface Entitlements {
  /** True for the owner of a result, and for whom the owner gave receipt and second value. */
  mayCollect(person: string, bag: Bag): boolean;
  /** The staff account that this person signs in with; undefined for citizens. */
  staffOf(person: string): { readonly staffId: string; readonly role: "clerk" | "technician" } | undefined;
}

type Asked = Extract<KioskEvent, { type: "compartmentOpenRequested" }>["payload"];

/**
 * I3 judged by who stands there and what lies inside, not by the reason that the kiosk gives: a bag's door opens only
 * for its depositor in the same visit, its entitled recipient, a clerk in an exchange, or staff with a second person.
 * A person who goes on with a visit that somebody else left at the screen cannot be told from them: everybody who stood
 * there during the visit counts.
 */
export class OpensForTheEntitled implements RunChecker {
  readonly name = "I3";
  readonly #entitlements: Entitlements;
  readonly #bags: BagKnowledge;
  readonly #presence = new Presence();
  readonly #asked = new Map<CompartmentNumber, Asked>();
  #exchangeOf: string | undefined;
  /** Staff who showed card and PIN, in the newest visit in which anybody did. */
  #signedIn: { readonly visitId: string; readonly staffIds: Set<string> } | undefined;

  constructor(entitlements: Entitlements, blinding: ReadonlySet<string>) {
    this.#entitlements = entitlements;
    this.#bags = new BagKnowledge(blinding);
  }

  take(observation: Observation): string | undefined {
    this.#bags.note(observation);
    this.#presence.note(observation);
    if (observation.kind === "event") this.#event(observation.event);
    return observation.kind === "pulse" ? this.#pulse(observation.compartmentNumber) : undefined;
  }

  #event({ type, payload }: KioskEvent): void {
    if (type === "compartmentOpenRequested") this.#asked.set(payload.compartmentNumber, payload);
    if (type === "exchangeOpened") this.#exchangeOf = payload.staffId;
    if (type === "exchangeClosed") this.#exchangeOf = undefined;
    if (type !== "staffSignedIn") return;
    if (this.#signedIn?.visitId !== payload.visitId) this.#signedIn = { ...payload, staffIds: new Set() };
    this.#signedIn.staffIds.add(payload.staffId);
  }

  #pulse(compartmentNumber: CompartmentNumber): string | undefined {
    const asked = this.#asked.get(compartmentNumber);
    if (asked === undefined) return undefined;
    for (const lying of this.#bags.in(compartmentNumber)) {
      if (!this.#bags.isKnowable(lying) || this.#isFor(lying, asked)) continue;
      const { bag } = lying;
      const persons = [...this.#presence.personsOf(asked.visitId)].join(" and ") || "nobody";
      const what = `${bag.bagId} (${bag.content}) of ${bag.owner}`;
      return `Compartment ${compartmentNumber} with ${what} was opened (${asked.reason}) for ${persons}.`;
    }
    return undefined;
  }

  #isFor({ bag, visitId, broughtBy }: Lying, asked: Asked): boolean {
    const persons = [...this.#presence.personsOf(asked.visitId)];
    // Back to one's own bag in the same visit, whoever carried it.
    if (visitId === asked.visitId && persons.includes(broughtBy)) return true;
    if (bag.content === "result" && persons.some((person) => this.#entitlements.mayCollect(person, bag))) return true;
    return this.#isForStaff(persons, asked);
  }

  #isForStaff(persons: readonly string[], { visitId, staffId, approvedBy }: Asked): boolean {
    const isThere = (id: string | undefined) =>
      id !== undefined && persons.some((person) => this.#entitlements.staffOf(person)?.staffId === id);
    if (!isThere(staffId)) return false;
    const isClerkInExchange =
      this.#exchangeOf === staffId &&
      persons.some((person) => {
        const staff = this.#entitlements.staffOf(person);
        return staff?.staffId === staffId && staff?.role === "clerk";
      });
    if (isClerkInExchange) return true;
    const hasSignedIn = this.#signedIn?.visitId === visitId && this.#signedIn.staffIds.has(approvedBy ?? "");
    return approvedBy !== undefined && approvedBy !== staffId && hasSignedIn;
  }
}
