import { createHash } from "node:crypto";
import type { DraftEvent } from "#core/events/event.ts";
import type { DepositTimes } from "#core/events/eventParts.ts";

/** An id that is the same for the same words. */
function idOf(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 32);
}

const times: DepositTimes = {
  droppedAtMs: Date.UTC(2026, 10, 14, 14, 47),
  countsAsReceivedAtMs: Date.UTC(2026, 10, 16, 0, 30),
  receivedRule: { kind: "withinHours" },
};

/** One thing that happens at a kiosk; `turn` keeps its ids apart from those of other turns. */
export type Happening =
  | "deposit"
  | "abandonedDeposit"
  | "takeOver"
  | "resultLoaded"
  | "collection"
  | "failedDoor"
  | "wrongCode"
  | "announcement"
  | "caseSettled"
  | "technicianVisit"
  | "alarm"
  | "powerCut";

export const happenings: readonly Happening[] = [
  "deposit",
  "abandonedDeposit",
  "takeOver",
  "resultLoaded",
  "collection",
  "failedDoor",
  "wrongCode",
  "announcement",
  "caseSettled",
  "technicianVisit",
  "alarm",
  "powerCut",
];

const COMPARTMENTS = 4;
const staff = { staffId: "CB-12", exchangeId: idOf("exchange") };
const declared = {
  procedureId: "birth",
  counts: [{ paperId: "form", originals: 1, certified: 0, photocopies: 2 }],
  dossierCount: 1,
};
const depositor = { name: "Nguyễn Văn An", idNumber: "079090000001", phone: "+84901234567", secondValue: "4567" };

/** Writes legal events of a kiosk with four compartments: each happening takes up what the ones before left. */
export class EventScript {
  #turn = 0;
  #cases = 0;
  #tickets = 0;
  readonly #deposited = new Map<number, string>();
  readonly #withStaff: string[] = [];
  readonly #results = new Map<number, string>();

  /** The machine is set up and every compartment is known to be empty. */
  commission(): DraftEvent[] {
    const drafts: DraftEvent[] = [{ type: "kioskStarted", payload: { kioskNumber: 7, softwareVersion: "0.1.0" } }];
    for (let compartmentNumber = 1; compartmentNumber <= COMPARTMENTS; compartmentNumber += 1) {
      const place = { board: "A", channel: compartmentNumber, heightMm: 300, isWithinSeatedReach: true };
      drafts.push({ type: "compartmentCommissioned", payload: { compartmentNumber, ...place } });
      drafts.push({ type: "compartmentSeenEmpty", payload: { compartmentNumber, staffId: "CB-12" } });
    }
    return drafts;
  }

  /** Events of one happening, or none where nothing makes it possible now. */
  next(happening: Happening): DraftEvent[] {
    this.#turn += 1;
    switch (happening) {
      case "deposit":
        return this.#deposit();
      case "abandonedDeposit":
        return this.#abandon();
      case "takeOver":
        return this.#takeOver();
      case "resultLoaded":
        return this.#load();
      case "collection":
        return this.#collect();
      case "failedDoor":
        return this.#failDoor();
      case "wrongCode":
        return [{ type: "credentialRejected", payload: { visitId: this.#id("visit"), what: "pickupCode" } }];
      case "announcement":
        return this.#announce();
      case "caseSettled":
        return this.#cases === 0
          ? []
          : [{ type: "caseClosed", payload: { caseNumber: this.#cases, staffId: "CB-12" } }];
      case "technicianVisit":
        return this.#maintain();
      case "alarm":
        return this.#alarm();
      case "powerCut":
        return (["battery", "mains"] as const).map((source) => {
          return { type: "powerChanged", payload: { source, battery: "operational", isShuttingDown: false } };
        });
    }
  }

  #deposit(): DraftEvent[] {
    const compartmentNumber = this.#free();
    if (compartmentNumber === undefined) return [];
    const dossierId = this.#id("dossier");
    const visitId = this.#id("visit");
    this.#deposited.set(compartmentNumber, dossierId);
    this.#tickets += 1;
    const ticket = `0007${String(this.#tickets).padStart(5, "0")}0`;
    return [
      ...this.#openAndShut(compartmentNumber, "deposit"),
      {
        type: "dossierDeposited",
        payload: {
          ...declared,
          visitId,
          dossierId,
          ticket,
          compartmentNumber,
          times,
          bagLabel: `BAG-${this.#turn}`,
          tokenHash: createHash("sha256").update(dossierId).digest("hex"),
          identitySource: "scanned",
          consentVersion: "1",
        },
        personal: depositor,
      },
      { type: "printRequested", payload: { printJobId: this.#id("print"), document: "receipt", dossierId, copy: 1 } },
      { type: "printFinished", payload: { printJobId: this.#id("print"), outcome: "printed" } },
    ];
  }

  #abandon(): DraftEvent[] {
    const compartmentNumber = this.#free();
    if (compartmentNumber === undefined) return [];
    this.#cases += 1;
    const dossierId = this.#id("dossier");
    const caseNumber = this.#cases;
    const bagLabel = `BAG-${this.#turn}`;
    const common = { ...declared, visitId: this.#id("visit"), bagLabel, compartmentNumber, caseNumber, dossierId };
    return [
      ...this.#openAndShut(compartmentNumber, "deposit"),
      { type: "caseOpened", payload: { caseNumber, kind: "depositUnfinished", compartmentNumber, dossierId } },
      { type: "depositAbandoned", payload: { ...common, reason: "timedOut" }, personal: depositor },
      { type: "compartmentSeenEmpty", payload: { compartmentNumber, staffId: "CB-12" } },
    ];
  }

  #takeOver(): DraftEvent[] {
    const [found] = this.#deposited;
    if (found === undefined) return [];
    const [compartmentNumber, dossierId] = found;
    this.#deposited.delete(compartmentNumber);
    this.#withStaff.push(dossierId);
    const { counts, dossierCount } = declared;
    return [
      { type: "exchangeOpened", payload: staff },
      ...this.#openAndShut(compartmentNumber, "emptying"),
      { type: "dossierTakenOver", payload: { ...staff, dossierId, compartmentNumber, counts, dossierCount } },
      { type: "exchangeClosed", payload: { ...staff, takenOver: 1, loaded: 0, seenEmpty: 0 } },
      { type: "officialCodeAssigned", payload: { dossierId, officialCode: `H29-${this.#turn}` } },
    ];
  }

  #load(): DraftEvent[] {
    const compartmentNumber = this.#free();
    const dossierId = compartmentNumber === undefined ? undefined : this.#withStaff.shift();
    if (compartmentNumber === undefined || dossierId === undefined) return [];
    this.#results.set(compartmentNumber, dossierId);
    const pickup = { selector: "123", salt: "c2FsdA==", hash: "aGFzaA==" };
    const personal = { phone: depositor.phone, pickupCode: "12345678" };
    return [
      ...this.#openAndShut(compartmentNumber, "loading"),
      { type: "resultLoaded", payload: { ...staff, dossierId, compartmentNumber, pickup } },
      { type: "messageQueued", payload: { messageId: this.#id("message"), kind: "resultReady", dossierId }, personal },
    ];
  }

  #collect(): DraftEvent[] {
    const [found] = this.#results;
    if (found === undefined) return [];
    const [compartmentNumber, dossierId] = found;
    this.#results.delete(compartmentNumber);
    const visitId = this.#id("visit");
    return [
      { type: "credentialRejected", payload: { visitId, dossierId, what: "secondValue" } },
      ...this.#openAndShut(compartmentNumber, "collection"),
      {
        type: "resultCollected",
        payload: { visitId, dossierId, compartmentNumber, isVerified: true, confirmedBy: "person" },
      },
    ];
  }

  #failDoor(): DraftEvent[] {
    const compartmentNumber = this.#free();
    if (compartmentNumber === undefined) return [];
    this.#cases += 1;
    const caseNumber = this.#cases;
    const requestId = this.#id("request");
    return [
      this.#request(compartmentNumber, "deposit"),
      { type: "compartmentOpenFailed", payload: { requestId, compartmentNumber, outcome: "jammed" } },
      { type: "caseOpened", payload: { caseNumber, kind: "doorJammed", compartmentNumber } },
      { type: "compartmentTakenOutOfService", payload: { compartmentNumber, reason: "doorJammed", caseNumber } },
      { type: "compartmentReturnedToService", payload: { compartmentNumber, staffId: "CB-12" } },
    ];
  }

  #maintain(): DraftEvent[] {
    const staffId = "KT-03";
    const by = { visitId: this.#id("visit"), staffId };
    const compartmentNumber = 1 + (this.#turn % COMPARTMENTS);
    const sensor = { compartmentNumber, isFaulty: this.#turn % 2 === 0, source: "technician" as const, staffId };
    const test = { kind: "lockBoard", name: this.#turn % 2 === 0 ? "A" : "B" };
    return [
      { type: "technicianModeEntered", payload: by },
      { type: "doorSensorDeclared", payload: sensor },
      { type: "compartmentTakenOutOfService", payload: { compartmentNumber, reason: "dirty", staffId } },
      { type: "compartmentReturnedToService", payload: { compartmentNumber, staffId } },
      { type: "deviceTested", payload: { test, outcome: "passed", facts: { replies: 20, isGood: true }, staffId } },
      { type: "doorCycled", payload: { compartmentNumber, staffId, rounds: 3, opened: 2, failed: 1 } },
      { type: "technicianModeLeft", payload: { ...by, reason: "asked" } },
    ];
  }

  #alarm(): DraftEvent[] {
    this.#cases += 1;
    const caseNumber = this.#cases;
    const alarm = this.#turn % 2 === 0 ? ("tamper" as const) : ("panic" as const);
    return [
      { type: "caseOpened", payload: { caseNumber, kind: alarm } },
      { type: "alarmRaised", payload: { alarm, caseNumber } },
      ...(this.#turn % 3 === 0 ? [] : [{ type: "alarmAcknowledged" as const, payload: { alarm, staffId: "KT-03" } }]),
    ];
  }

  #announce(): DraftEvent[] {
    const payload = {
      dossierId: this.#id("announced"),
      officialCode: `H29-${this.#turn}`,
      source: "directory" as const,
    };
    return [{ type: "dossierAnnounced", payload, personal: { secondValue: "1111" } }];
  }

  #openAndShut(compartmentNumber: number, reason: "deposit" | "emptying" | "loading" | "collection"): DraftEvent[] {
    const requestId = this.#id("request");
    return [
      this.#request(compartmentNumber, reason),
      { type: "compartmentOpened", payload: { requestId, compartmentNumber, wasOpenAlready: false } },
      { type: "compartmentClosed", payload: { requestId, compartmentNumber } },
    ];
  }

  #request(compartmentNumber: number, reason: "deposit" | "emptying" | "loading" | "collection"): DraftEvent {
    const ids = { requestId: this.#id("request"), visitId: this.#id("visit") };
    return {
      type: "compartmentOpenRequested",
      payload: { ...ids, compartmentNumber, reason, pulse: 1, useByMs: 3_000 },
    };
  }

  #free(): number | undefined {
    for (let number = 1; number <= COMPARTMENTS; number += 1)
      if (!this.#deposited.has(number) && !this.#results.has(number)) return number;
    return undefined;
  }

  #id(what: string): string {
    return idOf(`${what} ${this.#turn}`);
  }
}
