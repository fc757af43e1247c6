import type { ProcedureView } from "#core/contract/channel.ts";
import type { TechnicianClient } from "#core/contract/screen.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id, StaffId } from "#core/domain/ids.ts";
import type { DepositTimes } from "#core/events/eventParts.ts";
import type { DoorReading } from "#core/interfaces/lockBoard.ts";
import type { PrinterStatus } from "#core/interfaces/printer.ts";
import type { DossierRecord } from "#core/register/records.ts";
import type { Register } from "#core/register/register.ts";

/** A staff member as the kiosk knows them. */
export interface StaffMember {
  readonly staffId: StaffId;
  readonly name: string;
  readonly role: "clerk" | "technician";
}

/** What a dossier's personal part says; a dossier from the counter may lack all but the second value. */
export interface KnownPerson {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly secondValue: string;
  readonly receiptToken?: string | undefined;
}

/** How long steps wait, milliseconds; each from the configuration. */
export interface Timing {
  /** A step without an action of the person. Default 60,000. */
  readonly patienceMs: number;
  /** A door that stands open. Default 120,000. */
  readonly doorPatienceMs: number;
  /** A clerk's step. Default 300,000. */
  readonly clerkPatienceMs: number;
  /** A screen that only says goodbye. Default 8,000. */
  readonly farewellMs: number;
  /** From the warning to the end, at least 20,000 (WCAG 2.2.1). Default 30,000. */
  readonly warningMs: number;
  /** An unlock may not leave later than this after it was requested. Default 5,000. */
  readonly unlockUseByMs: number;
  /** In which clients step aside for a technician. Default 5,000. */
  readonly clientsMs: number;
}

/**
 * What a flow may look at. Everything in it is a value or a pure function of values, so that the same world and the same
 * input always give the same step: the clock is read and the entropy drawn by the runner before the step.
 */
export interface World {
  readonly kioskNumber: number;
  readonly nowMs: number;
  /** False where `nowMs` may be far from the truth: it orders and dates nothing then. */
  readonly isTimeTrusted: boolean;
  readonly register: Register;
  readonly catalogue: readonly ProcedureView[];
  readonly timing: Timing;
  readonly consentVersion: string;
  /** Fresh random ids, never handed out twice; a step uses as many as it needs. */
  readonly entropy: readonly Id[];
  readonly printer: PrinterStatus;
  /** Why no dossier can be taken in for a reason of the machine itself; absent where there is none. */
  readonly standingObstacle?: "settling" | "log" | undefined;
  /** Clients besides the page that step aside for a technician. */
  readonly clients: readonly TechnicianClient[];
  /** Whether this machine can be commissioned from its screen, and whether that is going on: then no door is opened. */
  readonly commissioning: "absent" | "idle" | "running";
  doorOf(compartmentNumber: CompartmentNumber): DoorReading;
  isBoardOnline(compartmentNumber: CompartmentNumber): boolean;
  timesOf(procedureId: string, droppedAtMs: number): DepositTimes;
  /** Hash of a genuine receipt token, or undefined for a forged one. */
  tokenHashOf(token: string): string | undefined;
  /** A signed receipt token made of 16 random bytes. */
  mintToken(entropy: Id): { readonly text: string; readonly hash: string };
  staffByCard(code: string): StaffMember | undefined;
  staffById(staffId: StaffId): StaffMember | undefined;
  /** The personal part of a dossier, or undefined where its key is gone. */
  personOf(dossier: DossierRecord): KnownPerson | undefined;
  /** Compares in constant time. */
  isSecondValue(dossier: DossierRecord, digits: string): boolean;
}
