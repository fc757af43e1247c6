import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { KioskEvent } from "#core/events/event.ts";

interface About {
  readonly dossierId?: Id | undefined;
  readonly compartmentNumber?: CompartmentNumber | undefined;
}

/** What the kiosk says that it does not know for sure: open cases, and compartments out of service. By the log. */
export class OpenDoubts {
  readonly #cases = new Map<number, About>();
  readonly #ofDossier = new Map<Id, number>();
  readonly #ofCompartment = new Map<CompartmentNumber, number>();
  readonly #outOfService = new Set<CompartmentNumber>();

  /** Takes an event; returns what a case was about that it closes. */
  note({ type, payload }: KioskEvent): About | undefined {
    if (type === "compartmentTakenOutOfService") this.#outOfService.add(payload.compartmentNumber);
    if (type === "compartmentReturnedToService") {
      this.#outOfService.delete(payload.compartmentNumber);
      return payload;
    }
    if (type === "caseOpened") {
      this.#cases.set(payload.caseNumber, payload);
      this.#count(payload, 1);
    }
    if (type !== "caseClosed") return undefined;
    const about = this.#cases.get(payload.caseNumber);
    this.#cases.delete(payload.caseNumber);
    if (about !== undefined) this.#count(about, -1);
    return about;
  }

  isAboutDossier(dossierId: Id): boolean {
    return (this.#ofDossier.get(dossierId) ?? 0) > 0;
  }

  isAboutCompartment(compartmentNumber: CompartmentNumber): boolean {
    return this.#outOfService.has(compartmentNumber) || (this.#ofCompartment.get(compartmentNumber) ?? 0) > 0;
  }

  #count({ dossierId, compartmentNumber }: About, step: 1 | -1): void {
    if (dossierId !== undefined) this.#ofDossier.set(dossierId, (this.#ofDossier.get(dossierId) ?? 0) + step);
    if (compartmentNumber === undefined) return;
    this.#ofCompartment.set(compartmentNumber, (this.#ofCompartment.get(compartmentNumber) ?? 0) + step);
  }
}
