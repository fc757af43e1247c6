import type { CaseKind } from "#core/events/eventParts.ts";
import { openCases } from "#core/register/register.ts";
import type { Handler } from "../handler.ts";
import { findByCode } from "../lookup.ts";
import type { Exchange } from "../state.ts";
import type { Turn } from "../turn.ts";
import { byStaff } from "./byStaff.ts";
import { openNextDeposit } from "./emptying.ts";
import { openNextUnchecked } from "./inspecting.ts";

/** The clerk's list: what to empty, what to look into, what to load. */
export const clerkHome: Handler<"clerkHome"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { exchange } = at;
  const isClerk = exchange.role === "clerk";
  const { intent } = input;
  switch (intent.kind) {
    case "startEmptying":
      return isClerk
        ? openNextDeposit(turn, { ...exchange, passedOver: [] })
        : turn.go({ ...at, problem: "staffOnly" });
    case "startInspection":
      return openNextUnchecked(turn, exchange, []);
    case "startLoading":
      return turn.go(isClerk ? { step: "loading", exchange } : { ...at, problem: "staffOnly" });
    case "returnToService":
      return returnToService(turn, exchange, intent.compartmentNumber);
    case "unlockCredential": {
      const dossier = findByCode(turn.world, intent.ticket);
      if (!dossier || !isClerk) return turn.go({ ...at, problem: isClerk ? "ticketNotFound" : "staffOnly" });
      turn.emit({ type: "credentialUnlocked", payload: { ...byStaff(exchange), dossierId: dossier.dossierId } });
      return turn.go({ step: "clerkHome", exchange });
    }
    case "finishExchange":
      return closeExchange(turn, exchange);
    default:
      return;
  }
};

export const exchangeDone: Handler<"exchangeDone"> = (turn, _at, input) => {
  if (input.kind === "intent" && (input.intent.kind === "finish" || input.intent.kind === "back")) turn.goHome();
};

/** Ends the exchange: what the clerk took out goes to the counter with them. */
export function closeExchange(turn: Turn, exchange: Exchange): void {
  for (const { dossierId, place } of turn.world.register.all("dossier")) {
    const isHeld = place.kind === "withClerk" && place.staffId === exchange.staffId;
    if (isHeld) turn.emit({ type: "dossierHandedToCounter", payload: { ...byStaff(exchange), dossierId } });
  }
  const { takenOver, loaded, seenEmpty } = exchange;
  turn.emit({ type: "exchangeClosed", payload: { ...byStaff(exchange), takenOver, loaded, seenEmpty } });
  turn.go({ step: "exchangeDone", exchange });
}

function returnToService(turn: Turn, exchange: Exchange, compartmentNumber: number): void {
  const compartment = turn.world.register.get("compartment", String(compartmentNumber));
  if (compartment?.outOfService === undefined) return;
  const { staffId } = exchange;
  turn.emit({ type: "compartmentReturnedToService", payload: { compartmentNumber, staffId } });
  const isAboutLock = new Set<CaseKind>([
    "doorJammed",
    "outcomeUnknown",
    "doorForced",
    "doorLeftOpen",
    "trouble",
    "boardSilent",
  ]);
  for (const open of openCases(turn.world.register)) {
    if (open.compartmentNumber !== compartmentNumber || !isAboutLock.has(open.kind)) continue;
    turn.emit({ type: "caseClosed", payload: { caseNumber: open.caseNumber, staffId } });
  }
  turn.go({ step: "clerkHome", exchange });
}
