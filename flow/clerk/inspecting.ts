import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { CompartmentRecord, DossierRecord } from "#core/register/records.ts";
import { compartmentOf, compartmentsOf, findDossier } from "#core/register/register.ts";
import { isUnlockingBlocked } from "../choice.ts";
import type { Handler } from "../handler.ts";
import { isShutNow, requestOpening } from "../opening.ts";
import { noteLooked } from "../returnToService.ts";
import type { AtStep, Exchange } from "../state.ts";
import type { Turn } from "../turn.ts";
import type { World } from "../world.ts";
import { byStaff, followStaffOpening, isShutting } from "./byStaff.ts";

/**
 * Compartments into which somebody must look: nobody knows what is inside or whether the result that was loaded is still
 * there, or a restored log does not know what became of it since. Deposits are looked at when they are taken out.
 */
export function uncheckedCompartments(world: World): CompartmentRecord[] {
  return compartmentsOf(world.register).filter((compartment) => {
    const { contents, outOfService } = compartment;
    if (outOfService?.reason === "restored") return contents.kind !== "deposit";
    return (contents.kind === "unchecked" || isResultInDoubt(compartment)) && outOfService === undefined;
  });
}

/**
 * A result whose door was open since it was loaded or looked at, or may have been, and which nobody said was taken: its
 * owner may have it all the same, and would never come again.
 */
function isResultInDoubt({ contents, request }: CompartmentRecord): boolean {
  const isPerhapsOpened = request?.outcome === "opened" || request?.outcome === "unresolved";
  return contents.kind === "result" && isPerhapsOpened && !["loading", "inspection"].includes(request.reason);
}

/** The result that lies in this compartment as far as the log knows. */
export function expectedResult({ register }: World, compartmentNumber: CompartmentNumber): DossierRecord | undefined {
  const contents = compartmentOf(register, compartmentNumber)?.contents;
  return contents?.kind === "result" ? register.get("dossier", contents.dossierId) : undefined;
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
    case "confirmBagInside":
      if (expectedResult(turn.world, compartmentNumber) === undefined) return;
      noteLooked(turn, exchange.staffId, compartmentNumber);
      return afterLook(turn, at, exchange);
    case "confirmEmpty":
      if (!noteResultGone(turn, at))
        turn.emit({ type: "compartmentSeenEmpty", payload: { compartmentNumber, ...byStaff(exchange) } });
      noteLooked(turn, exchange.staffId, compartmentNumber);
      return afterLook(turn, at, { ...exchange, seenEmpty: exchange.seenEmpty + 1 });
    case "reportContents": {
      noteResultGone(turn, at);
      const dossierId = unconfirmedIn(turn, compartmentNumber);
      const about = dossierId === undefined ? { compartmentNumber } : { compartmentNumber, dossierId };
      const caseNumber = turn.openCase("unexpectedContents", about);
      turn.emit({ type: "unexpectedContentsFound", payload: { ...byStaff(exchange), caseNumber, ...about } });
      noteLooked(turn, exchange.staffId, compartmentNumber);
      return afterLook(turn, at, exchange);
    }
    case "skipCompartment":
      return afterLook(turn, at, exchange);
    default:
      return;
  }
};

/** True where a result should lie here and does not: collected all the same, or lost. A person finds out which. */
function noteResultGone(turn: Turn, { exchange, opening }: AtStep<"inspecting">): boolean {
  const { compartmentNumber } = opening;
  const dossierId = expectedResult(turn.world, compartmentNumber)?.dossierId;
  if (dossierId === undefined) return false;
  const caseNumber = turn.openCase("dossierNotFound", { compartmentNumber, dossierId });
  turn.emit({ type: "dossierNotFound", payload: { ...byStaff(exchange), caseNumber, dossierId, compartmentNumber } });
  return true;
}

/** The result that counts as collected from here though nobody said that they took it: what is found now. */
function unconfirmedIn({ world }: Turn, compartmentNumber: CompartmentNumber): Id | undefined {
  const found = findDossier(
    world.register,
    ({ place }) => place.kind === "collected" && place.unconfirmedIn === compartmentNumber,
  );
  return found?.dossierId;
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
