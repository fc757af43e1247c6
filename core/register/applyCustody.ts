import { assert } from "../base/assert.ts";
import type { EventPayload, KioskEvent } from "../events/event.ts";
import { change } from "./applyDoor.ts";
import { type DossierRecord, emptyMachine, type Place } from "./records.ts";
import type { RegisterLayer } from "./register.ts";

/** Events that move a dossier or change what is known of it; false where the event is about something else. */
export function applyCustody(register: RegisterLayer, event: KioskEvent): boolean {
  switch (event.type) {
    case "dossierDeposited":
      deposit(register, event.payload, sealedPart(event));
      return true;
    case "depositAbandoned":
      if (event.payload.caseNumber !== undefined) abandon(register, event.payload, sealedPart(event));
      return true;
    case "compartmentSeenEmpty":
      settleUncertain(register, event.payload.compartmentNumber, { kind: "withCitizen" });
      return true;
    case "unexpectedContentsFound": {
      const { compartmentNumber, staffId, exchangeId } = event.payload;
      settleUncertain(register, compartmentNumber, { kind: "withClerk", staffId, exchangeId });
      change(register, compartmentNumber, () => ({ contents: { kind: "empty" } }));
      return true;
    }
    case "dossierTakenOver": {
      const { dossierId, compartmentNumber, staffId, exchangeId } = event.payload;
      changeDossier(register, dossierId, () => ({
        place: { kind: "withClerk", staffId, exchangeId },
        takenOverAtMs: event.atMs,
      }));
      change(register, compartmentNumber, () => ({ contents: { kind: "empty" } }));
      return true;
    }
    case "dossierNotFound":
      changeDossier(register, event.payload.dossierId, () => ({ place: { kind: "missing" } }));
      change(register, event.payload.compartmentNumber, () => ({ contents: { kind: "empty" } }));
      return true;
    case "dossierHandedToCounter":
      changeDossier(register, event.payload.dossierId, () => ({ place: { kind: "counter" } }));
      return true;
    case "dossierAnnounced": {
      const { dossierId, officialCode, procedureId } = event.payload;
      const blank = {
        dossierId,
        counts: [],
        dossierCount: 1,
        rejectionsMs: [],
        copies: 0,
        place: { kind: "counter" },
      } as const;
      register.set("dossier", {
        ...blank,
        ...register.get("dossier", dossierId),
        officialCode,
        procedureId,
        personal: sealedPart(event),
      });
      return true;
    }
    case "officialCodeAssigned":
      changeDossier(register, event.payload.dossierId, () => ({ officialCode: event.payload.officialCode }));
      return true;
    case "resultLoaded": {
      const { dossierId, compartmentNumber, pickup } = event.payload;
      const place = { kind: "compartment", compartmentNumber, content: "result" } as const;
      changeDossier(register, dossierId, () => ({ place, pickup, rejectionsMs: [] }));
      change(register, compartmentNumber, () => ({ contents: { kind: "result", dossierId } }));
      return true;
    }
    case "credentialUnlocked":
      changeDossier(register, event.payload.dossierId, () => ({ rejectionsMs: [] }));
      return true;
    case "resultCollected":
      changeDossier(register, event.payload.dossierId, () => ({
        place: { kind: "collected" },
        pickup: undefined,
        rejectionsMs: [],
      }));
      // Empty is known only where the door was seen to move and the person said so.
      change(register, event.payload.compartmentNumber, () => ({
        contents: { kind: event.payload.isVerified && event.payload.confirmedBy === "person" ? "empty" : "unchecked" },
      }));
      return true;
    default:
      return false;
  }
}

type Sealed = DossierRecord["personal"];

function sealedPart(event: KioskEvent): Sealed {
  return event.sealed === undefined ? undefined : { sealed: event.sealed, eventType: event.type };
}

function deposit(register: RegisterLayer, payload: EventPayload<"dossierDeposited">, personal: Sealed): void {
  const { dossierId, ticket, procedureId, counts, dossierCount, bagLabel, times, tokenHash, compartmentNumber } =
    payload;
  const place = { kind: "compartment", compartmentNumber, content: "deposit" } as const;
  const declared = { dossierId, ticket, procedureId, counts, dossierCount, bagLabel, times, tokenHash };
  register.set("dossier", { ...declared, place, personal, rejectionsMs: [], copies: 0 });
  change(register, compartmentNumber, () => ({ contents: { kind: "deposit", dossierId } }));
  const machine = register.get("machine", "machine") ?? emptyMachine;
  const sequence = Number(ticket.slice(4, 9));
  register.set("machine", { ...machine, ticketSequence: Math.max(machine.ticketSequence, sequence) });
}

function abandon(register: RegisterLayer, payload: EventPayload<"depositAbandoned">, personal: Sealed): void {
  const { dossierId, procedureId, counts, dossierCount, bagLabel, compartmentNumber } = payload;
  const place = { kind: "uncertain", compartmentNumber } as const;
  register.set("dossier", {
    dossierId,
    procedureId,
    counts,
    dossierCount,
    bagLabel,
    place,
    personal,
    rejectionsMs: [],
    copies: 0,
  });
  change(register, compartmentNumber, () => ({ contents: { kind: "unchecked" } }));
}

/** Staff looked into a compartment: now it is known where a dossier is that may have been there. */
function settleUncertain(register: RegisterLayer, compartmentNumber: number, place: Place): void {
  for (const { dossierId, place: before } of [...register.all("dossier")]) {
    if (before.kind !== "uncertain" || before.compartmentNumber !== compartmentNumber) continue;
    changeDossier(register, dossierId, () => ({ place }));
  }
}

function changeDossier(
  register: RegisterLayer,
  dossierId: string,
  how: (before: DossierRecord) => Partial<DossierRecord>,
): void {
  const before = register.get("dossier", dossierId);
  assert(before, `Dossier ${dossierId} is in an event but not in the register.`);
  register.set("dossier", { ...before, ...how(before) });
}
