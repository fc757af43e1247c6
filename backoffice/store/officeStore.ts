import type { KeyShare, SyncAnswer } from "#core/contract/sync.ts";
import type { StoredEvent } from "#core/events/event.ts";
import type { CaseRow } from "../register/caseRow.ts";
import type { CompartmentRow } from "../register/compartmentRow.ts";
import type { DossierRow } from "../register/dossierRow.ts";
import type { AlarmRow, KioskRow, LogRow, OrderRow, StaffRow } from "./rows.ts";

type RefusedReason = Extract<SyncAnswer, { result: "refused" }>["reason"];

/** What became of a batch of events. */
export type AcceptOutcome =
  | { readonly result: "accepted"; readonly acknowledgedUpTo: number; readonly storedCount: number }
  | {
      readonly result: "refused";
      readonly reason: Extract<RefusedReason, "gap" | "fork" | "badChain">;
      readonly message: string;
      readonly acknowledgedUpTo: number;
    };

/** An event in the register, with the number under which it came in and why its projection was parked, if it was. */
export interface ReceivedEvent extends StoredEvent {
  /** Order of arrival over all kiosks, ascending. */
  readonly receivedId: number;
  readonly kioskNumber: number;
  readonly parkedReason: string | null;
}

/** A dossier's place in the register: ids are the kiosk's own, so that no kiosk can speak for another. */
export interface DossierRef {
  readonly kioskNumber: number;
  readonly dossierId: string;
}

/** An order as it is added; the store gives the number. */
export interface NewOrder extends DossierRef {
  readonly kind: "assignOfficialCode" | "announceDossier";
  readonly officialCode: string;
  /** Makes the sealed text of the whole order once its number is known: it may name a person. */
  readonly sealBody: (number: number) => string;
  readonly createdBy: string;
  readonly nowMs: number;
}

/** Events of the kiosks and what follows from them. Durable when a promise resolves. */
export interface RegisterStore {
  /**
   * Stores the fresh events of a batch with their projections in one transaction, or nothing at all. With them go the
   * keys that they need, and those whose retention ended: no key is kept for a dossier that the batch or an earlier one
   * ended.
   */
  acceptEvents(batch: {
    readonly kioskNumber: number;
    readonly logId: string;
    readonly events: readonly StoredEvent[];
    readonly keyShares: readonly KeyShare[];
    readonly ordersTakenUpTo: number;
    readonly nowMs: number;
  }): Promise<AcceptOutcome>;
  /** Makes all projections again from the events; for a new version of the program, and to compare with. */
  rebuildProjections(): Promise<void>;
  /** Newest first, at most `limit`, older than `beforeId` where given. */
  events(page: { readonly limit: number; readonly beforeId?: number | undefined }): Promise<ReceivedEvent[]>;
  /** One log in order: what the kiosk itself holds up to the acknowledged number. */
  eventsOfLog(kioskNumber: number, logId: string): Promise<ReceivedEvent[]>;
  /** Every log of a kiosk with its newest event, in the order in which the first of each came in. */
  logsOf(kioskNumber: number): Promise<LogRow[]>;
  /** Events of one log above `afterSeq`, in order, as the kiosk sent them. */
  eventsOfLogAfter(
    kioskNumber: number,
    logId: string,
    page: { readonly afterSeq: number; readonly limit: number },
  ): Promise<StoredEvent[]>;
  lastReceivedId(): Promise<number>;
  /** The chain of custody: every event that speaks of the dossier or of a door that was opened for it, in order. */
  eventsOfDossier(ref: DossierRef): Promise<ReceivedEvent[]>;
  /** Newest event of one type that speaks of the dossier. */
  eventOfType(ref: DossierRef, types: readonly string[]): Promise<ReceivedEvent | undefined>;
  dossiers(search: { readonly text: string; readonly limit: number }): Promise<DossierRow[]>;
  dossier(ref: DossierRef): Promise<DossierRow | undefined>;
  dossierWithOfficialCode(officialCode: string): Promise<DossierRef | undefined>;
  sealedKeyOf(ref: DossierRef): Promise<{ readonly officeKeyId: string; readonly sealedKey: string } | undefined>;
  cases(limit: number): Promise<CaseRow[]>;
  compartments(): Promise<CompartmentRow[]>;
  messageEvents(limit: number): Promise<ReceivedEvent[]>;
}

/** Kiosks, their enrolment, alarms and orders. */
export interface KioskStore {
  kiosks(): Promise<KioskRow[]>;
  kiosk(kioskNumber: number): Promise<KioskRow | undefined>;
  /** Adds a code, or makes a known one usable again. `expiresAtMs` null: never. */
  addEnrolmentCode(code: {
    readonly codeHash: string;
    readonly kioskNumber: number;
    readonly createdBy: string;
    readonly nowMs: number;
    readonly expiresAtMs: number | null;
  }): Promise<void>;
  /** Uses a code up and stores the kiosk's public key. The same key may use the same code again: its answer was lost. */
  enrolKiosk(request: {
    readonly codeHash: string;
    readonly kioskNumber: number;
    readonly publicKeyX: string;
    readonly nowMs: number;
  }): Promise<"enrolled" | "codeUnknown" | "codeUsed" | "codeExpired">;
  revokeKiosk(kioskNumber: number, nowMs: number): Promise<void>;
  alarms(): Promise<AlarmRow[]>;
  acknowledgeAlarm(alarmId: number, by: { readonly staffId: string; readonly nowMs: number }): Promise<void>;
  addOrder(order: NewOrder): Promise<OrderRow>;
  /** The next orders for a kiosk that has taken them up to a number. From now on they count as delivered. */
  deliverOrders(
    kioskNumber: number,
    request: { readonly takenUpTo: number; readonly limit: number },
  ): Promise<OrderRow[]>;
  ordersOfDossier(ref: DossierRef): Promise<OrderRow[]>;
  pendingOrders(): Promise<OrderRow[]>;
}

/** Staff accounts, their sessions and what they did. */
export interface StaffStore {
  staffByLogin(login: string): Promise<StaffRow | undefined>;
  staffCount(): Promise<number>;
  putStaff(staff: Omit<StaffRow, "failedTries" | "lockedUntilMs">): Promise<void>;
  noteLogin(
    staffId: string,
    state: { readonly failedTries: number; readonly lockedUntilMs: number | null },
  ): Promise<void>;
  addSession(session: {
    readonly tokenHash: string;
    readonly staffId: string;
    readonly nowMs: number;
    readonly expiresAtMs: number;
  }): Promise<void>;
  staffOfSession(tokenHash: string, nowMs: number): Promise<StaffRow | undefined>;
  endSession(tokenHash: string): Promise<void>;
  /** Writes down who did or looked at what; without personal data. */
  noteAct(act: {
    readonly staffId: string;
    readonly act: string;
    readonly kioskNumber: number | null;
    readonly dossierId: string | null;
    readonly nowMs: number;
  }): Promise<void>;
}

/** The back office's memory; SQLite today, another database behind the same interface when the office outgrows it. */
export interface OfficeStore extends RegisterStore, KioskStore, StaffStore {
  close(): Promise<void>;
}
