import type { CompartmentNumber } from "../domain/cabinet.ts";
import type { PaperCount } from "../domain/paperCount.ts";
import type { CaseKind, DepositTimes, OutOfServiceReason } from "../events/eventParts.ts";
import type { ListedDeposit, LookupResult, PaperState, Problem } from "./screenParts.ts";
import type { TechnicianScreen } from "./technicianScreen.ts";

export type { ListedDeposit, LookupResult, PaperState, Problem } from "./screenParts.ts";
export type { TechnicianClient, TechnicianDoor } from "./technicianScreen.ts";

/** How one door is drawn (look: "The cabinet picture"). `free`/`occupied` are told apart only on home and to staff. */
export type DoorLook =
  | "free"
  | "shut"
  | "next"
  | "openIn"
  | "openInside"
  | "openOut"
  | "jammed"
  | "outOfService"
  | "unknown";

export type IntakeStep = "procedure" | "papers" | "consent" | "person" | "bag" | "receipt";

/**
 * What the touch screen shows: one variant a screen, with everything that it needs and nothing else. Words are the
 * page's; the controller sends facts.
 */
export type Screen =
  | {
      readonly name: "home";
      readonly freeCompartments: number;
      readonly isIntakePossible: boolean;
      readonly intakeObstacle?: IntakeObstacle | undefined;
      readonly isCollectionPossible: boolean;
      readonly collectionObstacle?: CollectionObstacle | undefined;
    }
  /** The kiosk is closed as a whole and tries to open again by itself. `code`: what a caller reads to the technician. */
  | {
      readonly name: "closed";
      readonly reason: ClosedReason;
      readonly code: string;
    }
  | { readonly name: "notices" }
  | { readonly name: "intakeClosed"; readonly obstacle: IntakeObstacle }
  /** No result can be given now, for a reason of the machine as a whole. */
  | { readonly name: "collectionClosed"; readonly obstacle: CollectionObstacle }
  // Intake
  | { readonly name: "procedure" }
  | { readonly name: "elsewhere" }
  | {
      readonly name: "papers";
      readonly procedureId: string;
      readonly counts: readonly PaperCount[];
      readonly dossierCount: number;
      readonly problem?: Problem | undefined;
    }
  | { readonly name: "consent"; readonly procedureId: string }
  | { readonly name: "card"; readonly problem?: Problem | undefined }
  | { readonly name: "identity"; readonly problem?: Problem | undefined }
  | { readonly name: "phone"; readonly personName: string; readonly problem?: Problem | undefined }
  | { readonly name: "phoneReadBack"; readonly phone: string }
  | { readonly name: "chosenDigits"; readonly problem?: Problem | undefined }
  | {
      readonly name: "bag";
      readonly slip?: PaperState | undefined;
      readonly wantsLow: boolean;
      readonly problem?: Problem | undefined;
    }
  | {
      readonly name: "depositReady";
      readonly compartmentNumber: CompartmentNumber;
      readonly isOpening: boolean;
      readonly wantsLow: boolean;
      readonly problem?: Problem | undefined;
    }
  | {
      readonly name: "depositOpen";
      readonly compartmentNumber: CompartmentNumber;
      readonly ending: "deposit" | "cancel" | "trouble";
      /** The sensor says "open" for so long, or is so unlikely, that the person may say that the door is shut. */
      readonly canSayShut?: boolean | undefined;
    }
  | {
      readonly name: "depositCheck";
      readonly compartmentNumber: CompartmentNumber;
      /** `saidShut`: the sensor says "open" and the person said that the door is shut. */
      readonly why: "sensorSaysEmpty" | "restarted" | "saidShut";
    }
  | {
      readonly name: "depositJammed";
      readonly failed: CompartmentNumber;
      readonly kind: CaseKind;
      readonly caseNumber: number;
      readonly next?: CompartmentNumber | undefined;
      /** Absent where the machine's time is not trusted. */
      readonly atMs?: number | undefined;
      readonly slip?: PaperState | undefined;
    }
  | {
      readonly name: "receipt";
      readonly ticket: string;
      readonly compartmentNumber: CompartmentNumber;
      readonly procedureId: string;
      readonly counts: readonly PaperCount[];
      readonly dossierCount: number;
      readonly times: DepositTimes;
      readonly paper: PaperState;
      readonly pictureUrl?: string | undefined;
      /** False when this visit has printed as many copies as it may. */
      readonly canPrintAgain: boolean;
      readonly copies: number;
    }
  | {
      readonly name: "depositStopped";
      readonly caseNumber?: number | undefined;
      readonly slip?: PaperState | undefined;
    }
  // Collection
  | { readonly name: "credential"; readonly isChecking: boolean; readonly problem?: Problem | undefined }
  | {
      readonly name: "secondValue";
      readonly reference: string;
      readonly triesLeft: number;
      readonly isChecking: boolean;
      readonly problem?: Problem | undefined;
    }
  | { readonly name: "collectionLocked"; readonly who: "credential" | "machine"; readonly untilMs: number }
  | { readonly name: "notReady"; readonly dossier: LookupResult }
  | { readonly name: "collectionOpening"; readonly compartmentNumber: CompartmentNumber }
  | {
      readonly name: "collectionOpen";
      readonly compartmentNumber: CompartmentNumber;
      /** As in `depositOpen`. */
      readonly canSayShut?: boolean | undefined;
    }
  | {
      readonly name: "collectionConfirm";
      readonly compartmentNumber: CompartmentNumber;
      readonly canOpenAgain: boolean;
    }
  | {
      readonly name: "collectionFailed";
      readonly compartmentNumber: CompartmentNumber;
      readonly kind: CaseKind;
      readonly caseNumber: number;
      readonly canTryAgain: boolean;
      /** The door was read shut all the time; a person who has the result in hand says so with `confirmTaken`. */
      readonly canSayTaken?: boolean | undefined;
      readonly slip?: PaperState | undefined;
    }
  | {
      readonly name: "rating";
      readonly of: "deposit" | "collection";
      readonly outcome: "collected" | "nothingTaken" | "deposited";
    }
  | { readonly name: "thanks"; readonly of: "deposit" | "collection" }
  // Look-up
  | { readonly name: "lookup"; readonly problem?: Problem | undefined }
  | { readonly name: "lookupResult"; readonly dossier: LookupResult }
  // Clerk
  | {
      readonly name: "pin";
      readonly staffName: string;
      readonly isChecking: boolean;
      readonly triesLeft: number;
      readonly problem?: Problem | undefined;
    }
  | {
      readonly name: "clerkHome";
      readonly staffName: string;
      readonly deposits: readonly ListedDeposit[];
      readonly unchecked: readonly CompartmentNumber[];
      readonly outOfService: readonly {
        readonly compartmentNumber: CompartmentNumber;
        readonly reason: OutOfServiceReason;
        readonly caseNumber?: number | undefined;
      }[];
      readonly free: number;
      readonly results: number;
      readonly locked: readonly string[];
      readonly done: { readonly takenOver: number; readonly loaded: number; readonly seenEmpty: number };
      readonly problem?: Problem | undefined;
    }
  | { readonly name: "emptyingOpening"; readonly deposit: ListedDeposit; readonly left: number }
  | {
      readonly name: "emptyingCount";
      readonly deposit: ListedDeposit;
      readonly personName: string;
      readonly counts: readonly PaperCount[];
      readonly dossierCount: number;
      readonly left: number;
      readonly isDoorOpen: boolean;
    }
  | {
      readonly name: "discrepancy";
      readonly deposit: ListedDeposit;
      readonly declared: readonly PaperCount[];
      readonly declaredDossierCount: number;
      readonly counted: readonly PaperCount[];
      readonly dossierCount: number;
      readonly caseNumber: number;
    }
  | { readonly name: "emptyingClose"; readonly compartmentNumber: CompartmentNumber; readonly left: number }
  | {
      readonly name: "inspecting";
      readonly compartmentNumber: CompartmentNumber;
      readonly isOpen: boolean;
      readonly left: number;
      /** Code of the result that should lie inside; absent where none is known of. */
      readonly expected?: string | undefined;
    }
  | { readonly name: "inspectingClose"; readonly compartmentNumber: CompartmentNumber; readonly left: number }
  | {
      readonly name: "clerkDoorFailed";
      readonly compartmentNumber: CompartmentNumber;
      readonly kind: CaseKind;
      readonly caseNumber: number;
      readonly during: "emptying" | "inspection" | "loading";
    }
  | { readonly name: "loading"; readonly loaded: number; readonly free: number; readonly problem?: Problem | undefined }
  | { readonly name: "recipient"; readonly officialCode: string; readonly problem?: Problem | undefined }
  | {
      readonly name: "loadingOpen";
      readonly compartmentNumber: CompartmentNumber;
      readonly reference: string;
      readonly isOpen: boolean;
      /** The door is awaited; the result goes in; the clerk takes it out again; the door is shut and the code is made. */
      readonly phase: "opening" | "open" | "takingBack" | "makingCode";
      /** As in `depositOpen`. */
      readonly canSayShut?: boolean | undefined;
    }
  | { readonly name: "exchangeDone"; readonly takenOver: number; readonly loaded: number; readonly seenEmpty: number }
  // Technician
  | TechnicianScreen;

/** Why the kiosk takes no dossier now. */
export type IntakeObstacle =
  | "full"
  | "printer"
  | "boards"
  | "log"
  | "history"
  | "diskFull"
  | "settling"
  | "power"
  | "alarm"
  | "notCommissioned";

/** Why the kiosk is closed as a whole: its log or its keys cannot be opened. `docs/damage.md` says what each means. */
export type ClosedReason =
  | "inUse"
  | "fromTheFuture"
  | "damaged"
  | "missing"
  | "migrationFailed"
  | "readOnly"
  | "diskFull"
  | "notUsable"
  | "keys";

/** Why the kiosk gives no result now. */
export type CollectionObstacle = "boards" | "power" | "alarm" | "notCommissioned";

export type ScreenName = Screen["name"];
export type ScreenOf<N extends ScreenName> = Extract<Screen, { readonly name: N }>;
