import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { CompartmentRecord } from "#core/register/records.ts";
import { compartmentsOf } from "#core/register/register.ts";
import { isUnlockingBlocked } from "../choice.ts";
import type { Handler } from "../handler.ts";
import { isShutNow, requestOpening } from "../opening.ts";
import type { AtStep, Exchange } from "../state.ts";
import type { Turn } from "../turn.ts";
import type { World } from "../world.ts";
import { byStaff, followStaffOpening, isShutting } from "./byStaff.ts";

/** Compartments of which nobody knows what is inside. */
export function uncheckedCompartments(world: World): CompartmentRecord[] {
  return compartmentsOf(world.register).filter((c) => c.contents.kind === "unchecked" && c.outOfService === undefined);
}

/** Opens the next unchecked compartment, or goes back to the list when none is left. */
export function openNextUnchecked(turn: Turn, exchange: Exchange, skipped: readonly CompartmentNumber[]): void {
  if (isUnlockingBlocked(turn.world)) return turn.go({ step: "clerkHome", exchange, problem: "doorsBlocked" });
  const next = uncheckedCompartments(turn.world).find(
    (c) => !skipped.includes(c.compartmentNumber) && turn.world.isBoardOnline(c.compartmentNumber),
  );
  if (next === undefined) return turn.go({ step: "clerkHome", exchange });
  const wish = { compartmentNumber: next.compartmentNumber, reason: "inspection", staffId: exchange.staffId } as const;
  turn.go({ step: "inspecting", exchange, opening: requestOpening(turn, wish), isOpen: false, skipped });
}

export const inspecting: Handler<"inspecting"> = (turn, at, input) => {
  const { exchange, opening, isOpen } = at;
  const { compartmentNumber } = opening;
  if (!isOpen) {
    const result = followStaffOpening(turn, input, { exchange, opening, reason: "inspection" });
    if (result?.kind === "tryingAgain") turn.go({ ...at, opening: result.opening });
    if (result?.kind === "opened") turn.go({ ...at, isOpen: true });
    return;
  }
  if (input.kind !== "intent") return;
  switch (input.intent.kind) {
    case "confirmEmpty":
      turn.emit({ type: "compartmentSeenEmpty", payload: { compartmentNumber, ...byStaff(exchange) } });
      return afterLook(turn, at, { ...exchange, seenEmpty: exchange.seenEmpty + 1 });
    case "reportContents": {
      const caseNumber = turn.openCase("unexpectedContents", { compartmentNumber });
      turn.emit({ type: "unexpectedContentsFound", payload: { ...byStaff(exchange), caseNumber, compartmentNumber } });
      return afterLook(turn, at, exchange);
    }
    case "skipCompartment":
      return afterLook(turn, at, exchange);
    default:
      return;
  }
};

function afterLook(turn: Turn, at: AtStep<"inspecting">, exchange: Exchange): void {
  const { opening } = at;
  const skipped = [...at.skipped, opening.compartmentNumber];
  if (isShutNow(turn, opening.compartmentNumber)) return openNextUnchecked(turn, exchange, skipped);
  turn.go({ step: "inspectingClose", exchange, opening, skipped });
}

export const inspectingClose: Handler<"inspectingClose"> = (turn, at, input) => {
  const isShut = isShutting(input, at.opening.compartmentNumber);
  const wasShut = input.kind === "restarted" && isShutNow(turn, at.opening.compartmentNumber);
  if (isShut || wasShut) openNextUnchecked(turn, at.exchange, at.skipped);
  if (input.kind === "intent" && input.intent.kind === "back") turn.go({ step: "clerkHome", exchange: at.exchange });
};
