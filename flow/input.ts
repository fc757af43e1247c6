import type { Intent } from "#core/contract/intent.ts";
import type { PaperState, TechnicianClient } from "#core/contract/screen.ts";
import type { DeviceTest, TestOutcome, TestResult } from "#core/contract/technician.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id, StaffId } from "#core/domain/ids.ts";
import type { PickupCredential, StoreDamage, TimeTrust } from "#core/events/eventParts.ts";
import type { DoorReading, UnlockOutcome } from "#core/interfaces/lockBoard.ts";
import type { ContactState, PowerStatus } from "#core/interfaces/power.ts";

/** Everything that can enter a flow. */
export type Input =
  | { readonly kind: "intent"; readonly intent: Intent }
  | { readonly kind: "scan"; readonly text: string }
  /** A code was read that is no text, or not to be trusted. */
  | { readonly kind: "unreadableScan" }
  | { readonly kind: "doorChanged"; readonly compartmentNumber: CompartmentNumber; readonly reading: DoorReading }
  | {
      readonly kind: "unlockEnded";
      readonly requestId: Id;
      readonly compartmentNumber: CompartmentNumber;
      readonly outcome: UnlockOutcome;
      /** True where the program restarted in between and the outcome was settled by asking the board now. */
      readonly isRecovered?: boolean | undefined;
    }
  | { readonly kind: "printEnded"; readonly printJobId: Id; readonly state: PaperState }
  /** The slow hash of a pickup code was compared; `dossierId` where it is right. */
  | { readonly kind: "pickupCodeChecked"; readonly dossierId?: Id | undefined; readonly candidateId?: Id | undefined }
  | { readonly kind: "pinChecked"; readonly staffId: StaffId; readonly isRight: boolean }
  /** A fresh pickup code for a dossier, with its slow hash. */
  | {
      readonly kind: "pickupCodeMade";
      readonly dossierId: Id;
      readonly code: string;
      readonly credential: PickupCredential;
    }
  /**
   * A door has been read open all the time. `lingering`: long enough that the person may doubt the sensor; `leftOpen`:
   * long after anybody stood there; `suspect`: so long that the sensor itself is doubted.
   */
  | {
      readonly kind: "doorStoodOpen";
      readonly compartmentNumber: CompartmentNumber;
      readonly stage: "lingering" | "leftOpen" | "suspect";
    }
  | { readonly kind: "safetyChanged"; readonly tamper: ContactState; readonly panic: ContactState }
  /** The wall clock was set, or is believed more or less than before. */
  | { readonly kind: "clockJudged"; readonly steppedByMs: number; readonly trust: TimeTrust }
  | { readonly kind: "powerChanged"; readonly status: PowerStatus }
  /** What a look at the store found: this is wrong with it now, or not (any more). */
  | { readonly kind: "storeJudged"; readonly damage: StoreDamage; readonly isDamaged: boolean }
  /** These clients have stepped aside for the technician. */
  | { readonly kind: "clientsAcknowledged"; readonly clients: readonly TechnicianClient[] }
  /** The time in which clients step aside has passed. */
  | { readonly kind: "clientsOverdue" }
  /** A device test ended; `asksPerson`: what came of it only the person can see. */
  | {
      readonly kind: "deviceTestEnded";
      readonly test: DeviceTest;
      readonly outcome: TestOutcome;
      readonly facts: TestResult["facts"];
      readonly asksPerson?: boolean | undefined;
    }
  /** A trace or a report is on the disk, or could not be written (no file). */
  | { readonly kind: "fileSaved"; readonly what: "trace" | "report"; readonly file?: string | undefined }
  /** A technician outside the machine asks for a door; `pulse` 2 and 3 follow a door that was read shut all the time. */
  | {
      readonly kind: "maintenanceOpening";
      readonly compartmentNumber: CompartmentNumber;
      readonly staffId: StaffId;
      readonly pulse: number;
    }
  /** The person did nothing for as long as the step waits. */
  | { readonly kind: "patienceEnded" }
  /** The warning passed unanswered. */
  | { readonly kind: "warningEnded" }
  /** The program started with an unfinished visit; open requests were settled before this. */
  | {
      readonly kind: "restarted";
      /** True where the visit is so old that nobody can be waiting for it any more. */
      readonly isStale?: boolean | undefined;
    };

export type InputOf<K extends Input["kind"]> = Extract<Input, { readonly kind: K }>;
