import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { Actor } from "../support/journey/actor.ts";
import { killAndRestart } from "../support/journey/restart.ts";
import { wanderThrough } from "../support/journey/wanderThrough.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import { expectSameRegisters, kioskRegister, waitForDrainedQueue } from "../support/rig/logCheck.ts";
import { seededRandom } from "../support/seededRandom.ts";

const IS_FULL = process.env.KIOSK_FULL === "1";
/** Journeys begin for so long, milliseconds: a quarter of a full run's time; one journey in an ordinary run. */
const BUDGET_MS = IS_FULL ? Number(process.env.KIOSK_MINUTES ?? 20) * 15_000 : 0;
/** Share of moves that end in a kill. */
const KILL_SHARE = IS_FULL ? 0.5 : 0.2;
/** Latest moment of a kill after a move, milliseconds: printing and unlocking take about that long. */
const LATEST_KILL_MS = 1_500;

let rig: KioskRig | undefined;
afterEach(() => rig?.close());

test(
  "killed at any moment, the kiosk loses nothing, opens nothing twice, and every journey comes to its end",
  async () => {
    rig = await KioskRig.start();
    const seed = Number(process.env.KIOSK_SEED ?? Date.now() % 1_000_000);
    console.log(`KIOSK_SEED=${seed}`);
    const random = seededRandom(seed);
    const actor = new Actor(rig);
    await actor.comeToScreen();
    await actor.screen.waitFor("home", ({ isIntakePossible }) => isIntakePossible);
    const endMs = performance.now() + BUDGET_MS;
    do {
      await wanderThrough(actor, async () => {
        if (random() >= KILL_SHARE) return false;
        // The fault itself is a moment drawn by the seed; nothing is awaited by it.
        await pause(random() * random() * LATEST_KILL_MS);
        await killAndRestart(actor);
        await expectNoHiddenBag(rig);
        return true;
      });
      await expectNoHiddenBag(rig);
    } while (performance.now() < endMs);
    await waitForDrainedQueue(rig);
    expectSameRegisters(rig);
  },
  BUDGET_MS + 300_000,
);

/** No compartment that holds a bag in truth counts as empty: nobody would ever look into it. */
async function expectNoHiddenBag(at: KioskRig | undefined): Promise<void> {
  if (at === undefined) return;
  for (const { compartmentNumber, contents } of kioskRegister(at).all("compartment")) {
    if (contents.kind !== "empty") continue;
    const { hasBag } = await at.hands.look(compartmentNumber);
    expect(hasBag, `a bag in compartment ${compartmentNumber}, which counts as empty`).toBe(false);
  }
}
