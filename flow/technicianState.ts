import type { ScreenOf, TechnicianClient, TechnicianDoor } from "#core/contract/screen.ts";
import type { TechnicianSection, TestResult } from "#core/contract/technician.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { CaseNumber, StaffId } from "#core/domain/ids.ts";
import type { Exchange, Opening, Paper, WithProblem } from "./stateParts.ts";

/** A technician in technician mode. */
export interface Technician {
  readonly staffId: StaffId;
  readonly staffName: string;
  readonly cardText: string;
}

/** What the technician's screen shows besides live facts. */
export interface Bench {
  readonly section: TechnicianSection;
  /** The door worked on last. */
  readonly door?: TechnicianDoor | undefined;
  readonly running?: ScreenOf<"technician">["running"];
  readonly lastResult?: TestResult | undefined;
  readonly paper?: Paper | undefined;
  readonly saving?: ScreenOf<"technician">["saving"];
}

/** A door that a technician opens, once or several times. */
export interface DoorTask {
  readonly task: "open" | "cycle";
  readonly compartmentNumber: CompartmentNumber;
  readonly round: number;
  readonly rounds: number;
  /** Rounds in which the door opened. */
  readonly opened: number;
  /** The second person, where a dossier lies inside or may. */
  readonly approvedBy?: StaffId | undefined;
}

/** On whose behalf a second person is asked, and where it goes back to. */
export type AskedBy = { readonly technician: Technician; readonly bench: Bench } | { readonly exchange: Exchange };

/** What a second person approves. */
export type Approval =
  | { readonly purpose: "openOccupied"; readonly task: DoorTask }
  | { readonly purpose: "evacuation" };

/** Doors of an evacuation, in turn. */
export interface Evacuation {
  readonly by: AskedBy;
  readonly staffId: StaffId;
  readonly approvedBy: StaffId;
  readonly caseNumber: CaseNumber;
  readonly waiting: readonly CompartmentNumber[];
  readonly opened: readonly CompartmentNumber[];
  readonly failed: readonly CompartmentNumber[];
  /** Compartments that held a dossier when it began, or may have. */
  readonly holding: readonly CompartmentNumber[];
}

interface InMode {
  readonly technician: Technician;
  readonly bench: Bench;
}

export type TechnicianAt =
  | {
      readonly step: "technicianEntering";
      readonly technician: Technician;
      readonly waitingFor: readonly TechnicianClient[];
      readonly isOverdue: boolean;
    }
  | ({ readonly step: "technicianBench" } & InMode & WithProblem)
  | ({ readonly step: "technicianOpening"; readonly task: DoorTask; readonly opening: Opening } & InMode)
  | ({
      readonly step: "technicianOpen";
      readonly task: DoorTask;
      readonly opening: Opening;
      readonly outcome: NonNullable<TechnicianDoor["outcome"]>;
    } & InMode)
  /** The door is shut again: what is inside? */
  | ({
      readonly step: "technicianAsking";
      readonly task: DoorTask;
      readonly asks: "isEmpty" | "isDossierInside";
    } & InMode)
  | ({
      readonly step: "secondPerson";
      readonly by: AskedBy;
      readonly approval: Approval;
      readonly second?: { readonly staffId: StaffId; readonly cardText: string } | undefined;
      readonly isChecking: boolean;
    } & WithProblem)
  | { readonly step: "evacuationOpening"; readonly evacuation: Evacuation; readonly opening: Opening }
  | { readonly step: "evacuationDone"; readonly evacuation: Evacuation };
