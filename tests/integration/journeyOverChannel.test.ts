import { afterEach, expect, test } from "vitest";
import { Actor, walk } from "../support/journey/actor.ts";
import { collectionSteps, lookupSteps } from "../support/journey/collectionSteps.ts";
import { exchangeSteps } from "../support/journey/exchangeSteps.ts";
import { intakeSteps } from "../support/journey/intakeSteps.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import {
  expectNoSecondPulse,
  expectSameRegisters,
  expectSoundLog,
  kioskEvents,
  kioskRegister,
  payloadsOf,
  waitForDrainedQueue,
} from "../support/rig/logCheck.ts";

let rig: KioskRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

async function actorAtKiosk(options: Parameters<typeof KioskRig.start>[0] = {}): Promise<Actor> {
  rig = await KioskRig.start(options);
  const actor = new Actor(rig);
  await actor.comeToScreen();
  await actor.screen.waitFor("home", ({ isIntakePossible }) => isIntakePossible);
  return actor;
}

test("a dossier is handed in, exchanged and collected over real wires, with the network cut in the middle", async () => {
  const actor = await actorAtKiosk();
  await actor.screen.waitUntil(({ network }) => network === "online", "the network");

  await walk(actor, intakeSteps.slice(0, 8));
  await actor.rig.network.cut();
  await walk(actor, intakeSteps.slice(8));
  await walk(actor, exchangeSteps);
  await actor.screen.waitUntil(({ network }) => network === "offline", "word that the network is gone");
  await walk(actor, collectionSteps);
  await actor.rig.network.restore();
  await walk(actor, lookupSteps);

  const events = kioskEvents(actor.rig);
  expect(payloadsOf(events, "discrepancyFound")).toMatchObject([{ declaredDossierCount: 2, dossierCount: 1 }]);
  expect(payloadsOf(events, "resultCollected")).toMatchObject([{ isVerified: true, confirmedBy: "person" }]);
  expect(payloadsOf(events, "visitRated")).toHaveLength(2);
  expect([...kioskRegister(actor.rig).all("dossier")]).toMatchObject([{ place: { kind: "collected" } }]);
  await waitForDrainedQueue(actor.rig);
  expectSoundLog(actor.rig);
  expectSameRegisters(actor.rig);
  await expectNoSecondPulse(actor.rig);
}, 180_000);

test("a kiosk whose back office was never reached works, and its log arrives later", async () => {
  const actor = await actorAtKiosk({ hasOffice: false });
  await walk(actor, intakeSteps);
  await walk(actor, exchangeSteps);
  await walk(actor, collectionSteps);
  await actor.rig.startOffice();
  await waitForDrainedQueue(actor.rig);
  expectSameRegisters(actor.rig);
}, 240_000);
