import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { Observation, RunChecker } from "../contract/observation.ts";
import { BagKnowledge } from "./bagKnowledge.ts";

/**
 * I2 against the physical truth: what intake and loading open holds no bag, but for the one that the same visit put
 * there, and for bags of which the kiosk cannot know.
 */
export class OpensOnlyEmpty implements RunChecker {
  readonly name = "I2";
  readonly #bags: BagKnowledge;
  readonly #asked = new Map<CompartmentNumber, { readonly reason: string; readonly visitId: Id }>();

  constructor(blinding: ReadonlySet<string>) {
    this.#bags = new BagKnowledge(blinding);
  }

  take(observation: Observation): string | undefined {
    this.#bags.note(observation);
    if (observation.kind === "event" && observation.event.type === "compartmentOpenRequested") {
      const { compartmentNumber, reason, visitId } = observation.event.payload;
      this.#asked.set(compartmentNumber, { reason, visitId });
    }
    return observation.kind === "pulse" ? this.#pulse(observation.compartmentNumber) : undefined;
  }

  #pulse(compartmentNumber: CompartmentNumber): string | undefined {
    const asked = this.#asked.get(compartmentNumber);
    if (asked?.reason !== "deposit" && asked?.reason !== "loading") return undefined;
    for (const lying of this.#bags.in(compartmentNumber)) {
      if (lying.visitId === asked.visitId || !this.#bags.isKnowable(lying)) continue;
      const whose = `${lying.bag.bagId} of ${lying.bag.owner}`;
      return `Compartment ${compartmentNumber} was opened for a ${asked.reason} while ${whose} lay in it.`;
    }
    return undefined;
  }
}
