import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { CompartmentRecord } from "#core/register/records.ts";
import { compartmentOf, compartmentsOf } from "#core/register/register.ts";
import { isUnlockingBlocked } from "../choice.ts";
import type { Handler } from "../handler.ts";
import { isShutNow, requestOpening } from "../opening.ts";
import { closeCasesOfDoor } from "../returnToService.ts";
import type { AtStep, Exchange } from "../state.ts";
import type { Turn } from "../turn.ts";
import type { World } from "../world.ts";
import { byStaff, followStaffOpening, isShutting } from "./byStaff.ts";

/** Compartments of which nobody knows what is inside, or whether the result that was loaded is still there. */
export function uncheckedCompartments(world: World): CompartmentRecord[] {
  return compartmentsOf(world.register).filter(
    (c) => (c.contents.kind === "unchecked" || isResultInDoubt(c)) && c.outOfService === undefined,
  );
}

/**
 * A result whose door was open since it was loaded, or may have been, and which nobody said was taken: its owner may
 * have it all the same, and would never come again.
 */
function isResultInDoubt({ contents, request }: CompartmentRecord): boolean {
  const isPerhapsOpened = request?.outcome === "opened" || request?.outcome === "unresolved";
  return contents.kind === "result" && isPerhapsOpened && request.reason !== "loading";
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
      closeCasesOfDoor(turn, exchange.staffId, compartmentNumber);
      sayEmpty(turn, exchange, compartmentNumber);
      return afterLook(turn, at, { ...exchange, seenEmpty: exchange.seenEmpty + 1 });
    case "reportContents": {
      closeCasesOfDoor(turn, exchange.staffId, compartmentNumber);
      const dossierId = resultIn(turn, compartmentNumber);
      const about = dossierId === undefined ? { compartmentNumber } : { compartmentNumber, dossierId };
      const caseNumber = turn.openCase("unexpectedContents", about);
      turn.emit({ type: "unexpectedContentsFound", payload: { ...byStaff(exchange), caseNumber, ...about } });
      return afterLook(turn, at, exchange);
    }
    case "skipCompartment":
      return afterLook(turn, at, exchange);
    default:
      return;
  }
};

/** A result that is not where it was loaded is missing until staff know who has it. */
function sayEmpty(turn: Turn, exchange: Exchange, compartmentNumber: CompartmentNumber): void {
  const dossierId = resultIn(turn, compartmentNumber);
  if (dossierId === undefined) {
    turn.emit({ type: "compartmentSeenEmpty", payload: { compartmentNumber, ...byStaff(exchange) } });
    return;
  }
  const caseNumber = turn.openCase("dossierNotFound", { compartmentNumber, dossierId });
  turn.emit({ type: "dossierNotFound", payload: { ...byStaff(exchange), caseNumber, dossierId, compartmentNumber } });
}

/** The dossier whose result lies here as far as the log knows. */
function resultIn({ world }: Turn, compartmentNumber: CompartmentNumber): Id | undefined {
  const contents = compartmentOf(world.register, compartmentNumber)?.contents;
  return contents?.kind === "result" ? contents.dossierId : undefined;
}

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
