import { isMobile, parsePhoneNumber } from "#core/domain/phoneNumber.ts";
import { classifyScan } from "#core/domain/scannedCode.ts";
import type { DossierRecord } from "#core/register/records.ts";
import { chooseCompartment, isUnlockingBlocked } from "../choice.ts";
import type { Handler } from "../handler.ts";
import type { Input, InputOf } from "../input.ts";
import { findByCode } from "../lookup.ts";
import { findSensorFaulty, isShutNow, requestOpening } from "../opening.ts";
import { scanProblem } from "../scans.ts";
import type { AtStep, Exchange } from "../state.ts";
import type { Turn } from "../turn.ts";
import { byStaff, followStaffOpening, isShutting } from "./byStaff.ts";

/** Loading results by scan alone: ticket, label or official code. */
export const loading: Handler<"loading"> = (turn, at, input) => {
  if (input.kind === "scan") return takeCode(turn, at.exchange, input.text);
  if (input.kind !== "intent") return;
  if (input.intent.kind === "back") return turn.go({ step: "clerkHome", exchange: at.exchange });
  if (input.intent.kind === "enterResultCode") takeCode(turn, at.exchange, input.intent.code);
};

function takeCode(turn: Turn, exchange: Exchange, text: string): void {
  const dossier = findByCode(turn.world, text);
  if (dossier) return loadDossier(turn, exchange, dossier);
  const code = classifyScan(text);
  if (code.kind === "dossierCode") return turn.go({ step: "recipient", exchange, officialCode: code.code });
  turn.go({ step: "loading", exchange, problem: scanProblem(code, "ticketNotFound") });
}

function loadDossier(turn: Turn, exchange: Exchange, dossier: DossierRecord): void {
  const { place, dossierId } = dossier;
  if (place.kind === "compartment") return turn.go({ step: "loading", exchange, problem: "resultAlreadyHere" });
  if (place.kind === "collected") return turn.go({ step: "loading", exchange, problem: "resultNotExpected" });
  openForLoading(turn, exchange, dossierId);
}

function openForLoading(turn: Turn, exchange: Exchange, dossierId: string): void {
  if (isUnlockingBlocked(turn.world)) return turn.go({ step: "loading", exchange, problem: "doorsBlocked" });
  const compartmentNumber = chooseCompartment(turn.world, { wantsLow: false, except: [] });
  if (compartmentNumber === undefined) return turn.go({ step: "loading", exchange, problem: "cabinetFull" });
  const wish = { compartmentNumber, reason: "loading", dossierId, staffId: exchange.staffId } as const;
  turn.go({ step: "loadingOpening", exchange, dossierId, opening: requestOpening(turn, wish) });
}

/** A result of a dossier from the counter: the loading clerk says to whom it goes. */
export const recipient: Handler<"recipient"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { intent } = input;
  const { exchange, officialCode } = at;
  if (intent.kind === "back") return turn.go({ step: "loading", exchange });
  if (intent.kind !== "enterRecipient") return;
  const phone = intent.phone.trim() === "" ? undefined : parsePhoneNumber(intent.phone);
  if (phone !== undefined && !phone.ok) return turn.go({ ...at, problem: "phoneWrong" });
  const dossierId = turn.id();
  turn.emit({
    type: "dossierAnnounced",
    payload: { dossierId, officialCode, source: "clerk", staffId: exchange.staffId },
    personal: { secondValue: intent.secondValue, ...(phone === undefined ? {} : { phone: phone.value }) },
  });
  openForLoading(turn, exchange, dossierId);
};

export const loadingOpening: Handler<"loadingOpening"> = (turn, at, input) => {
  const { exchange, opening, dossierId } = at;
  const result = followStaffOpening(turn, input, { exchange, opening, reason: "loading", dossierId });
  if (result?.kind === "tryingAgain") return turn.go({ ...at, opening: result.opening });
  if (result?.kind !== "opened") return;
  const open = { step: "loadingOpen", exchange, dossierId, opening, ending: "load" } as const;
  const isRead = input.kind === "unlockEnded" && input.outcome === "alreadyOpen";
  turn.go(isRead ? { ...open, canSayShut: true } : open);
};

/** Only when the door is shut again is the pickup code made. */
export const loadingOpen: Handler<"loadingOpen"> = (turn, at, input) => {
  const { exchange, opening } = at;
  const wasShut = input.kind === "restarted" && isShutNow(turn, opening.compartmentNumber);
  if (wasShut) return turn.go({ step: "loading", exchange });
  if (isShutting(input, opening.compartmentNumber)) return endLoading(turn, at, at.ending);
  if (input.kind === "intent" && input.intent.kind === "doorIsShut" && at.canSayShut) {
    findSensorFaulty(turn, opening.compartmentNumber);
    return endLoading(turn, at, at.ending);
  }
  const ending = endingOf(input);
  if (ending === undefined) return;
  // A quick hand shut the door before the outcome was through: then the touch decides, for no change follows.
  if (isShutNow(turn, opening.compartmentNumber)) return endLoading(turn, at, ending);
  turn.go({ ...at, ending });
};

function endingOf(input: Input): "load" | "cancel" | undefined {
  if (input.kind !== "intent") return undefined;
  if (input.intent.kind === "cancel") return "cancel";
  return input.intent.kind === "confirmLoaded" ? "load" : undefined;
}

function endLoading(turn: Turn, at: AtStep<"loadingOpen">, ending: "load" | "cancel"): void {
  const { exchange, dossierId, opening } = at;
  if (ending === "cancel") return turn.go({ step: "loading", exchange });
  turn.do({ kind: "makePickupCode", dossierId });
  turn.go({ step: "loadingCode", exchange, dossierId, opening });
}

export const loadingCode: Handler<"loadingCode"> = (turn, at, input) => {
  if (input.kind === "restarted") return turn.do({ kind: "makePickupCode", dossierId: at.dossierId });
  if (input.kind === "pickupCodeMade" && input.dossierId === at.dossierId) finishLoading(turn, at, input);
};

function finishLoading(turn: Turn, at: AtStep<"loadingCode">, made: InputOf<"pickupCodeMade">): void {
  const { exchange, dossierId, opening } = at;
  const { compartmentNumber } = opening;
  turn.emit({
    type: "resultLoaded",
    payload: { ...byStaff(exchange), dossierId, compartmentNumber, pickup: made.credential },
  });
  const dossier = turn.world.register.get("dossier", dossierId);
  const phone = dossier && turn.world.personOf(dossier)?.phone;
  // Landlines take no text messages: whoever gave one comes with the receipt.
  if (phone !== undefined && isMobile(phone)) {
    const payload = { messageId: turn.id(), kind: "resultReady", dossierId } as const;
    turn.emit({ type: "messageQueued", payload, personal: { phone, pickupCode: made.code } });
  }
  turn.go({ step: "loading", exchange: { ...exchange, loaded: exchange.loaded + 1 } });
}
