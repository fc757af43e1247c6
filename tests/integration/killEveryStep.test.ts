import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Actor, type JourneyStep, takeStep } from "../support/journey/actor.ts";
import { collectionSteps, lookupSteps } from "../support/journey/collectionSteps.ts";
import { exchangeSteps } from "../support/journey/exchangeSteps.ts";
import { intakeSteps } from "../support/journey/intakeSteps.ts";
import { killAtScreen } from "../support/journey/restart.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import {
  expectSameRegisters,
  kioskEvents,
  kioskRegister,
  payloadsOf,
  waitForDrainedQueue,
} from "../support/rig/logCheck.ts";

const VISIT_TIMEOUT_MS = 180_000;

describe("the controller is killed after every step of the journey and started again", () => {
  let actor: Actor;

  beforeAll(async () => {
    actor = new Actor(await KioskRig.start());
    await actor.comeToScreen();
    await actor.screen.waitFor("home", ({ isIntakePossible }) => isIntakePossible);
  }, VISIT_TIMEOUT_MS);

  afterAll(() => actor?.rig.close());

  async function killAtEach(steps: readonly JourneyStep[]): Promise<void> {
    for (const step of steps) {
      await takeStep(actor, step);
      await killAtScreen(actor, step.screen);
    }
  }

  test(
    "the citizen hands in the dossier all the same",
    async () => {
      await killAtEach(intakeSteps);
      const [dossier] = kioskRegister(actor.rig).all("dossier");
      expect(dossier).toMatchObject({ dossierCount: 2, place: { kind: "compartment", content: "deposit" } });
    },
    VISIT_TIMEOUT_MS,
  );

  test(
    "the clerk empties and loads all the same",
    async () => {
      await killAtEach(exchangeSteps);
      const [dossier] = kioskRegister(actor.rig).all("dossier");
      expect(dossier).toMatchObject({ place: { kind: "compartment", content: "result" } });
    },
    VISIT_TIMEOUT_MS,
  );

  test(
    "the citizen collects all the same, and the back office has the whole log",
    async () => {
      await killAtEach([...collectionSteps, ...lookupSteps]);
      const events = kioskEvents(actor.rig);
      for (const type of ["dossierDeposited", "dossierTakenOver", "resultLoaded", "resultCollected"] as const)
        expect(payloadsOf(events, type), type).toHaveLength(1);
      expect([...kioskRegister(actor.rig).all("dossier")]).toMatchObject([{ place: { kind: "collected" } }]);
      await waitForDrainedQueue(actor.rig);
      expectSameRegisters(actor.rig);
    },
    VISIT_TIMEOUT_MS,
  );
});
