import type { EventPayload, EventType, KioskEvent } from "#core/events/event.ts";
import type { Checker } from "./checker.ts";

type Payload<T extends EventType> = EventPayload<T>;

/** I4: each dossier is in one place, each compartment holds one dossier, and hands over only what is there. */
export class OnePlace implements Checker {
  readonly name = "I4";
  readonly #places = new Map<string, string>();
  /** Dossier by the compartment that it lies in. */
  readonly #holders = new Map<string, string>();
  readonly #uncertain = new Set<string>();
  /** Results of which nobody saw that they were taken, with their compartment: a clerk may still find them there. */
  readonly #unconfirmed = new Map<string, number>();

  take({ type, payload }: KioskEvent): string | undefined {
    switch (type) {
      case "dossierDeposited":
        return this.#move(payload.dossierId, [undefined], `deposit in ${payload.compartmentNumber}`);
      case "dossierAnnounced":
        if (!this.#places.has(payload.dossierId)) this.#places.set(payload.dossierId, "counter");
        return undefined;
      case "dossierTakenOver":
        return this.#move(payload.dossierId, [`deposit in ${payload.compartmentNumber}`], "staff");
      case "dossierNotFound": {
        const { compartmentNumber } = payload;
        const from = [`deposit in ${compartmentNumber}`, `result in ${compartmentNumber}`];
        return this.#move(payload.dossierId, from, "missing");
      }
      case "dossierHandedToCounter":
        return this.#move(payload.dossierId, ["staff", "found"], "counter");
      case "resultLoaded": {
        const from = ["staff", "counter", "missing", "found", "uncertain", "citizen"];
        return this.#move(payload.dossierId, from, `result in ${payload.compartmentNumber}`);
      }
      case "resultCollected":
        if (!(payload.isVerified && payload.confirmedBy === "person"))
          this.#unconfirmed.set(payload.dossierId, payload.compartmentNumber);
        return this.#move(payload.dossierId, [`result in ${payload.compartmentNumber}`], "collected");
      case "depositAbandoned":
        if (payload.caseNumber === undefined) return undefined;
        this.#uncertain.add(payload.dossierId);
        return this.#move(payload.dossierId, [undefined], "uncertain");
      // Where an unfinished deposit may lie, the look of staff decides; which dossier it was the register knows.
      case "compartmentSeenEmpty":
      case "unexpectedContentsFound":
        for (const dossierId of this.#uncertain)
          if (this.#places.get(dossierId) === "uncertain") this.#places.set(dossierId, "found");
        this.#uncertain.clear();
        this.#settleUnconfirmed(payload.compartmentNumber, type === "unexpectedContentsFound");
        if (type !== "unexpectedContentsFound" || payload.dossierId === undefined) return undefined;
        // A dossier that is named is one that counted as collected from here.
        return this.#move(payload.dossierId, ["found"], "found");
      default:
        return undefined;
    }
  }

  #settleUnconfirmed(compartmentNumber: number, isFound: boolean): void {
    for (const [dossierId, at] of this.#unconfirmed) {
      if (at !== compartmentNumber) continue;
      this.#unconfirmed.delete(dossierId);
      if (isFound && this.#places.get(dossierId) === "collected") this.#places.set(dossierId, "found");
    }
  }

  #move(dossierId: string, from: readonly (string | undefined)[], to: string): string | undefined {
    const before = this.#places.get(dossierId);
    const leaves = compartmentOf(before);
    if (leaves !== undefined && this.#holders.get(leaves) === dossierId) this.#holders.delete(leaves);
    const enters = compartmentOf(to);
    const holder = enters === undefined ? undefined : this.#holders.get(enters);
    const isTaken = holder !== undefined && holder !== dossierId;
    if (enters !== undefined) this.#holders.set(enters, dossierId);
    this.#places.set(dossierId, to);
    if (!from.includes(before)) return `a dossier goes from ${before ?? "nowhere"} to ${to}`;
    return isTaken ? `two dossiers ${to}` : undefined;
  }
}

/** The compartment of a place such as `deposit in 3`. */
function compartmentOf(place: string | undefined): string | undefined {
  return place === undefined ? undefined : / in (\d+)$/.exec(place)?.[1];
}

/** I5: verified is only what this visit's door was seen to do; what nobody saw and nobody said is not collected. */
export class CollectedWasSeen implements Checker {
  readonly name = "I5";
  /** Requests of the newest visit that collects, by their ids. */
  readonly #requests = new Map<string, { dossierId?: string | undefined; compartmentNumber: number }>();
  #visitId: string | undefined;
  readonly #opened = new Set<string>();
  readonly #closed = new Set<string>();
  readonly #unverified = new Set<string>();

  take({ type, payload }: KioskEvent): string | undefined {
    if (type === "compartmentOpenRequested" && payload.reason === "collection") this.#request(payload);
    if (type === "compartmentOpened") this.#opened.add(payload.requestId);
    if (type === "compartmentClosed") this.#closed.add(payload.requestId);
    if (type === "caseOpened" && payload.kind === "collectionUnverified" && payload.dossierId !== undefined)
      this.#unverified.add(payload.dossierId);
    return type === "resultCollected" ? this.#collected(payload) : undefined;
  }

  /** One visit at a time: what was asked for in those before is forgotten. */
  #request(request: Payload<"compartmentOpenRequested">): void {
    if (this.#visitId !== request.visitId)
      for (const seen of [this.#requests, this.#opened, this.#closed]) seen.clear();
    this.#visitId = request.visitId;
    this.#requests.set(request.requestId, request);
  }

  #collected(collected: Payload<"resultCollected">): string | undefined {
    const own = [...this.#requests].filter(
      ([, request]) =>
        this.#visitId === collected.visitId &&
        request.dossierId === collected.dossierId &&
        request.compartmentNumber === collected.compartmentNumber,
    );
    if (own.length === 0) return "collected without a door that this visit asked for";
    const wasSeen = own.some(([requestId]) => this.#opened.has(requestId) && this.#closed.has(requestId));
    if (collected.isVerified) return wasSeen ? undefined : "verified, but the door was not seen open and then shut";
    if (collected.confirmedBy === "nobody") return "nobody saw it and nobody said it";
    return this.#unverified.has(collected.dossierId) ? undefined : "unverified without a case";
  }
}

/** I6: no receipt without a durable deposit. */
export class ReceiptsFollowDeposits implements Checker {
  readonly name = "I6";
  readonly #deposited = new Set<string>();

  take({ type, payload }: KioskEvent): string | undefined {
    if (type === "dossierDeposited") this.#deposited.add(payload.dossierId);
    if (type !== "printRequested" || payload.document !== "receipt") return undefined;
    const isDeposited = payload.dossierId !== undefined && this.#deposited.has(payload.dossierId);
    return isDeposited ? undefined : "a receipt without a deposit";
  }
}

/** Case numbers run on without gaps; a ticket is given once. */
export class NumbersAreConsecutive implements Checker {
  readonly name = "numbers";
  #lastCase = 0;
  readonly #tickets = new Set<string>();

  take({ type, payload }: KioskEvent): string | undefined {
    if (type === "caseOpened") {
      this.#lastCase += 1;
      if (payload.caseNumber !== this.#lastCase) return `case ${payload.caseNumber} instead of ${this.#lastCase}`;
    }
    if (type !== "dossierDeposited") return undefined;
    const isUsed = this.#tickets.has(payload.ticket);
    this.#tickets.add(payload.ticket);
    return isUsed ? "a ticket was given twice" : undefined;
  }
}
