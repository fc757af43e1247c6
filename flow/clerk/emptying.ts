import { countDifferences } from "#core/domain/paperCount.ts";
import type { DossierRecord } from "#core/register/records.ts";
import { compartmentOf } from "#core/register/register.ts";
import { isUnlockingBlocked } from "../choice.ts";
import type { Handler } from "../handler.ts";
import { setCount } from "../intake/papers.ts";
import { isShutNow, requestOpening } from "../opening.ts";
import { noteLooked } from "../returnToService.ts";
import type { AtStep, Exchange } from "../state.ts";
import type { Turn } from "../turn.ts";
import type { World } from "../world.ts";
import { byStaff, followStaffOpening, isShutting, passOver } from "./byStaff.ts";

/** Deposits that wait for a clerk, the nearest legal deadline first. */
export function waitingDeposits(world: World): DossierRecord[] {
  return [...world.register.all("dossier")].filter(isWaiting).sort(byDeadline);
}

function isWaiting({ place }: DossierRecord): boolean {
  return place.kind === "compartment" && place.content === "deposit";
}

function byDeadline(a: DossierRecord, b: DossierRecord): number {
  const day = (d: DossierRecord) => d.times?.dueDate ?? "9999-12-31";
  // Tickets are numbered in order; the clock may have been wrong.
  return day(a).localeCompare(day(b)) || (a.ticket ?? "").localeCompare(b.ticket ?? "");
}

/** Opens the next deposit's door, or goes back to the list when none is left that can be opened. */
export function openNextDeposit(turn: Turn, exchange: Exchange, except?: string): void {
  if (isUnlockingBlocked(turn.world)) return turn.go({ step: "clerkHome", exchange, problem: "doorsBlocked" });
  const next = waitingDeposits(turn.world).find(
    (d) => d.dossierId !== except && !exchange.passedOver.includes(d.dossierId) && canBeOpened(turn.world, d),
  );
  if (next?.place.kind !== "compartment") return turn.go({ step: "clerkHome", exchange });
  const { dossierId, place } = next;
  const wish = {
    compartmentNumber: place.compartmentNumber,
    reason: "emptying",
    dossierId,
    staffId: exchange.staffId,
  } as const;
  turn.go({ step: "emptyingOpening", exchange, dossierId, opening: requestOpening(turn, wish) });
}

function canBeOpened(world: World, { place }: DossierRecord): boolean {
  if (place.kind !== "compartment") return false;
  const reason = compartmentOf(world.register, place.compartmentNumber)?.outOfService?.reason;
  // Taking it out is how staff look into a compartment of which a restored log does not know what became of it.
  return (reason === undefined || reason === "restored") && world.isBoardOnline(place.compartmentNumber);
}

export const emptyingOpening: Handler<"emptyingOpening"> = (turn, at, input) => {
  const { exchange, opening, dossierId } = at;
  const result = followStaffOpening(turn, input, { exchange, opening, reason: "emptying", dossierId });
  if (result?.kind === "tryingAgain") return turn.go({ ...at, opening: result.opening });
  const dossier = turn.world.register.get("dossier", dossierId);
  if (result?.kind !== "opened" || dossier === undefined) return;
  const { counts, dossierCount } = dossier;
  const isDoorOpen = !isShutNow(turn, opening.compartmentNumber);
  turn.go({ step: "emptyingCount", exchange, dossierId, opening, counts, dossierCount, isDoorOpen });
};

/** The clerk counts; the count is held against the citizen's. */
export const emptyingCount: Handler<"emptyingCount"> = (turn, at, input) => {
  if (input.kind === "restarted") return turn.go({ ...at, isDoorOpen: !isShutNow(turn, at.opening.compartmentNumber) });
  if (isShutting(input, at.opening.compartmentNumber)) return turn.go({ ...at, isDoorOpen: false });
  if (input.kind !== "intent") return;
  const { intent } = input;
  switch (intent.kind) {
    case "setCount":
      return turn.go({ ...at, counts: setCount(at.counts, intent.count) });
    case "setDossierCount":
      return turn.go({ ...at, dossierCount: intent.dossierCount });
    case "confirmCounted":
      return holdAgainst(turn, at);
    case "reportMissing":
      return reportMissing(turn, at);
    case "skipCompartment":
      return closeThenNext(turn, at, passOver(at.exchange, at.dossierId));
    default:
      return;
  }
};

/** A difference becomes a record before anything else can be done. */
function holdAgainst(turn: Turn, at: AtStep<"emptyingCount">): void {
  const { exchange, dossierId, opening, counts, dossierCount, isDoorOpen } = at;
  const dossier = turn.world.register.get("dossier", dossierId);
  if (dossier === undefined) return;
  const declared = { papers: [...dossier.counts], dossiers: dossier.dossierCount };
  const differences = countDifferences(declared, { papers: [...counts], dossiers: dossierCount });
  if (differences.length === 0) return takeOver(turn, at);
  const { compartmentNumber } = opening;
  const caseNumber = at.caseNumber ?? turn.openCase("discrepancy", { compartmentNumber, dossierId });
  turn.emit({
    type: "discrepancyFound",
    payload: {
      ...byStaff(exchange),
      caseNumber,
      dossierId,
      compartmentNumber,
      declaredCounts: declared.papers,
      declaredDossierCount: declared.dossiers,
      counts: [...counts],
      dossierCount,
    },
  });
  turn.go({ step: "discrepancy", exchange, dossierId, opening, counts, dossierCount, isDoorOpen, caseNumber });
}

export const discrepancy: Handler<"discrepancy"> = (turn, at, input) => {
  if (input.kind === "restarted") return turn.go({ ...at, isDoorOpen: !isShutNow(turn, at.opening.compartmentNumber) });
  if (isShutting(input, at.opening.compartmentNumber)) return turn.go({ ...at, isDoorOpen: false });
  if (input.kind !== "intent") return;
  if (input.intent.kind === "countAgain" || input.intent.kind === "back")
    return turn.go({ ...at, step: "emptyingCount" });
  if (input.intent.kind === "acceptDiscrepancy") takeOver(turn, at);
};

/** The hand-over: the dossier is with the clerk, the compartment was seen empty by them. */
function takeOver(turn: Turn, at: AtStep<"emptyingCount"> | AtStep<"discrepancy">): void {
  const { exchange, dossierId, opening, counts, dossierCount } = at;
  const { compartmentNumber } = opening;
  const payload = { ...byStaff(exchange), dossierId, compartmentNumber, counts: [...counts], dossierCount };
  turn.emit({ type: "dossierTakenOver", payload });
  noteLooked(turn, exchange.staffId, compartmentNumber);
  const after = { ...exchange, takenOver: exchange.takenOver + 1 };
  closeThenNext(turn, at, after);
}

/** The next door opens when this one is shut; at once where it is shut already. */
function closeThenNext(turn: Turn, at: AtStep<"emptyingCount"> | AtStep<"discrepancy">, exchange: Exchange): void {
  if (at.isDoorOpen) return turn.go({ step: "emptyingClose", exchange, opening: at.opening });
  openNextDeposit(turn, exchange, at.dossierId);
}

function reportMissing(turn: Turn, at: AtStep<"emptyingCount">): void {
  const { exchange, dossierId, opening } = at;
  const { compartmentNumber } = opening;
  const caseNumber = turn.openCase("dossierNotFound", { compartmentNumber, dossierId });
  turn.emit({ type: "dossierNotFound", payload: { ...byStaff(exchange), caseNumber, dossierId, compartmentNumber } });
  noteLooked(turn, exchange.staffId, compartmentNumber);
  closeThenNext(turn, at, exchange);
}

/** One door at a time: the next opens when this one is shut. */
export const emptyingClose: Handler<"emptyingClose"> = (turn, at, input) => {
  const isShut = isShutting(input, at.opening.compartmentNumber);
  const wasShut = input.kind === "restarted" && isShutNow(turn, at.opening.compartmentNumber);
  if (isShut || wasShut) openNextDeposit(turn, at.exchange);
  if (input.kind === "intent" && input.intent.kind === "back") turn.go({ step: "clerkHome", exchange: at.exchange });
};

export const clerkDoorFailed: Handler<"clerkDoorFailed"> = (turn, at, input) => {
  if (input.kind !== "intent" || (input.intent.kind !== "finish" && input.intent.kind !== "back")) return;
  if (at.during === "emptying") return openNextDeposit(turn, at.exchange);
  turn.go({ step: at.during === "loading" ? "loading" : "clerkHome", exchange: at.exchange });
};
