import type { ScreenName } from "#core/contract/screen.ts";
import type { CabinetHands } from "../rig/cabinetHands.ts";
import type { KioskRig } from "../rig/kioskRig.ts";
import { redeemLaunch, ScreenClient } from "../rig/screenClient.ts";
import type { SerialHand } from "../rig/serialHand.ts";

/** What people remember from one step to the next. */
export interface Memory {
  /** The compartment of the door that they stand before. */
  compartmentNumber: number;
  /** The text in the QR of the receipt that they took with them. */
  receiptCode: string;
  ticket: string;
}

/** What a step of a journey needs of a kiosk and of whoever stands before it. */
export interface Walker {
  readonly rig: {
    readonly hands: Pick<CabinetHands, "look" | "waitOpen" | "putBag" | "takeBag" | "shut" | "newestPaper">;
    readonly scanner: Pick<SerialHand, "show">;
  };
  readonly screen: Pick<ScreenClient, "touch" | "waitFor">;
  readonly memory: Memory;
}

/** Whoever stands at the kiosk: their view of the screen, their hands, their memory. */
export class Actor implements Walker {
  readonly rig: KioskRig;
  readonly memory: Memory = { compartmentNumber: 0, receiptCode: "", ticket: "" };
  #screen: ScreenClient | undefined;
  #cookie: string | undefined;

  /** `cookie`: of a page that was let in before; without it the launch code is used up. */
  constructor(rig: KioskRig, cookie?: string) {
    this.rig = rig;
    this.#cookie = cookie;
  }

  get screen(): ScreenClient {
    if (this.#screen === undefined) throw new Error("The actor has not come to the screen yet.");
    return this.#screen;
  }

  /** Opens the page, or loads it anew: its cookie outlives the controller. */
  async comeToScreen(): Promise<void> {
    this.#screen?.close();
    const { launchUrl } = this.rig;
    this.#cookie ??= await redeemLaunch(launchUrl);
    this.#screen = await ScreenClient.comeBack(new URL(launchUrl).origin, this.#cookie);
    await this.#screen.waitUntil(() => true, "the first snapshot");
  }

  leave(): void {
    this.#screen?.close();
  }
}

/** One step of a journey. */
export interface JourneyStep {
  /** What is done, in words. */
  readonly title: string;
  /** The screen that it leads to. */
  readonly screen: ScreenName;
  /** Does it and waits until it is done in truth. */
  act(walker: Walker): Promise<void>;
}

/** Walks through steps, one after the other. */
export async function walk(actor: Actor, steps: readonly JourneyStep[]): Promise<void> {
  for (const step of steps) await takeStep(actor, step);
}

/** Does one step; an error says in which it was. */
export async function takeStep(actor: Actor, step: JourneyStep): Promise<void> {
  try {
    await step.act(actor);
    await actor.screen.waitFor(step.screen);
  } catch (error) {
    const log = actor.rig.controllerLog.slice(-8).join("\n");
    throw new Error(`"${step.title}" did not work. The controller's log ends with:\n${log}`, { cause: error });
  }
}
