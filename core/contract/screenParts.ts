import type { CompartmentNumber } from "../domain/cabinet.ts";
import type { DepositTimes } from "../events/eventParts.ts";

/** State of a piece of paper that the visit prints. */
export type PaperState = "printing" | "printed" | "unverified" | "notPrinted" | "unresolved";

/** A problem with the last thing typed or shown; the page has the sentence for each. */
export type Problem =
  | "foreignCode"
  | "healthCard"
  | "oldCard"
  | "oldDeclaration"
  | "phoneCode"
  | "bankCode"
  | "webAddress"
  | "unreadableCode"
  | "cardNumberWrong"
  | "cardFieldsWrong"
  | "phoneWrong"
  | "nameWrong"
  | "tokenNotValid"
  | "codeWrong"
  | "secondValueWrong"
  | "pinWrong"
  | "ticketNotFound"
  | "ticketWrong"
  | "bagLabelInUse"
  | "notABagLabel"
  | "notAReceipt"
  | "notACard"
  | "countsEmpty"
  | "printerNotReady"
  | "resultNotExpected"
  | "resultAlreadyHere"
  | "cabinetFull"
  /** A low compartment was asked for and none is free: the one shown is higher. */
  | "noLowFree"
  | "staffOnly"
  /** The second person's card is the first one's own. */
  | "samePerson"
  /** Something is under way already: a door, a test, a paper. */
  | "busy"
  /** The lock board does not answer, or its tamper alarm is not acknowledged: no door can be opened now. */
  | "doorsBlocked"
  | "saveFailed";

/** A dossier as the clerk's list shows it. */
export interface ListedDeposit {
  readonly dossierId: string;
  readonly ticket: string;
  readonly compartmentNumber: CompartmentNumber;
  readonly procedureId: string;
  readonly times: DepositTimes;
  readonly dossierCount: number;
  readonly isDone: boolean;
}

/** Where a dossier is, in words that anybody may read. */
export interface LookupResult {
  readonly ticket?: string | undefined;
  readonly officialCode?: string | undefined;
  readonly procedureId?: string | undefined;
  readonly times?: DepositTimes | undefined;
  readonly place: "inKiosk" | "withStaff" | "atCounter" | "resultReady" | "collected" | "missing" | "announced";
}
