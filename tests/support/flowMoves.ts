import { assert } from "#core/base/assert.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { FlowKiosk } from "./flowKiosk.ts";
import { CITIZEN_CARD, CITIZEN_PHONE, CLERK_CARD, clerk, TECHNICIAN_CARD, technician } from "./flowWorld.ts";

/** A deposit that was made. */
export interface Deposited {
  readonly dossierId: Id;
  readonly ticket: string;
  readonly token: string;
  readonly compartmentNumber: CompartmentNumber;
}

/** From the idle screen to the card. */
export function walkToCard(kiosk: FlowKiosk, procedureId = "birth"): void {
  const count = { paperId: "form", originals: 1, certified: 0, photocopies: 1 };
  kiosk.touch(
    { kind: "startIntake" },
    { kind: "chooseProcedure", procedureId },
    { kind: "setCount", count },
    { kind: "confirmPapers" },
    { kind: "giveConsent" },
  );
}

/** From the idle screen to the bag, with a scanned card and a phone number. */
export function walkToBag(kiosk: FlowKiosk, procedureId = "birth"): void {
  walkToCard(kiosk, procedureId);
  kiosk.scan(CITIZEN_CARD);
  kiosk.touch({ kind: "enterPhone", phone: CITIZEN_PHONE }, { kind: "confirmPhone" });
}

/** From the idle screen to the compartment that is shown. */
export function walkToDoor(kiosk: FlowKiosk, { bagLabel = "TUI-0001", procedureId = "birth" } = {}): void {
  walkToBag(kiosk, procedureId);
  kiosk.scan(bagLabel);
}

/** From the idle screen to an open door. */
export function walkToOpenDoor(
  kiosk: FlowKiosk,
  options?: { bagLabel?: string; procedureId?: string },
): CompartmentNumber {
  walkToDoor(kiosk, options);
  kiosk.touch({ kind: "openCompartment" });
  return kiosk.endUnlock("opened");
}

/** A whole deposit, back to the idle screen. */
export function deposit(kiosk: FlowKiosk, options?: { bagLabel?: string; procedureId?: string }): Deposited {
  const compartmentNumber = walkToOpenDoor(kiosk, options);
  kiosk.moveDoor(compartmentNumber, "closed");
  kiosk.endPrint();
  kiosk.touch({ kind: "finish" }, { kind: "finish" });
  return lastDeposit(kiosk);
}

export function lastDeposit(kiosk: FlowKiosk): Deposited {
  const event = kiosk.eventsOf("dossierDeposited").at(-1);
  assert(event, "Nothing was deposited.");
  const { dossierId, ticket, compartmentNumber } = event.payload;
  return { dossierId, ticket, compartmentNumber, token: event.personal.receiptToken ?? "" };
}

/** A clerk signs in; the list is shown. */
export function signIn(kiosk: FlowKiosk, who: "clerk" | "technician" = "clerk"): void {
  kiosk.scan(who === "clerk" ? CLERK_CARD : TECHNICIAN_CARD);
  givePin(kiosk, who);
}

/** The right PIN, at the sign-in or where the exchange asks for it again after a restart. */
export function givePin(kiosk: FlowKiosk, who: "clerk" | "technician" = "clerk"): void {
  kiosk.touch({ kind: "enterPin", pin: "2468" });
  kiosk.give({ kind: "pinChecked", staffId: (who === "clerk" ? clerk : technician).staffId, isRight: true });
}

/** A technician is in technician mode: the page has stepped aside too. */
export function enterMode(kiosk: FlowKiosk): void {
  signIn(kiosk, "technician");
  kiosk.touch({ kind: "acknowledgeTechnicianMode" });
}

/** The second person's card and right PIN. */
export function approve(kiosk: FlowKiosk, who: "clerk" | "technician" = "clerk"): void {
  signIn(kiosk, who);
}

/** Every waiting deposit is taken over with equal counts. Starts and ends at the clerk's list. */
export function emptyAll(kiosk: FlowKiosk): void {
  kiosk.touch({ kind: "startEmptying" });
  while (kiosk.stepName === "emptyingOpening") {
    const compartmentNumber = kiosk.endUnlock("opened");
    kiosk.touch({ kind: "confirmCounted" });
    kiosk.moveDoor(compartmentNumber, "closed");
  }
}

export const PICKUP_CODE = "12345678";

/** The pickup code that the loading step waits for. */
export function makeCode(kiosk: FlowKiosk, dossierId: Id): void {
  const credential = { selector: "123", salt: "AAAA", hash: "AAAA" };
  kiosk.give({ kind: "pickupCodeMade", dossierId, code: PICKUP_CODE, credential });
}

/** Loads the result of a dossier by any code of it. Starts at the clerk's list, ends at loading. */
export function load(kiosk: FlowKiosk, code: string): CompartmentNumber {
  kiosk.touch({ kind: "startLoading" });
  kiosk.scan(code);
  const compartmentNumber = kiosk.endUnlock("opened");
  kiosk.moveDoor(compartmentNumber, "closed");
  makeCode(kiosk, kiosk.expectAt("loadingCode").dossierId);
  return compartmentNumber;
}

/** A dossier was handed in, taken over, and its result lies in a compartment; the kiosk is idle. */
export function withResult(kiosk: FlowKiosk): Deposited {
  const deposited = deposit(kiosk);
  signIn(kiosk);
  emptyAll(kiosk);
  const compartmentNumber = load(kiosk, deposited.ticket);
  kiosk.touch({ kind: "back" }, { kind: "finishExchange" }, { kind: "finish" });
  return { ...deposited, compartmentNumber };
}

/** From the idle screen to the open door of a result. */
export function walkToOpenResult(kiosk: FlowKiosk, { token }: Deposited): CompartmentNumber {
  kiosk.scan(token);
  kiosk.touch({ kind: "enterSecondValue", digits: CITIZEN_PHONE.slice(-4) });
  return kiosk.endUnlock("opened");
}
