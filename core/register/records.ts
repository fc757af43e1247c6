import type { CompartmentNumber } from "../domain/cabinet.ts";
import type { CaseNumber, Id, StaffId } from "../domain/ids.ts";
import type { PaperCount } from "../domain/paperCount.ts";
import type { EventPayload } from "../events/event.ts";
import type {
  Alarm,
  CaseKind,
  DepositTimes,
  OpenReason,
  OutOfServiceReason,
  PickupCredential,
  StoreDamage,
  TimeTrust,
} from "../events/eventParts.ts";

/**
 * What is known to be inside a compartment. `unchecked`: nobody knows; intake never opens it (invariant I2). It is
 * `empty` only after staff saw it empty or a collection emptied it.
 */
export type Contents =
  | { readonly kind: "unchecked" }
  | { readonly kind: "empty" }
  | { readonly kind: "deposit"; readonly dossierId: Id }
  | { readonly kind: "result"; readonly dossierId: Id };

/** An unlock that was requested; `outcome` is absent until it is known. */
export interface OpenRequest {
  readonly requestId: Id;
  readonly visitId: Id;
  readonly reason: OpenReason;
  readonly pulse: number;
  readonly dossierId?: Id | undefined;
  readonly staffId?: StaffId | undefined;
  readonly approvedBy?: StaffId | undefined;
  readonly outcome?: "opened" | "jammed" | "noReply" | "unresolved" | "expired" | undefined;
  readonly isClosedAgain: boolean;
}

export interface CompartmentRecord {
  readonly compartmentNumber: CompartmentNumber;
  readonly board: string;
  readonly channel: number;
  readonly heightMm: number;
  readonly isWithinSeatedReach: boolean;
  readonly contents: Contents;
  readonly outOfService?:
    | { readonly reason: OutOfServiceReason; readonly caseNumber?: CaseNumber | undefined }
    | undefined;
  /**
   * Case of a restored log that lost its end: nobody has looked inside since, and what is known here may be past. Stays
   * whatever else takes the compartment out of service, until staff have looked.
   */
  readonly unseenSinceRestore?: CaseNumber | undefined;
  /** Present where the door's sensor is declared faulty: nothing is concluded from what it says. */
  readonly faultySensor?:
    | { readonly source: "technician" | "found"; readonly caseNumber?: CaseNumber | undefined }
    | undefined;
  /** The latest request; kept after it ended. */
  readonly request?: OpenRequest | undefined;
}

/** The one place where a dossier is, with its one holder (invariant I4). */
export type Place =
  | {
      readonly kind: "compartment";
      readonly compartmentNumber: CompartmentNumber;
      readonly content: "deposit" | "result";
    }
  | { readonly kind: "withClerk"; readonly staffId: StaffId; readonly exchangeId: Id }
  | { readonly kind: "counter" }
  /** `unconfirmedIn`: nobody said that it was taken; a clerk who looks into that compartment may still find it. */
  | { readonly kind: "collected"; readonly unconfirmedIn?: CompartmentNumber | undefined }
  /** Staff opened the compartment and it was not there. */
  | { readonly kind: "missing" }
  /** A deposit that did not come about. */
  | { readonly kind: "withCitizen" }
  /** Perhaps in this compartment: the visit ended before anybody knew. */
  | { readonly kind: "uncertain"; readonly compartmentNumber: CompartmentNumber };

export interface DossierRecord {
  readonly dossierId: Id;
  readonly ticket?: string | undefined;
  readonly officialCode?: string | undefined;
  readonly procedureId?: string | undefined;
  readonly place: Place;
  /**
   * The event with which the dossier left the kiosk, or with which the last open case about it was closed since: from
   * there on retention counts. Absent while it is or may be in a compartment or with a clerk, and after retention.
   */
  readonly leftSeq?: number | undefined;
  readonly times?: DepositTimes | undefined;
  readonly takenOverAtMs?: number | undefined;
  readonly counts: readonly PaperCount[];
  readonly dossierCount: number;
  readonly bagLabel?: string | undefined;
  /** Personal part of the newest event that has one, and that event's type (its sealing context). */
  readonly personal?: { readonly sealed: string; readonly eventType: string } | undefined;
  readonly tokenHash?: string | undefined;
  readonly pickup?: PickupCredential | undefined;
  /** Wrong second values and codes since the last right one, with their wall times. */
  readonly rejectionsMs: readonly number[];
  readonly copies: number;
}

export interface CaseRecord {
  readonly caseNumber: CaseNumber;
  readonly kind: CaseKind;
  readonly openedAtMs: number;
  readonly isOpen: boolean;
  readonly compartmentNumber?: CompartmentNumber | undefined;
  readonly dossierId?: Id | undefined;
}

export interface PrintJobRecord {
  readonly printJobId: Id;
  readonly document: "receipt" | "bagSlip" | "caseSlip" | "collectionReceipt" | "readinessReport";
  readonly dossierId?: Id | undefined;
  readonly outcome?: "printed" | "unverified" | "notPrinted" | "unresolved" | undefined;
}

/** Facts about the machine as a whole; one record, key `machine`. */
export interface MachineRecord {
  /** Last sequence number used in a drop ticket. */
  readonly ticketSequence: number;
  readonly lastCaseNumber: CaseNumber;
  /** Wall times of wrong codes and second values at this machine, newest last, at most 50. */
  readonly rejectionsMs: readonly number[];
  readonly openExchange?: { readonly exchangeId: Id; readonly staffId: StaffId } | undefined;
  /** Alarms that nobody has acknowledged yet, with the wall time of each. */
  readonly alarms?: {
    readonly [A in Alarm]?: { readonly sinceMs: number; readonly caseNumber: CaseNumber } | undefined;
  };
  /** The newest judgement of the wall clock, and when it was confirmed last, wall milliseconds. */
  readonly clock?: { readonly trust: TimeTrust; readonly confirmedMs?: number | undefined } | undefined;
  readonly power?: EventPayload<"powerChanged"> | undefined;
  /** What is wrong with the store now, with the case about it. */
  readonly storeDamage?: { readonly [D in StoreDamage]?: { readonly caseNumber: CaseNumber } | undefined } | undefined;
  /** The newest result of each device test, at most 50. */
  readonly deviceTests?: readonly DeviceTestRecord[] | undefined;
}

/** What a device test came to, and when. */
export type DeviceTestRecord = EventPayload<"deviceTested"> & { readonly atMs: number };

/** Wrong PINs of one staff member. */
export interface StaffRecord {
  readonly staffId: StaffId;
  readonly rejectionsMs: readonly number[];
}

/** The projections by entity: what each event changes is one record of one of these. */
export interface RegisterTables {
  readonly compartment: CompartmentRecord;
  readonly dossier: DossierRecord;
  readonly case: CaseRecord;
  readonly printJob: PrintJobRecord;
  readonly machine: MachineRecord;
  readonly staff: StaffRecord;
}
export type Entity = keyof RegisterTables;

export const emptyMachine: MachineRecord = { ticketSequence: 0, lastCaseNumber: 0, rejectionsMs: [] };
