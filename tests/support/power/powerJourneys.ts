import type { JourneyStep } from "../journey/actor.ts";
import { collectionSteps, lookupSteps } from "../journey/collectionSteps.ts";
import { exchangeSteps } from "../journey/exchangeSteps.ts";
import { intakeSteps } from "../journey/intakeSteps.ts";
import { deskCode, deskPin } from "../rig/rigConfig.ts";
import type { OutsideNote } from "./outside.ts";
import { lockOf } from "./powerKiosk.ts";
import type { PowerWalker } from "./powerWalker.ts";

/** One act of somebody before the kiosk, or of the kiosk itself. */
export interface PowerJourney {
  readonly name: string;
  walk(walker: PowerWalker, note: (what: OutsideNote) => void): Promise<void>;
}

const FORCED = 3;
const MAINTAINED = 2;

const signIn = (who: "clerk" | "technician"): readonly JourneyStep[] => [
  { title: "shows the card", screen: "pin", act: async ({ rig }) => rig.scanner.show(deskCode(who)) },
  {
    title: "types the PIN of the card",
    screen: who === "clerk" ? "clerkHome" : "technicianEntering",
    act: async ({ screen }) => screen.touch({ kind: "enterPin", pin: deskPin(who) }),
  },
];

const inspectionSteps: readonly JourneyStep[] = [
  ...signIn("clerk"),
  {
    title: "looks into the forced compartment",
    screen: "inspecting",
    act: async ({ rig, screen }) => {
      screen.touch({ kind: "returnToService", compartmentNumber: FORCED });
      screen.touch({ kind: "startInspection" });
      await rig.hands.waitOpen(FORCED);
      await screen.waitFor("inspecting");
    },
  },
  {
    title: "finds it empty",
    screen: "inspectingClose",
    act: async ({ screen }) => screen.touch({ kind: "confirmEmpty" }),
  },
  { title: "shuts it", screen: "clerkHome", act: ({ rig }) => rig.hands.shut(FORCED) },
  {
    title: "ends the exchange",
    screen: "exchangeDone",
    act: async ({ screen }) => screen.touch({ kind: "finishExchange" }),
  },
  { title: "goes away", screen: "home", act: async ({ screen }) => screen.touch({ kind: "finish" }) },
];

const technicianSteps: readonly JourneyStep[] = [
  ...signIn("technician"),
  {
    title: "enters the mode",
    screen: "technician",
    act: async ({ screen }) => screen.touch({ kind: "acknowledgeTechnicianMode" }),
  },
  {
    title: "opens a door",
    screen: "technician",
    act: async ({ rig, screen }) => {
      screen.touch({ kind: "openDoor", compartmentNumber: MAINTAINED });
      await screen.waitFor("technician", ({ door }) => door?.phase === "open");
      await rig.hands.shut(MAINTAINED);
      await screen.waitFor("technician", ({ door }) => door?.asks === "isEmpty");
    },
  },
  {
    title: "says that it is empty",
    screen: "technician",
    act: async ({ screen }) => {
      screen.touch({ kind: "confirmEmpty" });
      await screen.waitFor("technician", ({ door }) => door?.phase === "done");
    },
  },
  {
    title: "leaves the mode",
    screen: "home",
    act: async ({ screen }) => screen.touch({ kind: "leaveTechnicianMode" }),
  },
];

const walking = (name: string, steps: readonly JourneyStep[]): PowerJourney => ({
  name,
  walk: (walker) => walker.walk(steps),
});

export const deposit = walking("deposit", intakeSteps);
export const exchange = walking("exchange", exchangeSteps);
export const collection = walking("collection", [...collectionSteps, ...lookupSteps]);
export const technician = walking("technician", technicianSteps);

/** Somebody forces a door; a clerk looks what is behind it. */
export const inspection: PowerJourney = {
  name: "inspection",
  walk: async (walker) => {
    const { cabinet } = walker.kiosk.desk;
    cabinet.forceDoor(lockOf(FORCED));
    await walker.kiosk.clock.advance(5_000);
    cabinet.shutDoor(lockOf(FORCED));
    await walker.kiosk.clock.advance(5_000);
    await walker.walk(inspectionSteps);
  },
};

/** A door that jams, and then the depositor gives up. */
export const jam: PowerJourney = {
  name: "jam",
  walk: async (walker) => {
    const until = intakeSteps.findIndex(({ title }) => title === "opens the compartment");
    await walker.walk(intakeSteps.slice(0, until));
    const { compartmentNumber } = await walker.screen.waitFor("depositReady");
    const { cabinet } = walker.kiosk.desk;
    cabinet.breakCompartment(lockOf(compartmentNumber), { isJammed: true });
    walker.screen.touch({ kind: "openCompartment" });
    await walker.screen.waitFor("depositJammed");
    cabinet.repair();
    walker.screen.touch({ kind: "stopWithSlip" });
    await walker.screen.waitFor("depositStopped");
    await walker.kiosk.clock.advance(30_000);
    walker.screen.touch({ kind: "finish" });
    await walker.screen.waitFor("home");
  },
};

/** Staff give a dossier its code at the back office, and the kiosk hears of it. */
export const syncing: PowerJourney = {
  name: "sync",
  walk: async ({ kiosk, office }) => {
    for (const { dossierId, officialCode } of [...kiosk.store.log.register.all("dossier")])
      if (officialCode === undefined)
        await office.assignOfficialCode(dossierId, `H29.1-261120-${dossierId.slice(0, 4)}`);
    await kiosk.clock.advance(60_000);
  },
};

/** The end of retention: the keys of dossiers that left are destroyed. */
export const retention: PowerJourney = {
  name: "retention",
  walk: async ({ kiosk }, note) => {
    for (const { dossierId, place } of kiosk.store.log.register.all("dossier")) {
      if (place.kind !== "collected") continue;
      note({ kind: "key", dossierId, isGone: false });
      kiosk.store.keys.destroyDossierKeys([dossierId]);
      note({ kind: "key", dossierId, isGone: true });
    }
  },
};
