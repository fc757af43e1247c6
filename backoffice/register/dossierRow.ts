import type { KioskEvent } from "#core/events/event.ts";
import { OFFICIALLY_DONE, OFFICIALLY_RECEIVED, OFFICIALLY_RETURNED, type OfficialStatus } from "./officialStatus.ts";

/** Where a dossier is, the custody axis. `unfinished`: a bag may lie in the compartment. `notFound`: staff must look. */
export type CustodyPlace =
  | "compartment"
  | "clerk"
  | "counter"
  | "collected"
  | "collectedUnverified"
  | "unfinished"
  | "notFound"
  | "withCitizen";

/** One dossier of the register, made of its kiosk's events alone. No personal data. */
export interface DossierRow {
  readonly kioskNumber: number;
  readonly dossierId: string;
  /** Drop ticket; null where the dossier was handed in at the counter or the deposit was not finished. */
  readonly ticket: string | null;
  readonly procedureId: string | null;
  readonly bagLabel: string | null;
  readonly place: CustodyPlace;
  readonly compartmentNumber: number | null;
  /** Who holds it, for the place `clerk`. */
  readonly staffId: string | null;
  /** True from the moment that the finished result was loaded. */
  readonly isResult: boolean;
  readonly officialCode: string | null;
  readonly officialStatus: OfficialStatus | null;
  readonly droppedAtMs: number | null;
  readonly countsAsReceivedAtMs: number | null;
  readonly takenOverAtMs: number | null;
  readonly officialCodeAtMs: number | null;
  /** Provisional due day `YYYY-MM-DD`. */
  readonly dueDate: string | null;
  /** Wall time of its newest event at the kiosk. */
  readonly changedAtMs: number;
}

/**
 * The dossier after one more event of its kiosk; unchanged where the event says nothing about it. Throws a sentence
 * where the event speaks of a dossier that the log never introduced.
 */
export function projectDossier(
  row: DossierRow | undefined,
  event: KioskEvent,
  kioskNumber: number,
): DossierRow | undefined {
  const changedAtMs = event.atMs;
  switch (event.type) {
    case "dossierDeposited":
      return { ...depositedRow(event, kioskNumber), place: "compartment" };
    case "depositAbandoned":
      // Without a case the bag is certainly not inside: nothing was left that the office would have to know of.
      if (event.payload.caseNumber === undefined) return row;
      return { ...depositedRow(event, kioskNumber), place: "unfinished" };
    case "dossierAnnounced":
      return announcedRow(row, event, kioskNumber);
    case "dossierTakenOver":
      return {
        ...known(row, event),
        place: "clerk",
        staffId: event.payload.staffId,
        compartmentNumber: null,
        takenOverAtMs: event.atMs,
        changedAtMs,
      };
    case "dossierNotFound":
      return { ...known(row, event), place: "notFound", changedAtMs };
    case "unexpectedContentsFound":
      return foundRow(known(row, event), event.payload.staffId, changedAtMs);
    case "dossierHandedToCounter":
      return { ...known(row, event), place: "counter", staffId: event.payload.staffId, changedAtMs };
    case "officialCodeAssigned":
      return withOfficialCode(known(row, event), event.payload.officialCode, event.atMs);
    case "resultLoaded": {
      const before = known(row, event);
      return {
        ...before,
        place: "compartment",
        isResult: true,
        staffId: event.payload.staffId,
        compartmentNumber: event.payload.compartmentNumber,
        officialStatus: before.officialCode === null ? null : OFFICIALLY_DONE,
        changedAtMs,
      };
    }
    case "resultCollected":
      return collectedRow(known(row, event), event.payload.isVerified, changedAtMs);
    default:
      return row;
  }
}

/** An unfinished deposit after staff looked into its compartment; undefined where the event is no such look. */
export function settleUnfinished(row: DossierRow, event: KioskEvent): DossierRow | undefined {
  const looked = { ...row, compartmentNumber: null, changedAtMs: event.atMs };
  if (event.type === "compartmentSeenEmpty") return { ...looked, place: "withCitizen" };
  if (event.type === "unexpectedContentsFound")
    return { ...looked, place: "clerk", staffId: event.payload.staffId, takenOverAtMs: event.atMs };
  return undefined;
}

function depositedRow(
  event: Extract<KioskEvent, { type: "dossierDeposited" | "depositAbandoned" }>,
  kioskNumber: number,
): Omit<DossierRow, "place"> {
  const { payload } = event;
  const deposit = event.type === "dossierDeposited" ? event.payload : undefined;
  return {
    kioskNumber,
    dossierId: payload.dossierId,
    ticket: deposit?.ticket ?? null,
    procedureId: payload.procedureId,
    bagLabel: payload.bagLabel,
    compartmentNumber: payload.compartmentNumber,
    staffId: null,
    isResult: false,
    officialCode: null,
    officialStatus: null,
    droppedAtMs: deposit?.times.droppedAtMs ?? event.atMs,
    countsAsReceivedAtMs: deposit?.times.countsAsReceivedAtMs ?? null,
    takenOverAtMs: null,
    officialCodeAtMs: null,
    dueDate: deposit?.times.dueDate ?? null,
    changedAtMs: event.atMs,
  };
}

/** A dossier of the counter enters the register; one that is known already only gets its code. */
function announcedRow(
  row: DossierRow | undefined,
  event: Extract<KioskEvent, { type: "dossierAnnounced" }>,
  kioskNumber: number,
): DossierRow {
  const { dossierId, officialCode, procedureId } = event.payload;
  if (row) return withOfficialCode(row, officialCode, event.atMs);
  const fresh: DossierRow = {
    kioskNumber,
    dossierId,
    ticket: null,
    procedureId: procedureId ?? null,
    bagLabel: null,
    place: "counter",
    compartmentNumber: null,
    staffId: null,
    isResult: false,
    officialCode: null,
    officialStatus: null,
    droppedAtMs: null,
    countsAsReceivedAtMs: null,
    takenOverAtMs: null,
    officialCodeAtMs: null,
    dueDate: null,
    changedAtMs: event.atMs,
  };
  return withOfficialCode(fresh, officialCode, event.atMs);
}

function withOfficialCode(row: DossierRow, officialCode: string, atMs: number): DossierRow {
  const officialStatus = row.officialStatus ?? (row.isResult ? OFFICIALLY_DONE : OFFICIALLY_RECEIVED);
  return { ...row, officialCode, officialStatus, officialCodeAtMs: atMs, changedAtMs: atMs };
}

function collectedRow(row: DossierRow, isVerified: boolean, changedAtMs: number): DossierRow {
  const officialStatus = isVerified && row.officialCode !== null ? OFFICIALLY_RETURNED : row.officialStatus;
  const place = isVerified ? "collected" : "collectedUnverified";
  return { ...row, place, compartmentNumber: null, staffId: null, officialStatus, changedAtMs };
}

/** A clerk found the result where it was loaded: it was not returned. */
function foundRow(row: DossierRow, staffId: string, changedAtMs: number): DossierRow {
  const officialStatus = row.officialStatus === OFFICIALLY_RETURNED ? OFFICIALLY_DONE : row.officialStatus;
  return { ...row, place: "clerk", staffId, compartmentNumber: null, officialStatus, changedAtMs };
}

function known(row: DossierRow | undefined, event: KioskEvent): DossierRow {
  if (!row) throw new Error(`Event ${event.seq} (${event.type}) speaks of a dossier that this kiosk never introduced.`);
  return row;
}
