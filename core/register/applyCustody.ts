import { assert } from "../base/assert.ts";
import type { EventPayload, KioskEvent } from "../events/event.ts";
import { change } from "./applyDoor.ts";
import { hasLeft } from "./holding.ts";
import { type DossierRecord, emptyMachine, type Place } from "./records.ts";
import type { EventOf, Reducers } from "./reducer.ts";
import type { RegisterLayer } from "./register.ts";

/** Staff stood before the open compartment. */
const SEEN_EMPTY = { contents: { kind: "empty" }, unseenSinceRestore: undefined } as const;

/** Where dossiers are and what is known of them. */
export const custodyReducers: Reducers = {
  dossierDeposited: (register, event) => deposit(register, event.payload, sealedPart(event)),
  depositAbandoned: (register, event) => {
    if (event.payload.caseNumber !== undefined) abandon(register, event.payload, sealedPart(event));
  },
  compartmentSeenEmpty: (register, { payload, seq }) => {
    settleUncertain(register, payload.compartmentNumber, moved({ kind: "withCitizen" }, seq));
    settleUnconfirmed(register, payload.compartmentNumber, moved({ kind: "collected" }, seq));
  },
  unexpectedContentsFound: (register, { payload, seq }) => {
    const { compartmentNumber, dossierId, staffId, exchangeId } = payload;
    const found = moved({ kind: "withClerk", staffId, exchangeId }, seq);
    settleUncertain(register, compartmentNumber, found);
    settleUnconfirmed(register, compartmentNumber, found);
    if (dossierId !== undefined) changeDossier(register, dossierId, () => found);
    change(register, compartmentNumber, () => SEEN_EMPTY);
  },
  dossierTakenOver: (register, { payload, atMs, seq }) => {
    const { dossierId, compartmentNumber, staffId, exchangeId } = payload;
    const taken = moved({ kind: "withClerk", staffId, exchangeId }, seq);
    changeDossier(register, dossierId, () => ({ ...taken, takenOverAtMs: atMs }));
    change(register, compartmentNumber, () => SEEN_EMPTY);
  },
  dossierNotFound: (register, { payload, seq }) => {
    changeDossier(register, payload.dossierId, () => moved({ kind: "missing" }, seq));
    change(register, payload.compartmentNumber, () => SEEN_EMPTY);
  },
  dossierHandedToCounter: (register, { payload, seq }) =>
    changeDossier(register, payload.dossierId, () => moved({ kind: "counter" }, seq)),
  dossierAnnounced: (register, event) => announce(register, event),
  officialCodeAssigned: (register, { payload }) =>
    changeDossier(register, payload.dossierId, () => ({ officialCode: payload.officialCode })),
  resultLoaded: (register, { payload, seq }) => {
    const { dossierId, compartmentNumber, pickup } = payload;
    const loaded = moved({ kind: "compartment", compartmentNumber, content: "result" }, seq);
    changeDossier(register, dossierId, () => ({ ...loaded, pickup, rejectionsMs: [] }));
    change(register, compartmentNumber, () => ({ contents: { kind: "result", dossierId } }));
  },
  credentialUnlocked: (register, { payload }) =>
    changeDossier(register, payload.dossierId, () => ({ rejectionsMs: [] })),
  resultCollected: (register, { payload, seq }) => {
    const { dossierId, compartmentNumber } = payload;
    // Empty is known only where the door was seen to move and the person said so.
    const isKnownEmpty = payload.isVerified && payload.confirmedBy === "person";
    const place: Place = isKnownEmpty ? { kind: "collected" } : { kind: "collected", unconfirmedIn: compartmentNumber };
    changeDossier(register, dossierId, () => ({ ...moved(place, seq), pickup: undefined, rejectionsMs: [] }));
    change(register, compartmentNumber, () => ({ contents: { kind: isKnownEmpty ? "empty" : "unchecked" } }));
  },
  caseClosed: (register, { payload, seq }) => {
    const dossierId = register.get("case", String(payload.caseNumber))?.dossierId;
    const dossier = dossierId === undefined ? undefined : register.get("dossier", dossierId);
    if (dossier?.leftSeq !== undefined) register.set("dossier", { ...dossier, leftSeq: seq });
  },
  retentionEnded: (register, { payload }) => {
    // A deposit that never came about has a key and no record.
    const dossier = register.get("dossier", payload.dossierId);
    if (dossier === undefined) return;
    const { personal: _, tokenHash: __, pickup: ___, leftSeq: ____, ...rest } = dossier;
    register.set("dossier", { ...rest, rejectionsMs: [] });
  },
};

/** A dossier's new place, and from when on its retention counts. */
function moved(place: Place, seq: number): Pick<DossierRecord, "place" | "leftSeq"> {
  return { place, leftSeq: hasLeft(place) ? seq : undefined };
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

function announce(register: RegisterLayer, event: EventOf<"dossierAnnounced">): void {
  const { dossierId, officialCode, procedureId } = event.payload;
  const personal = sealedPart(event);
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
  const record = { ...blank, ...known, ...news };
  register.set("dossier", { ...record, ...moved(record.place, event.seq) });
}

/** Staff looked into a compartment: now it is known where a dossier is that may have been there. */
function settleUncertain(register: RegisterLayer, compartmentNumber: number, to: Partial<DossierRecord>): void {
  for (const { dossierId, place: before } of [...register.all("dossier")]) {
    if (before.kind !== "uncertain" || before.compartmentNumber !== compartmentNumber) continue;
    changeDossier(register, dossierId, () => to);
  }
}

/** The same for a result that nobody said was taken: gone, or still there and now with the clerk. */
function settleUnconfirmed(register: RegisterLayer, compartmentNumber: number, to: Partial<DossierRecord>): void {
  for (const { dossierId, place: before } of [...register.all("dossier")]) {
    if (before.kind !== "collected" || before.unconfirmedIn !== compartmentNumber) continue;
    changeDossier(register, dossierId, () => to);
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
