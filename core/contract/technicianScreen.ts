import type { CompartmentNumber } from "../domain/cabinet.ts";
import type { PaperState, Problem } from "./screenParts.ts";
import type { DeviceTest, TechnicianSection, TestResult } from "./technician.ts";

/** The screens of technician mode, of the second person and of an evacuation. */
export type TechnicianScreen =
  | {
      readonly name: "technicianEntering";
      readonly staffName: string;
      /** Clients that have not said yet that they stepped aside; the page answers with `acknowledgeTechnicianMode`. */
      readonly waitingFor: readonly TechnicianClient[];
      /** The time for it has passed: `back` leaves, `finish` asks them once more. */
      readonly isOverdue: boolean;
    }
  | {
      readonly name: "technician";
      readonly staffName: string;
      readonly section: TechnicianSection;
      readonly door?: TechnicianDoor | undefined;
      /** `askingPerson`: answered with `confirmTest`. */
      readonly running?: { readonly test: DeviceTest; readonly phase: "running" | "askingPerson" } | undefined;
      readonly lastResult?: TestResult | undefined;
      /** False where this machine has no commissioning, such as a desk. */
      readonly canCommission: boolean;
      /** The readiness report's paper. */
      readonly paper?: PaperState | undefined;
      /** A trace or a report on its way to the disk; `file` when it is there. */
      readonly saving?:
        | {
            readonly what: "trace" | "report";
            readonly state: "saving" | "saved" | "failed";
            readonly file?: string | undefined;
          }
        | undefined;
      readonly problem?: Problem | undefined;
    }
  | {
      readonly name: "secondPerson";
      readonly staffName: string;
      readonly compartmentNumber?: CompartmentNumber | undefined;
      readonly purpose: "openOccupied" | "evacuation";
      readonly ask: "card" | "pin";
      /** The second person's name, once their card was read. */
      readonly secondName?: string | undefined;
      readonly triesLeft?: number | undefined;
      readonly isChecking: boolean;
      readonly problem?: Problem | undefined;
    }
  /** Doors open one after the other and stay open; `finish` leaves when it is done, `stopDoorTest` ends it before. */
  | {
      readonly name: "evacuation";
      readonly staffName: string;
      readonly secondName: string;
      readonly isDone: boolean;
      readonly doors: readonly {
        readonly compartmentNumber: CompartmentNumber;
        readonly state: "waiting" | "opening" | "opened" | "failed";
        /** What the register said before: who carries the things out knows where to look. */
        readonly holdsDossier: boolean;
      }[];
      readonly caseNumber?: number | undefined;
    };

/** Who has to step aside before a technician works on the machine. */
export type TechnicianClient = "page" | "sync" | "control";

/** The door that a technician works on. */
export interface TechnicianDoor {
  readonly compartmentNumber: CompartmentNumber;
  readonly task: "open" | "cycle";
  /**
   * `asking`: the door was shut again; the person says what is inside: `confirmEmpty` or `skipCompartment` (asks
   * `isEmpty`), `confirmBagInside` or `reportMissing` (asks `isDossierInside`).
   */
  readonly phase: "opening" | "open" | "asking" | "failed" | "done";
  readonly asks?: "isEmpty" | "isDossierInside" | undefined;
  /** The round under way, from 1; of an opened door 1 of 1. */
  readonly round: number;
  readonly rounds: number;
  readonly outcome?: "opened" | "alreadyOpen" | "jammed" | "noReply" | "unresolved" | "expired" | undefined;
  readonly caseNumber?: number | undefined;
}
