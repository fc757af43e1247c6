import { expect } from "vitest";
import type { ScreenName } from "#core/contract/screen.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { expectNoSecondPulse, expectSoundLog, kioskEvents } from "../rig/logCheck.ts";
import { deskPin } from "../rig/rigConfig.ts";
import type { Actor } from "./actor.ts";

/**
 * Kills the controller, starts it again and comes back to the screen. Nothing may be lost, nothing opened twice.
 * `meanwhile`: what people and devices do while no program runs.
 */
export async function killAndRestart(actor: Actor, meanwhile: () => Promise<void> = async () => {}): Promise<void> {
  const { rig } = actor;
  const screenBefore = actor.screen.snapshot.screen.name;
  await rig.killController();
  const before = kioskEvents(rig);
  expectSoundLog(rig);
  await meanwhile();
  await rig.startController();
  await actor.comeToScreen();
  // In the middle of an exchange the clerk's PIN is asked for again before anything else can happen.
  if (actor.screen.snapshot.screen.name === "pin" && screenBefore !== "pin") await givePinAgain(actor);
  expectNothingLost(before, kioskEvents(rig));
  expectSoundLog(rig);
  await expectNoSecondPulse(rig);
}

async function givePinAgain({ screen }: Actor): Promise<void> {
  screen.touch({ kind: "enterPin", pin: deskPin("clerk") });
  await screen.waitUntil(({ screen: shown }) => shown.name !== "pin", "the exchange after the PIN");
}

/** Kills after a step that is done; the same screen must come back. */
export async function killAtScreen(actor: Actor, screen: ScreenName): Promise<void> {
  await killAndRestart(actor);
  expect(actor.screen.snapshot.screen.name).toBe(screen);
}

/** The log only ever grows: every event that was there is there still, unchanged and in its place. */
function expectNothingLost(before: readonly StoredEvent[], after: readonly StoredEvent[]): void {
  const hashes = (events: readonly StoredEvent[]) => events.map(({ hash }) => hash);
  expect(hashes(after).slice(0, before.length)).toEqual(hashes(before));
}
