import type { Id } from "#core/domain/ids.ts";
import { classifyScan } from "#core/domain/scannedCode.ts";
import type { DossierRecord } from "#core/register/records.ts";
import { awaitsLook, findDossier } from "#core/register/register.ts";
import { collectionObstacle, credentialLockedUntilMs, isUnlockingBlocked, machineLockedUntilMs } from "../choice.ts";
import type { Handler } from "../handler.ts";
import { requestOpening } from "../opening.ts";
import { scanProblem } from "../scans.ts";
import type { Turn } from "../turn.ts";

/** Showing the receipt or typing the pickup code: the first of two things that a collection needs. */
export const credential: Handler<"credential"> = (turn, at, input) => {
  switch (input.kind) {
    case "scan":
      return takeReceipt(turn, input.text);
    case "pickupCodeChecked": {
      if (!at.isChecking) return;
      if (input.dossierId !== undefined) return accept(turn, input.dossierId);
      if (reject(turn, "pickupCode", input.candidateId)) return;
      return turn.go({ step: "credential", isChecking: false, problem: "codeWrong" });
    }
    case "restarted":
      return turn.go({ step: "credential", isChecking: false });
    case "intent":
      if (input.intent.kind === "back") return turn.goHome();
      if (input.intent.kind !== "enterPickupCode" || at.isChecking) return;
      if (isLocked(turn, undefined)) return;
      turn.do({ kind: "checkPickupCode", code: input.intent.code });
      return turn.go({ step: "credential", isChecking: true });
    default:
      return;
  }
};

/** Reads a receipt's QR; the signature is checked here, without a network. */
export function takeReceipt(turn: Turn, text: string): void {
  const code = classifyScan(text);
  const wrong = (problem: Parameters<typeof scanProblem>[1]) =>
    turn.go({ step: "credential", isChecking: false, problem: scanProblem(code, problem) });
  if (code.kind !== "receiptToken") return wrong("notAReceipt");
  const tokenHash = turn.world.tokenHashOf(code.token);
  const dossier =
    tokenHash === undefined ? undefined : findDossier(turn.world.register, (d) => d.tokenHash === tokenHash);
  if (dossier === undefined) return wrong("tokenNotValid");
  accept(turn, dossier.dossierId);
}

function accept(turn: Turn, dossierId: Id): void {
  const dossier = turn.world.register.get("dossier", dossierId);
  if (dossier === undefined || !isResultHere(turn, dossier)) return turn.go({ step: "notReady", dossierId });
  const obstacle = collectionObstacle(turn.world);
  // Of a silent board the person hears at the door: it may answer by then.
  if (obstacle !== undefined && obstacle !== "boards") return turn.go({ step: "collectionClosed", obstacle });
  if (isLocked(turn, dossierId)) return;
  turn.go({ step: "secondValue", dossierId });
}

/** The second value: what no paper shows. Right: the door is asked for in the same step. */
export const secondValue: Handler<"secondValue"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  if (input.intent.kind === "back") return turn.go({ step: "credential", isChecking: false });
  if (input.intent.kind !== "enterSecondValue") return;
  const { dossierId } = at;
  const dossier = turn.world.register.get("dossier", dossierId);
  if (dossier === undefined || !isResultHere(turn, dossier)) return turn.go({ step: "notReady", dossierId });
  if (isLocked(turn, dossierId)) return;
  if (!turn.world.isSecondValue(dossier, input.intent.digits)) {
    if (reject(turn, "secondValue", dossierId)) return;
    return turn.go({ step: "secondValue", dossierId, problem: "secondValueWrong" });
  }
  openResult(turn, dossier);
};

/** Asks for the door of a result for its entitled recipient. */
export function openResult(turn: Turn, dossier: DossierRecord): void {
  const { place, dossierId } = dossier;
  if (place.kind !== "compartment" || !isResultHere(turn, dossier)) return turn.go({ step: "notReady", dossierId });
  if (isUnlockingBlocked(turn.world)) return turn.go({ step: "collectionClosed", obstacle: "alarm" });
  const opening = requestOpening(turn, { compartmentNumber: place.compartmentNumber, reason: "collection", dossierId });
  turn.go({ step: "collectionOpening", dossierId, opening, openings: 1 });
}

export const collectionClosed: Handler<"collectionClosed"> = leaveOnTouch;

export const collectionLocked: Handler<"collectionLocked"> = leaveOnTouch;

export const notReady: Handler<"notReady"> = leaveOnTouch;

function leaveOnTouch(turn: Turn, _at: unknown, input: Parameters<Handler<"notReady">>[2]): void {
  if (input.kind === "intent" && (input.intent.kind === "finish" || input.intent.kind === "back")) turn.goHome();
}

/** In its compartment, and nobody carried it out of there in an evacuation. */
function isResultHere({ world }: Turn, { place }: DossierRecord): boolean {
  return place.kind === "compartment" && place.content === "result" && !awaitsLook(world.register, place);
}

/**
 * A wrong try counts for the dossier and for the machine, durably, before anybody sees the answer. True where it was the
 * last one: then the lock screen is shown.
 */
function reject(turn: Turn, what: "pickupCode" | "secondValue", dossierId: Id | undefined): boolean {
  const about = dossierId === undefined ? {} : { dossierId };
  turn.emit({ type: "credentialRejected", payload: { visitId: turn.visit.visitId, what, ...about } });
  return isLocked(turn, dossierId, [turn.world.nowMs]);
}

/** Shows the lock screen where this dossier or this machine is locked, tries of this step included; true where it did. */
function isLocked(turn: Turn, dossierId: Id | undefined, triesMs: readonly number[] = []): boolean {
  const { register, nowMs } = turn.world;
  const known = dossierId === undefined ? undefined : register.get("dossier", dossierId);
  const rejectionsMs = [...(known?.rejectionsMs ?? []), ...triesMs];
  const credentialUntilMs = known && credentialLockedUntilMs({ rejectionsMs }, nowMs);
  const machineUntilMs = machineLockedUntilMs(turn.world, triesMs);
  const untilMs = machineUntilMs ?? credentialUntilMs;
  if (untilMs === undefined) return false;
  turn.go({ step: "collectionLocked", who: machineUntilMs === undefined ? "credential" : "machine", untilMs });
  return true;
}
