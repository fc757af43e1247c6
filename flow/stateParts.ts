import type { PaperState, Problem } from "#core/contract/screen.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id, StaffId } from "#core/domain/ids.ts";
import type { PaperCount } from "#core/domain/paperCount.ts";

/** What the depositor says is in the bag. */
export interface Papers {
  readonly procedureId: string;
  readonly counts: readonly PaperCount[];
  readonly dossierCount: number;
}

export interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly identitySource: "scanned" | "typed";
}

/** A normalised phone number and its last four digits, or four digits of the person's choice. */
export interface Contact {
  readonly phone?: string | undefined;
  readonly secondValue: string;
}

/** A piece of paper that this visit asked for. */
export interface Paper {
  readonly printJobId: Id;
  readonly state: PaperState;
}

/** Everything that a deposit needs before a door may open. */
export interface Deposit {
  readonly papers: Papers;
  readonly person: Person;
  readonly contact: Contact;
  readonly bagLabel: string;
  readonly wantsLow: boolean;
  /** Compartments that failed in this visit. */
  readonly tried: readonly CompartmentNumber[];
}

/** A door that this visit asked to open. */
export interface Opening {
  readonly compartmentNumber: CompartmentNumber;
  readonly requestId: Id;
  readonly pulse: number;
}

/** A clerk's exchange with its counts so far. */
export interface Exchange {
  readonly exchangeId: Id;
  readonly staffId: StaffId;
  readonly staffName: string;
  /** What the staff card says: after a restart the exchange goes on only with the PIN that belongs to it. */
  readonly cardText: string;
  readonly takenOver: number;
  readonly loaded: number;
  readonly seenEmpty: number;
  /** Deposits whose door failed or that the clerk passed over; asked for again when emptying is started again. */
  readonly passedOver: readonly Id[];
}

/** A step that may say what was wrong with the last thing typed or shown. */
export interface WithProblem {
  readonly problem?: Problem | undefined;
}
