import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { DeviceTest } from "#core/contract/technician.ts";
import { Actor, walk } from "../support/journey/actor.ts";
import { intakeSteps } from "../support/journey/intakeSteps.ts";
import { killAndRestart } from "../support/journey/restart.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import { expectSoundLog, kioskEvents, payloadsOf } from "../support/rig/logCheck.ts";
import { deskCode, deskPin } from "../support/rig/rigConfig.ts";

let rig: KioskRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

async function actorAtKiosk(): Promise<Actor> {
  rig = await KioskRig.start();
  const actor = new Actor(rig);
  await actor.comeToScreen();
  await actor.screen.waitFor("home", ({ isIntakePossible }) => isIntakePossible);
  return actor;
}

async function enterMode({ rig: kiosk, screen }: Actor): Promise<void> {
  await kiosk.scanner.show(deskCode("technician"));
  await screen.waitFor("pin");
  screen.touch({ kind: "enterPin", pin: deskPin("technician") });
  await screen.waitFor("technicianEntering");
  screen.touch({ kind: "acknowledgeTechnicianMode" });
  await screen.waitFor("technician");
}

async function runTest({ screen }: Actor, wanted: DeviceTest): Promise<string> {
  screen.touch({ kind: "runTest", test: wanted });
  const { lastResult } = await screen.waitFor(
    "technician",
    (shown) => shown.running === undefined && shown.lastResult?.test.kind === wanted.kind,
  );
  return lastResult?.outcome ?? "none";
}

test("a technician opens a door on real wires, watches it live, tests devices and saves trace and report", async () => {
  const actor = await actorAtKiosk();
  const { screen } = actor;
  await enterMode(actor);
  screen.touch({ kind: "openDoor", compartmentNumber: 2 });
  await screen.waitFor("technician", ({ door }) => door?.phase === "open");
  await screen.waitUntil(() => doorIn(screen.views.at(-1), 2) === "open", "the open door in the live view");
  await actor.rig.hands.shut(2);
  await screen.waitFor("technician", ({ door }) => door?.asks === "isEmpty");
  screen.touch({ kind: "confirmEmpty" });
  await screen.waitFor("technician", ({ door }) => door?.phase === "done");
  const [board = ""] = screen.views.at(-1)?.boards.map((one) => one.board) ?? [];
  expect(await runTest(actor, { kind: "lockBoard", board })).toBe("passed");
  for (const kind of ["database", "network", "clock"] as const) expect(await runTest(actor, { kind })).toBe("passed");
  for (const kind of ["saveTrace", "saveReport"] as const) {
    screen.touch({ kind });
    const what = kind === "saveTrace" ? "trace" : "report";
    await screen.waitFor("technician", ({ saving }) => saving?.what === what && saving.state === "saved");
  }
  const folder = (name: string) => join(actor.rig.folder, "kiosk", name);
  const [trace = ""] = readdirSync(folder("traces"));
  expect(JSON.parse(readFileSync(join(folder("traces"), trace), "utf8")).frames.length).toBeGreaterThan(0);
  expect(readdirSync(folder("reports"))).toHaveLength(1);
  screen.touch({ kind: "leaveTechnicianMode" });
  await screen.waitFor("home", ({ isIntakePossible }) => isIntakePossible);
  const events = kioskEvents(actor.rig);
  expect(payloadsOf(events, "deviceTested")).toHaveLength(4);
  expect(payloadsOf(events, "technicianModeLeft")).toMatchObject([{ reason: "asked" }]);
  expectSoundLog(actor.rig);
}, 120_000);

test("a deposit's door opens for technician and clerk together, and a power cut ends the mode without a pulse", async () => {
  const actor = await actorAtKiosk();
  await walk(actor, intakeSteps);
  await actor.screen.waitFor("home");
  const { compartmentNumber } = actor.memory;
  await enterMode(actor);
  actor.screen.touch({ kind: "openDoor", compartmentNumber });
  await actor.screen.waitFor("secondPerson", ({ ask }) => ask === "card");
  await actor.rig.scanner.show(deskCode("clerk"));
  await actor.screen.waitFor("secondPerson", ({ ask }) => ask === "pin");
  actor.screen.touch({ kind: "enterPin", pin: deskPin("clerk") });
  await actor.screen.waitFor("technician", ({ door }) => door?.phase === "open");
  await killAndRestart(actor);
  await actor.screen.waitFor("home");
  const events = kioskEvents(actor.rig);
  expect(payloadsOf(events, "technicianModeLeft")).toMatchObject([{ reason: "restarted" }]);
  const asked = payloadsOf(events, "compartmentOpenRequested").filter(({ reason }) => reason === "maintenance");
  expect(asked).toMatchObject([{ compartmentNumber }]);
  expect(asked[0]?.approvedBy).not.toBe(asked[0]?.staffId);
  expect(payloadsOf(events, "caseOpened")).toMatchObject([{ kind: "doorLeftOpen", compartmentNumber }]);
}, 120_000);

function doorIn(view: Actor["screen"]["views"][number] | undefined, compartmentNumber: number): string | undefined {
  return view?.doors.find((door) => door.compartmentNumber === compartmentNumber)?.reading.door;
}
