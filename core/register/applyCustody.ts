import { assert } from "../base/assert.ts";
import type { EventPayload, KioskEvent } from "../events/event.ts";
import { change } from "./applyDoor.ts";
import { type DossierRecord, emptyMachine, type Place } from "./records.ts";
import type { Reducers } from "./reducer.ts";
import type { RegisterLayer } from "./register.ts";

/** Where dossiers are and what is known of them. */
export const custodyReducers: Reducers = {
  dossierDeposited: (register, event) => deposit(register, event.payload, sealedPart(event)),
  depositAbandoned: (register, event) => {
    if (event.payload.caseNumber !== undefined) abandon(register, event.payload, sealedPart(event));
  },
  compartmentSeenEmpty: (register, { payload }) => {
    settleUncertain(register, payload.compartmentNumber, { kind: "withCitizen" });
    settleUnconfirmed(register, payload.compartmentNumber, { kind: "collected" });
  },
  unexpectedContentsFound: (register, { payload }) => {
    const { compartmentNumber, dossierId, staffId, exchangeId } = payload;
    const place = { kind: "withClerk", staffId, exchangeId } as const;
    settleUncertain(register, compartmentNumber, place);
    settleUnconfirmed(register, compartmentNumber, place);
    if (dossierId !== undefined) changeDossier(register, dossierId, () => ({ place }));
    change(register, compartmentNumber, () => ({ contents: { kind: "empty" } }));
  },
  dossierTakenOver: (register, { payload, atMs }) => {
    const { dossierId, compartmentNumber, staffId, exchangeId } = payload;
    const place = { kind: "withClerk", staffId, exchangeId } as const;
    changeDossier(register, dossierId, () => ({ place, takenOverAtMs: atMs }));
    change(register, compartmentNumber, () => ({ contents: { kind: "empty" } }));
  },
  dossierNotFound: (register, { payload }) => {
    changeDossier(register, payload.dossierId, () => ({ place: { kind: "missing" } }));
    change(register, payload.compartmentNumber, () => ({ contents: { kind: "empty" } }));
  },
  dossierHandedToCounter: (register, { payload }) =>
    changeDossier(register, payload.dossierId, () => ({ place: { kind: "counter" } })),
  dossierAnnounced: (register, event) => announce(register, event.payload, sealedPart(event)),
  officialCodeAssigned: (register, { payload }) =>
    changeDossier(register, payload.dossierId, () => ({ officialCode: payload.officialCode })),
  resultLoaded: (register, { payload }) => {
    const { dossierId, compartmentNumber, pickup } = payload;
    const place = { kind: "compartment", compartmentNumber, content: "result" } as const;
    changeDossier(register, dossierId, () => ({ place, pickup, rejectionsMs: [] }));
    change(register, compartmentNumber, () => ({ contents: { kind: "result", dossierId } }));
  },
  credentialUnlocked: (register, { payload }) =>
    changeDossier(register, payload.dossierId, () => ({ rejectionsMs: [] })),
  resultCollected: (register, { payload }) => {
    const { dossierId, compartmentNumber } = payload;
    // Empty is known only where the door was seen to move and the person said so.
    const isKnownEmpty = payload.isVerified && payload.confirmedBy === "person";
    const place: Place = isKnownEmpty ? { kind: "collected" } : { kind: "collected", unconfirmedIn: compartmentNumber };
    changeDossier(register, dossierId, () => ({ place, pickup: undefined, rejectionsMs: [] }));
    change(register, compartmentNumber, () => ({ contents: { kind: isKnownEmpty ? "empty" : "unchecked" } }));
  },
};

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

function announce(register: RegisterLayer, payload: EventPayload<"dossierAnnounced">, personal: Sealed): void {
  const { dossierId, officialCode, procedureId } = payload;
  const known = register.get("dossier", dossierId);
  const blank = {
    dossierId,
    counts: [],
    dossierCount: 1,
    rejectionsMs: [],
    copies: 0,
    place: { kind: "counter" },
  } as const;
  // What the directory does not say stays as it was known.
  const news = { officialCode, procedureId: procedureId ?? known?.procedureId, personal: personal ?? known?.personal };
  register.set("dossier", { ...blank, ...known, ...news });
}

/** Staff looked into a compartment: now it is known where a dossier is that may have been there. */
function settleUncertain(register: RegisterLayer, compartmentNumber: number, place: Place): void {
  for (const { dossierId, place: before } of [...register.all("dossier")]) {
    if (before.kind !== "uncertain" || before.compartmentNumber !== compartmentNumber) continue;
    changeDossier(register, dossierId, () => ({ place }));
  }
}

/** The same for a result that nobody said was taken: gone, or still there and now with the clerk. */
function settleUnconfirmed(register: RegisterLayer, compartmentNumber: number, place: Place): void {
  for (const { dossierId, place: before } of [...register.all("dossier")]) {
    if (before.kind !== "collected" || before.unconfirmedIn !== compartmentNumber) continue;
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
