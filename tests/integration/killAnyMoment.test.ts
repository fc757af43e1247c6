import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { fullRunMinutes, isFullRun } from "../support/fullRun.ts";
import { Actor } from "../support/journey/actor.ts";
import { killAndRestart } from "../support/journey/restart.ts";
import { wanderThrough } from "../support/journey/wanderThrough.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import { expectSameRegisters, kioskRegister, waitForDrainedQueue } from "../support/rig/logCheck.ts";
import { seededRandom } from "../support/seededRandom.ts";

/** Kills in one run; a full run ends earlier where its share of the time is over, a third. */
const KILLS = isFullRun ? 500 : 50;
const BUDGET_MS = isFullRun ? fullRunMinutes * 20_000 : Number.POSITIVE_INFINITY;
/** Share of moves that end in a kill. */
const KILL_SHARE = 0.6;
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
    let kills = 0;
    const isEnough = (): boolean => kills >= KILLS || performance.now() > endMs;
    do {
      await wanderThrough(actor, async () => {
        if (isEnough() || random() >= KILL_SHARE) return false;
        // The fault itself is a moment drawn by the seed; nothing is awaited by it.
        await pause(random() * random() * LATEST_KILL_MS);
        await killAndRestart(actor);
        kills += 1;
        await expectNoHiddenBag(rig);
        return true;
      });
      await expectNoHiddenBag(rig);
    } while (!isEnough());
    console.log(`kills: ${kills}, each followed by a restart and all checks`);
    await waitForDrainedQueue(rig);
    expectSameRegisters(rig);
  },
  isFullRun ? BUDGET_MS + 600_000 : 600_000,
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
