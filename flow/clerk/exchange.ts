import type { Handler } from "../handler.ts";
import { findByCode } from "../lookup.ts";
import { returnToService } from "../returnToService.ts";
import type { Exchange } from "../state.ts";
import { askSecondPerson } from "../technician/secondPerson.ts";
import type { Turn } from "../turn.ts";
import { byStaff } from "./byStaff.ts";
import { openNextDeposit } from "./emptying.ts";
import { openNextUnchecked } from "./inspecting.ts";

/** The clerk's list: what to empty, what to look into, what to load. */
export const clerkHome: Handler<"clerkHome"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { exchange } = at;
  const { intent } = input;
  switch (intent.kind) {
    case "startEmptying":
      return openNextDeposit(turn, { ...exchange, passedOver: [] });
    case "startInspection":
      return openNextUnchecked(turn, exchange, []);
    case "startLoading":
      return turn.go({ step: "loading", exchange });
    case "returnToService":
      returnToService(turn, exchange.staffId, intent.compartmentNumber);
      return turn.go({ step: "clerkHome", exchange });
    case "unlockCredential": {
      const dossier = findByCode(turn.world, intent.ticket);
      if (!dossier) return turn.go({ ...at, problem: "ticketNotFound" });
      turn.emit({ type: "credentialUnlocked", payload: { ...byStaff(exchange), dossierId: dossier.dossierId } });
      return turn.go({ step: "clerkHome", exchange });
    }
    case "startEvacuation":
      return askSecondPerson(turn, { exchange }, { purpose: "evacuation" });
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
