import type { Preferences } from "#core/contract/intent.ts";
import type { CollectionObstacle, IntakeObstacle } from "#core/contract/screen.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { CaseNumber, Id, StaffId } from "#core/domain/ids.ts";
import type { PaperCount } from "#core/domain/paperCount.ts";
import type { CaseKind, DepositTimes } from "#core/events/eventParts.ts";
import type { Contact, Deposit, Exchange, Opening, Paper, Papers, Person, WithProblem } from "./stateParts.ts";
import type { TechnicianAt } from "./technicianState.ts";

export type { Contact, Deposit, Exchange, Opening, Paper, Papers, Person } from "./stateParts.ts";
export type { Approval, AskedBy, Bench, DoorTask, Evacuation, Technician, TechnicianAt } from "./technicianState.ts";

export type IntakeAt =
  | { readonly step: "intakeClosed"; readonly obstacle: IntakeObstacle }
  | { readonly step: "procedure" }
  | { readonly step: "elsewhere" }
  | ({ readonly step: "papers"; readonly papers: Papers } & WithProblem)
  | { readonly step: "consent"; readonly papers: Papers }
  | ({ readonly step: "card"; readonly papers: Papers } & WithProblem)
  | ({ readonly step: "identity"; readonly papers: Papers } & WithProblem)
  | ({ readonly step: "phone"; readonly papers: Papers; readonly person: Person } & WithProblem)
  | { readonly step: "phoneReadBack"; readonly papers: Papers; readonly person: Person; readonly phone: string }
  | { readonly step: "chosenDigits"; readonly papers: Papers; readonly person: Person }
  | ({
      readonly step: "bag";
      readonly papers: Papers;
      readonly person: Person;
      readonly contact: Contact;
      readonly wantsLow: boolean;
      /** A bag slip that was printed in this visit, with the label on it. */
      readonly slip?: (Paper & { readonly label: string }) | undefined;
    } & WithProblem)
  | { readonly step: "depositReady"; readonly deposit: Deposit; readonly compartmentNumber: CompartmentNumber }
  | { readonly step: "depositOpening"; readonly deposit: Deposit; readonly opening: Opening }
  | {
      readonly step: "depositOpen";
      readonly deposit: Deposit;
      readonly opening: Opening;
      readonly ending: "deposit" | "cancel" | "trouble";
      /** The sensor is in doubt: the person may say that the door is shut. */
      readonly canSayShut?: boolean | undefined;
    }
  | {
      readonly step: "depositCheck";
      readonly deposit: Deposit;
      readonly opening: Opening;
      readonly why: "sensorSaysEmpty" | "restarted" | "saidShut";
    }
  | {
      readonly step: "depositJammed";
      readonly deposit: Deposit;
      readonly failed: CompartmentNumber;
      readonly caseKind: CaseKind;
      readonly caseNumber: CaseNumber;
      readonly next?: CompartmentNumber | undefined;
      readonly atMs?: number | undefined;
    }
  | { readonly step: "depositStopped"; readonly caseNumber?: CaseNumber | undefined; readonly slip?: Paper | undefined }
  | {
      readonly step: "receipt";
      readonly dossierId: Id;
      readonly ticket: string;
      readonly compartmentNumber: CompartmentNumber;
      readonly papers: Papers;
      readonly times: DepositTimes;
      readonly paper: Paper;
      readonly copies: number;
    };

export type CollectionAt =
  | { readonly step: "collectionClosed"; readonly obstacle: CollectionObstacle }
  | ({ readonly step: "credential"; readonly isChecking: boolean } & WithProblem)
  | ({ readonly step: "secondValue"; readonly dossierId: Id } & WithProblem)
  | { readonly step: "collectionLocked"; readonly who: "credential" | "machine"; readonly untilMs: number }
  | { readonly step: "notReady"; readonly dossierId: Id }
  | { readonly step: "collectionOpening"; readonly dossierId: Id; readonly opening: Opening; readonly openings: number }
  | {
      readonly step: "collectionOpen";
      readonly dossierId: Id;
      readonly opening: Opening;
      readonly openings: number;
      /** The sensor is in doubt: the person may say that the door is shut. */
      readonly canSayShut?: boolean | undefined;
      /** The door was read open before anything was sent: perhaps it never was. */
      readonly wasOpenAlready?: boolean | undefined;
    }
  | {
      readonly step: "collectionConfirm";
      readonly dossierId: Id;
      readonly opening: Opening;
      /** False where the door was not read open and then shut (I5). */
      readonly wasSeen: boolean;
      readonly openings: number;
    }
  | {
      readonly step: "collectionFailed";
      readonly dossierId: Id;
      readonly compartmentNumber: CompartmentNumber;
      readonly caseKind: CaseKind;
      readonly caseNumber: CaseNumber;
      readonly slip?: Paper | undefined;
    };

export type ClerkAt =
  | ({
      readonly step: "pin";
      readonly staffId: StaffId;
      readonly cardText: string;
      readonly isChecking: boolean;
      /** The step in which the program ended; it goes on there when the PIN is right. */
      readonly resume?: ExchangeAt | undefined;
    } & WithProblem)
  | ({ readonly step: "clerkHome"; readonly exchange: Exchange } & WithProblem)
  | { readonly step: "emptyingOpening"; readonly exchange: Exchange; readonly dossierId: Id; readonly opening: Opening }
  | {
      readonly step: "emptyingCount";
      readonly exchange: Exchange;
      readonly dossierId: Id;
      readonly opening: Opening;
      readonly counts: readonly PaperCount[];
      readonly dossierCount: number;
      readonly isDoorOpen: boolean;
      readonly caseNumber?: CaseNumber | undefined;
    }
  | {
      readonly step: "discrepancy";
      readonly exchange: Exchange;
      readonly dossierId: Id;
      readonly opening: Opening;
      readonly counts: readonly PaperCount[];
      readonly dossierCount: number;
      readonly isDoorOpen: boolean;
      readonly caseNumber: CaseNumber;
    }
  | { readonly step: "emptyingClose"; readonly exchange: Exchange; readonly opening: Opening }
  | {
      readonly step: "inspecting";
      readonly exchange: Exchange;
      readonly opening: Opening;
      readonly isOpen: boolean;
      readonly skipped: readonly CompartmentNumber[];
    }
  | {
      readonly step: "inspectingClose";
      readonly exchange: Exchange;
      readonly opening: Opening;
      readonly skipped: readonly CompartmentNumber[];
    }
  | {
      readonly step: "clerkDoorFailed";
      readonly exchange: Exchange;
      readonly compartmentNumber: CompartmentNumber;
      readonly caseKind: CaseKind;
      readonly caseNumber: CaseNumber;
      readonly during: "emptying" | "inspection" | "loading";
    }
  | ({ readonly step: "loading"; readonly exchange: Exchange } & WithProblem)
  | ({ readonly step: "recipient"; readonly exchange: Exchange; readonly officialCode: string } & WithProblem)
  | { readonly step: "loadingOpening"; readonly exchange: Exchange; readonly dossierId: Id; readonly opening: Opening }
  | {
      readonly step: "loadingOpen";
      readonly exchange: Exchange;
      readonly dossierId: Id;
      readonly opening: Opening;
      readonly ending: "load" | "cancel";
      readonly canSayShut?: boolean | undefined;
    }
  /** The door is shut; the pickup code is being made. */
  | { readonly step: "loadingCode"; readonly exchange: Exchange; readonly dossierId: Id; readonly opening: Opening }
  | { readonly step: "exchangeDone"; readonly exchange: Exchange };

/** A step within an exchange. */
export type ExchangeAt = Exclude<ClerkAt, { readonly step: "pin" }>;

/** Where a visit stands: one variant a step, each with exactly what that step knows. */
export type At =
  | { readonly step: "home" }
  | { readonly step: "notices" }
  | ({ readonly step: "lookup" } & WithProblem)
  | { readonly step: "lookupResult"; readonly dossierId: Id }
  | {
      readonly step: "rating";
      readonly of: "deposit" | "collection";
      readonly outcome: "collected" | "nothingTaken" | "deposited";
    }
  | { readonly step: "thanks"; readonly of: "deposit" | "collection" }
  | IntakeAt
  | CollectionAt
  | ClerkAt
  | TechnicianAt;

export type StepName = At["step"];
export type AtStep<S extends StepName> = Extract<At, { readonly step: S }>;

/** One person at the machine, idle screen to idle screen. */
export interface Visit {
  readonly visitId: Id;
  readonly preferences: Preferences;
  readonly at: At;
  /** Wall time at which the step ends unless the person acts; present while they are warned. */
  readonly endsAtMs?: number | undefined;
}

export const defaultPreferences: Preferences = { language: "vi", textSize: 2, contrast: "normal" };
