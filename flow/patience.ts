import { closeExchange } from "./clerk/exchange.ts";
import { leaveCollection } from "./collection/door.ts";
import { leaveDeposit } from "./intake/door.ts";
import type { At } from "./state.ts";
import type { Turn } from "./turn.ts";
import type { Timing } from "./world.ts";

/** How long a step waits for the person before it warns, milliseconds; undefined: it waits for a device, or for nobody. */
export function patienceMs(at: At, timing: Timing): number | undefined {
  switch (at.step) {
    case "home":
    case "depositOpening":
    case "collectionOpening":
    case "emptyingOpening":
    case "loadingOpening":
    case "loadingCode":
      return undefined;
    case "thanks":
    case "exchangeDone":
      return timing.farewellMs;
    case "depositOpen":
    case "collectionOpen":
      return timing.doorPatienceMs;
    default:
      return "exchange" in at ? timing.clerkPatienceMs : timing.patienceMs;
  }
}

/** True for a step that ends without a warning: nothing of the person would be lost. */
export function endsQuietly(at: At): boolean {
  return at.step === "thanks" || at.step === "exchangeDone";
}

/** The person is gone: what was begun is brought to an honest end, then the idle screen. */
export function leave(turn: Turn): void {
  const { at } = turn;
  switch (at.step) {
    case "depositOpen":
    case "depositCheck":
      return leaveDeposit(turn, at);
    case "collectionOpen":
    case "collectionConfirm":
      return leaveCollection(turn, at);
    case "exchangeDone":
      return turn.goHome();
    default:
      if ("exchange" in at) closeExchange(turn, at.exchange);
      turn.goHome();
  }
}
