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
    };

/** Work that a flow asks the runner to do, after the events of the same step are durable. */
export type Effect =
  | {
      readonly kind: "unlock";
      readonly requestId: Id;
      readonly compartmentNumber: CompartmentNumber;
      readonly useByMs: number;
    }
  | { readonly kind: "print"; readonly printJobId: Id; readonly paper: PrintedPaper }
  | { readonly kind: "checkPickupCode"; readonly code: string }
  | { readonly kind: "checkPin"; readonly staffId: StaffId; readonly cardText: string; readonly pin: string }
  | { readonly kind: "makePickupCode"; readonly dossierId: Id };
