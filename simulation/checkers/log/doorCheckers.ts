import type { EventPayload, EventType, KioskEvent } from "#core/events/event.ts";
import type { Checker } from "./checker.ts";

type Payload<T extends EventType> = EventPayload<T>;

/** I1, I9: each outcome belongs to one request, each request has one outcome, a further pulse follows a jam. */
export class RequestsAreSettledOnce implements Checker {
  readonly name = "I1/I9";
  readonly #requests = new Map<string, { compartmentNumber: number; outcome?: string; isClosed?: boolean }>();
  readonly #last = new Map<number, { requestId: string; pulse: number; visitId: string }>();

  take(event: KioskEvent): string | undefined {
    switch (event.type) {
      case "compartmentOpenRequested":
        return this.#request(event.payload);
      case "compartmentOpened":
        return this.#settle(event.payload, "opened");
      case "compartmentOpenFailed":
        return this.#settle(event.payload, event.payload.outcome);
      case "compartmentClosed": {
        const request = this.#requests.get(event.payload.requestId);
        if (request?.outcome !== "opened") return "closed without having been opened by this request";
        if (request.isClosed) return "closed twice by one request";
        request.isClosed = true;
        return undefined;
      }
      default:
        return undefined;
    }
  }

  #request({ requestId, compartmentNumber, pulse, visitId }: Payload<"compartmentOpenRequested">): string | undefined {
    if (this.#requests.has(requestId)) return "a request id was used twice";
    const before = this.#last.get(compartmentNumber);
    const outcomeBefore = before && this.#requests.get(before.requestId)?.outcome;
    this.#requests.set(requestId, { compartmentNumber });
    this.#last.set(compartmentNumber, { requestId, pulse, visitId });
    if (before !== undefined && outcomeBefore === undefined) return "the request before it has no outcome yet";
    if (pulse === 1) return undefined;
    const isFollowing = before?.pulse === pulse - 1 && before.visitId === visitId && outcomeBefore === "jammed";
    return isFollowing && pulse <= 3 ? undefined : `pulse ${pulse} does not follow a jam of the same visit`;
  }

  #settle({ requestId, compartmentNumber }: { requestId: string; compartmentNumber: number }, outcome: string) {
    const request = this.#requests.get(requestId);
    if (request === undefined) return "an outcome without a request";
    if (request.compartmentNumber !== compartmentNumber) return "an outcome of another compartment";
    if (request.outcome !== undefined) return "a second outcome of one request";
    request.outcome = outcome;
    return undefined;
  }
}

/** I2: intake and loading open only what is known empty, in service and shut. */
export class IntakeOpensOnlyKnownEmpty implements Checker {
  readonly name = "I2";
  readonly #empty = new Set<number>();
  readonly #open = new Set<number>();
  readonly #outOfService = new Set<number>();
  readonly #faulty = new Set<number>();
  readonly #depositor = new Map<number, string>();

  take(event: KioskEvent): string | undefined {
    if (event.type === "compartmentOpenRequested") return this.#request(event.payload);
    if (!("compartmentNumber" in event.payload) || event.payload.compartmentNumber === undefined) return undefined;
    const { compartmentNumber } = event.payload;
    if (emptied(event)) this.#empty.add(compartmentNumber);
    if (doubted(event)) this.#empty.delete(compartmentNumber);
    if (event.type === "compartmentOpened") this.#open.add(compartmentNumber);
    if (isReadShut(event)) this.#open.delete(compartmentNumber);
    if (event.type === "compartmentTakenOutOfService") this.#outOfService.add(compartmentNumber);
    if (event.type === "compartmentReturnedToService") this.#outOfService.delete(compartmentNumber);
    if (event.type === "doorSensorDeclared" && event.payload.isFaulty) this.#faulty.add(compartmentNumber);
    if (event.type === "doorSensorDeclared" && !event.payload.isFaulty) this.#faulty.delete(compartmentNumber);
    if (event.type === "dossierDeposited") this.#depositor.delete(compartmentNumber);
    return undefined;
  }

  #request({ compartmentNumber, reason, visitId }: Payload<"compartmentOpenRequested">): string | undefined {
    const isForBag = reason === "deposit" || reason === "loading";
    // The depositor's own door may open again in the same visit, until the deposit is confirmed.
    const isAgain = reason === "deposit" && this.#depositor.get(compartmentNumber) === visitId;
    if (reason === "deposit") this.#depositor.set(compartmentNumber, visitId);
    else this.#depositor.delete(compartmentNumber);
    if (!isForBag || isAgain) return undefined;
    if (!this.#empty.has(compartmentNumber)) return `compartment ${compartmentNumber} is not known empty`;
    if (this.#outOfService.has(compartmentNumber)) return `compartment ${compartmentNumber} is out of service`;
    if (this.#faulty.has(compartmentNumber)) return `the sensor of compartment ${compartmentNumber} is faulty`;
    return this.#open.has(compartmentNumber) ? `compartment ${compartmentNumber} stands open` : undefined;
  }
}

function emptied({ type, payload }: KioskEvent): boolean {
  if (type === "resultCollected") return payload.isVerified && payload.confirmedBy === "person";
  return ["compartmentSeenEmpty", "dossierTakenOver", "dossierNotFound", "unexpectedContentsFound"].includes(type);
}

/**
 * The door was read shut: when it closed, all the while it jammed, or from now on, where its sensor is believed again
 * (what was noted before that says nothing, and the flow asks the sensor before it opens).
 */
function isReadShut({ type, payload }: KioskEvent): boolean {
  if (type === "compartmentOpenFailed") return payload.outcome === "jammed";
  if (type === "doorSensorDeclared") return !payload.isFaulty;
  return type === "compartmentClosed";
}

function doubted({ type, payload }: KioskEvent): boolean {
  if (type === "compartmentOpenFailed") return payload.outcome === "unresolved";
  if (type === "compartmentTakenOutOfService") return payload.reason === "doorLeftOpen";
  if (type === "resultCollected") return !(payload.isVerified && payload.confirmedBy === "person");
  return ["compartmentOpened", "dossierDeposited", "resultLoaded", "doorForced"].includes(type);
}

/**
 * I3: a compartment that holds a dossier opens only to collect or to empty that dossier, by the right people: for
 * maintenance and in an evacuation with two of them, both of whom showed card and PIN in this very visit.
 */
export class OccupiedOpensForItsReason implements Checker {
  readonly name = "I3";
  readonly #holds = new Map<number, { dossierId: string; content: "deposit" | "result"; wasOpened?: boolean }>();
  readonly #signedIn = new Map<string, Set<string>>();
  #exchange: { staffId: string } | undefined;
  #mode: { staffId: string; visitId: string } | undefined;

  take(event: KioskEvent): string | undefined {
    const { type, payload } = event;
    if (type === "dossierDeposited" || type === "resultLoaded") {
      const content = type === "resultLoaded" ? "result" : "deposit";
      this.#holds.set(payload.compartmentNumber, { dossierId: payload.dossierId, content });
    }
    if (["dossierTakenOver", "dossierNotFound", "resultCollected", "unexpectedContentsFound"].includes(type))
      this.#holds.delete(numberIn(event));
    this.#noteOpening(event);
    if (type === "exchangeOpened") this.#exchange = payload;
    if (type === "exchangeClosed") this.#exchange = undefined;
    if (type === "technicianModeEntered") this.#mode = payload;
    if (type === "technicianModeLeft") this.#mode = undefined;
    if (type === "staffSignedIn") {
      const known = this.#signedIn.get(payload.visitId) ?? new Set();
      this.#signedIn.set(payload.visitId, known.add(payload.staffId));
    }
    return type === "compartmentOpenRequested" ? this.#request(payload) : undefined;
  }

  /** From here on somebody may have taken what lies inside without a word. */
  #noteOpening(event: KioskEvent): void {
    const isPerhapsOpened =
      event.type === "compartmentOpened" ||
      (event.type === "compartmentOpenFailed" && event.payload.outcome === "unresolved");
    const held = this.#holds.get(numberIn(event));
    if (isPerhapsOpened && held !== undefined) held.wasOpened = true;
  }

  #request(payload: Payload<"compartmentOpenRequested">): string | undefined {
    const { compartmentNumber, reason, dossierId, staffId, visitId } = payload;
    const held = this.#holds.get(compartmentNumber);
    const isInExchange = staffId !== undefined && this.#exchange?.staffId === staffId;
    const isInMode = staffId !== undefined && this.#mode?.staffId === staffId && this.#mode.visitId === visitId;
    if (reason === "maintenance") {
      if (held === undefined) return undefined;
      // A technician outside the machine gets no door with a dossier behind it, one inside it gets it with a second person.
      return isInMode ? this.#missingApproval(payload) : "opened for maintenance outside technician mode";
    }
    if (reason === "evacuation") {
      if (!isInMode && !isInExchange) return "an evacuation by nobody who signed in";
      return this.#missingApproval(payload);
    }
    const isOfStaff = reason !== "deposit" && reason !== "collection";
    if (isOfStaff && !isInExchange) return `opened for ${reason} outside an exchange`;
    if (held === undefined) return reason === "collection" ? "a collection where no result is" : undefined;
    if (reason === "collection" && held.content === "result" && held.dossierId === dossierId) return undefined;
    if (reason === "emptying" && held.content === "deposit" && held.dossierId === dossierId) return undefined;
    // Whether a result is still there whose door was opened since: a clerk looks.
    if (reason === "inspection" && held.content === "result" && held.wasOpened) return undefined;
    return `opened for ${reason} while it holds a ${held.content}`;
  }

  #missingApproval({ visitId, reason, staffId, approvedBy }: Payload<"compartmentOpenRequested">): string | undefined {
    if (approvedBy === undefined || approvedBy === staffId) return `opened for ${reason} without a second person`;
    const isKnown = this.#signedIn.get(visitId)?.has(approvedBy) ?? false;
    return isKnown ? undefined : `opened for ${reason}, approved by somebody who did not sign in`;
  }
}

function numberIn({ payload }: KioskEvent): number {
  return "compartmentNumber" in payload ? (payload.compartmentNumber ?? 0) : 0;
}

/** Tamper keeps the locks shut until staff acknowledge it; an evacuation alone opens doors in spite of it. */
export class TamperKeepsDoorsShut implements Checker {
  readonly name = "tamper";
  #isLatched = false;

  take({ type, payload }: KioskEvent): string | undefined {
    if (type === "alarmRaised" && payload.alarm === "tamper") this.#isLatched = true;
    if (type === "alarmAcknowledged" && payload.alarm === "tamper") this.#isLatched = false;
    const isAsked = type === "compartmentOpenRequested" && payload.reason !== "evacuation";
    return isAsked && this.#isLatched ? `opened for ${payload.reason} while the tamper alarm stands` : undefined;
  }
}
