import type { CommissioningStep, DeviceTest } from "#core/contract/technician.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { CaseNumber, Id, StaffId } from "#core/domain/ids.ts";
import type { CaseKind } from "#core/events/eventParts.ts";

/** What a paper says; the runner fetches the rest from the register. */
export type PrintedPaper =
  | { readonly document: "receipt"; readonly dossierId: Id; readonly copy: number }
  | { readonly document: "bagSlip"; readonly label: string; readonly procedureId: string }
  | {
      readonly document: "caseSlip";
      readonly caseNumber: CaseNumber;
      readonly caseKind: CaseKind;
      readonly compartmentNumber: CompartmentNumber;
    }
  /** What stands ready and what does not, as a technician leaves it. */
  | { readonly document: "readinessReport" };

/** Work that a flow asks the runner to do, after the events of the same step are durable. */
export type Effect =
  | {
      readonly kind: "unlock";
      readonly requestId: Id;
      readonly compartmentNumber: CompartmentNumber;
      readonly useByMs: number;
      readonly sensor?: "trusted" | "faulty" | undefined;
    }
  | { readonly kind: "print"; readonly printJobId: Id; readonly paper: PrintedPaper }
  | { readonly kind: "checkPickupCode"; readonly code: string }
  | { readonly kind: "checkPin"; readonly staffId: StaffId; readonly cardText: string; readonly pin: string }
  | { readonly kind: "makePickupCode"; readonly dossierId: Id }
  /** Asks every client but the page to step aside for the technician. */
  | { readonly kind: "askClients" }
  /** After this time `clientsOverdue` comes. */
  | { readonly kind: "awaitClients"; readonly forMs: number }
  | { readonly kind: "testDevice"; readonly test: DeviceTest }
  | { readonly kind: "saveFile"; readonly what: "trace" | "report" }
  | { readonly kind: "commission"; readonly step: CommissioningStep; readonly staffId: StaffId }
  /** Power may fail: everything that is written goes to the disk's own files now. */
  | { readonly kind: "flushLog" };
