import { closeExchange } from "./clerk/exchange.ts";
import { leaveCollection } from "./collection/door.ts";
import { leaveDeposit } from "./intake/door.ts";
import { isSensorInDoubt } from "./opening.ts";
import { type AskedBy, type At, defaultPreferences, type Exchange, type Visit } from "./state.ts";
import { endEvacuation } from "./technician/evacuation.ts";
import { leaveMode, sayLeft } from "./technician/mode.ts";
import type { Turn } from "./turn.ts";
import type { Timing } from "./world.ts";

/** How long a step waits for the person before it warns, milliseconds; undefined: it waits for a device, or for nobody. */
export function patienceMs({ at, preferences }: Pick<Visit, "at" | "preferences">, timing: Timing): number | undefined {
  switch (at.step) {
    case "home":
      // A language that somebody chose and left behind is taken back for the next person.
      return preferences === defaultPreferences ? undefined : timing.patienceMs;
    case "depositOpening":
    case "collectionOpening":
    case "emptyingOpening":
    case "loadingOpening":
    case "technicianOpening":
    case "evacuationOpening":
      return undefined;
    case "inspecting":
      return at.isOpen ? timing.clerkPatienceMs : undefined;
    case "thanks":
    case "exchangeDone":
      return timing.farewellMs;
    case "depositOpen":
    case "collectionOpen":
      return timing.doorPatienceMs;
    default:
      return "exchange" in at || isInMode(at) ? timing.clerkPatienceMs : timing.patienceMs;
  }
}

/** True for a step that ends without a warning: nothing of the person would be lost. */
export function endsQuietly(at: At): boolean {
  return at.step === "home" || at.step === "thanks" || at.step === "exchangeDone";
}

/** The person is gone: what was begun is brought to an honest end, then the idle screen. */
export function leave(turn: Turn, reason: "inactive" | "restarted" = "inactive"): void {
  const { at } = turn;
  switch (at.step) {
    case "secondPerson":
      return leaveAsker(turn, at.by, reason);
    case "evacuationOpening":
      endEvacuation(turn, at.evacuation);
      return leaveAsker(turn, at.evacuation.by, reason);
    case "evacuationDone":
      return leaveAsker(turn, at.evacuation.by, reason);
    case "depositOpen":
    case "depositCheck":
      return leaveDeposit(turn, at);
    case "collectionOpen":
    case "collectionConfirm":
      return leaveCollection(turn, at);
    case "exchangeDone":
      return turn.goHome();
    case "pin":
      if (at.resume === undefined) return turn.goHome();
      turn.go(at.resume);
      return leave(turn);
    default:
      if ("bench" in at) return leaveMode(turn, at, reason);
      if ("exchange" in at) leaveExchange(turn, at);
      turn.goHome();
  }
}

/** Ends what the person was in who asked for a second one, or for an evacuation. */
function leaveAsker(turn: Turn, by: AskedBy, reason: "inactive" | "restarted"): void {
  if ("technician" in by) sayLeft(turn, by.technician.staffId, { reason });
  else closeExchange(turn, by.exchange);
  turn.goHome();
}

function isInMode(at: At): boolean {
  return "bench" in at || at.step === "secondPerson" || at.step === "evacuationDone";
}

/** A clerk who leaves with a door open leaves a case, and no dossier is put in there until staff have looked. */
function leaveExchange(turn: Turn, at: Extract<At, { readonly exchange: Exchange }>): void {
  const compartmentNumber = "opening" in at ? at.opening.compartmentNumber : undefined;
  const isSeenOpen =
    compartmentNumber !== undefined &&
    turn.world.doorOf(compartmentNumber).door === "open" &&
    !isSensorInDoubt(turn, compartmentNumber);
  if (isSeenOpen) {
    const caseNumber = turn.openCase("doorLeftOpen", { compartmentNumber });
    const payload = { compartmentNumber, reason: "doorLeftOpen", caseNumber } as const;
    turn.emit({ type: "compartmentTakenOutOfService", payload });
  }
  // A result lies, or may lie, behind a shut door that no code opens: staff look where nothing is known to be.
  const isWanted = at.step === "loadingCode" || (at.step === "loadingOpen" && at.ending === "load" && !isSeenOpen);
  if (isWanted) {
    const kind = at.step === "loadingCode" ? "unexpectedContents" : "outcomeUnknown";
    turn.openCase(kind, { compartmentNumber: at.opening.compartmentNumber, dossierId: at.dossierId });
  }
  closeExchange(turn, at.exchange);
}
