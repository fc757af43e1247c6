import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { KioskEvent } from "#core/events/event.ts";
import { vi as words } from "#core/languages/vi/index.ts";
import { KioskBrowser } from "../support/browser/kioskBrowser.ts";
import { breachesOf, placeBreaches } from "../support/invariants.ts";
import { Actor, walk } from "../support/journey/actor.ts";
import { intakeSteps } from "../support/journey/intakeSteps.ts";
import { ScreenHand, say } from "../support/pages/screenHand.ts";
import { TechnicianPages } from "../support/pages/technicianPages.ts";
import { runCtl } from "../support/rig/ctl.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import {
  expectNoSecondPulse,
  expectSoundLog,
  kioskEvents,
  kioskRegister,
  payloadsOf,
} from "../support/rig/logCheck.ts";
import { deskCode, deskPin } from "../support/rig/rigConfig.ts";
import { until } from "../support/until.ts";

const EMPTY = 21;
const CLERK = "Nguyễn Thị Lan";
const { door: doorWords, doorTest } = words.technician;

interface Kiosk {
  readonly rig: KioskRig;
  readonly browser: KioskBrowser;
  readonly hand: ScreenHand;
  readonly pages: TechnicianPages;
  /** Holds the deposit. */
  readonly occupied: number;
}

let rig: KioskRig | undefined;
let browser: KioskBrowser | undefined;
afterEach(async () => {
  await browser?.close();
  await rig?.close();
});

test("a technician opens, cycles and tests on the touch screen, alone and with a clerk, and leaves it in service", async () => {
  const kiosk = await kioskWithDeposit();
  await enter(kiosk);
  await openAndCycle(kiosk);
  await takeOutAndBack(kiosk);
  await openOccupied(kiosk);
  await refuseFromOutside(kiosk);
  await testDevices(kiosk);
  await saveTraceAndReport(kiosk);
  await kiosk.hand.touch(words.technician.leave);
  await kiosk.hand.key(words.home.intake).waitFor();
  expectHonestLog(kiosk);
  await expectNoSecondPulse(kiosk.rig);
  await expectOnlyAskedDoors(kiosk);
}, 240_000);

test("doors are evacuated by two people, and a controller that dies in the mode asks for the PIN again", async () => {
  const kiosk = await kioskWithDeposit(4);
  const { hand, pages, rig: running } = kiosk;
  await enter(kiosk);
  await hand.touch(words.technician.evacuate.key);
  await hand.touch(words.technician.evacuate.start);
  await hand.see(words.technician.second.title);
  running.scanner.show(deskCode("clerk"));
  await pages.approve(CLERK, deskPin("clerk"));
  await hand.see(words.technician.evacuation.doneTitle);
  for (const door of [1, 2, 3, 4]) expect((await running.hands.look(door)).pulses).toBeLessThanOrEqual(2);
  await hand.touch(words.technician.evacuation.finish);
  await pages.show("system");
  await running.killController();
  await running.startController();
  await kiosk.browser.open();
  await hand.key(words.home.collection).waitFor();
  const events = kioskEvents(running);
  expect(payloadsOf(events, "evacuationEnded")).toMatchObject([{ opened: expect.any(Array), failed: [] }]);
  const asked = payloadsOf(events, "compartmentOpenRequested").filter(({ reason }) => reason === "evacuation");
  expect(asked.map(({ compartmentNumber }) => compartmentNumber)[0]).toBe(kiosk.occupied);
  expect(new Set(asked.map(({ approvedBy }) => approvedBy))).toEqual(new Set([asked[0]?.approvedBy]));
  expect(asked[0]?.approvedBy).not.toBe(asked[0]?.staffId);
  expect(payloadsOf(events, "technicianModeLeft")).toMatchObject([{ reason: "restarted" }]);
  expect(breachesOf(loggedEvents(events))).toEqual([]);
  await expectNoSecondPulse(running);
}, 240_000);

/** A page without a picture hands a dossier in; then the browser takes over. */
async function kioskWithDeposit(doors?: number): Promise<Kiosk> {
  rig = await KioskRig.start({ hasOffice: false, ...(doors === undefined ? {} : { doors }) });
  browser = new KioskBrowser(rig);
  await browser.open();
  const hand = new ScreenHand(browser);
  // Its channel is open before the actor takes over: a page that came later would take it back.
  await hand.key(words.home.collection).waitFor();
  const actor = new Actor(rig, browser.cookie);
  await actor.comeToScreen();
  await actor.screen.waitFor("home", ({ isIntakePossible }) => isIntakePossible);
  await walk(actor, intakeSteps);
  actor.leave();
  await browser.open();
  return { rig, browser, hand, pages: new TechnicianPages(hand), occupied: actor.memory.compartmentNumber };
}

async function enter({ rig, hand, pages }: Kiosk): Promise<void> {
  await hand.key(words.home.collection).waitFor();
  rig.scanner.show(deskCode("technician"));
  const number = String(rig.config.kioskNumber).padStart(4, "0");
  await pages.enter({ name: "Trần Minh", pin: deskPin("technician"), number });
}

async function openAndCycle({ rig, hand, pages }: Kiosk): Promise<void> {
  await pages.choose(EMPTY);
  await hand.touch(say(doorWords.open, { door: EMPTY }));
  await rig.hands.waitOpen(EMPTY);
  await hand.read(say(doorTest.open, { door: EMPTY }));
  await rig.hands.shut(EMPTY);
  await hand.touch(doorTest.isEmpty);
  await hand.read(say(doorTest.done, { door: EMPTY }));
  await hand.touch(doorWords.cycle);
  await hand.touch(say(doorWords.round_other, { count: 3 }));
  for (const round of [1, 2, 3]) {
    await hand.read(say(doorTest.round, { round, rounds: 3 }));
    await rig.hands.waitOpen(EMPTY);
    await hand.read(say(doorTest.openCycle, { door: EMPTY }));
    await rig.hands.shut(EMPTY);
  }
  await hand.touch(doorTest.isEmpty);
  await hand.read(say(doorTest.doneCycle_other, { door: EMPTY, count: 3 }));
}

/** A reload in the middle shows the same page. */
async function takeOutAndBack({ hand, pages }: Kiosk): Promise<void> {
  await hand.touch(doorWords.takeOut);
  await hand.touch(words.serviceReason.cabling);
  await hand.key(doorWords.return).waitFor();
  await hand.page.reload();
  await pages.choose(EMPTY);
  await hand.touch(doorWords.return);
  await hand.touch(doorWords.sensorIsFaulty);
  await hand.touch(doorWords.sensorIsGood);
  await hand.key(doorWords.sensorIsFaulty).waitFor();
}

async function openOccupied({ rig, hand, pages, occupied }: Kiosk): Promise<void> {
  await pages.choose(occupied);
  await hand.touch(say(doorWords.openTwo, { door: occupied }));
  await hand.see(words.technician.second.title);
  rig.scanner.show(deskCode("technician"));
  await hand.read(words.problem.samePerson);
  rig.scanner.show(deskCode("clerk"));
  await pages.approve(CLERK, deskPin("clerk"));
  await rig.hands.waitOpen(occupied);
  await hand.read(say(doorTest.open, { door: occupied }));
  await rig.hands.shut(occupied);
  await hand.touch(doorTest.isInside);
}

/** While somebody works at the machine, nobody opens its doors over the network. */
async function refuseFromOutside({ rig }: Kiosk): Promise<void> {
  const lock = ["--port", join(rig.folder, "locks"), "--family", "kerong-cu16", "--address", "0", "--channel", "2"];
  const { status, err } = await runCtl(["open", ...lock, "--json"]);
  expect({ status, err }).toMatchObject({
    status: 1,
    err: expect.stringContaining("A technician works at the machine"),
  });
}

async function testDevices({ rig, hand, pages }: Kiosk): Promise<void> {
  const { testKey, kind } = words.devices;
  await pages.show("devices");
  await hand.touch(kind.printer);
  const papers = await rig.hands.paperCount();
  await hand.touch(testKey.printer);
  await hand.read(words.devices.ask.printer);
  expect(await rig.hands.paperCount()).toBe(papers + 1);
  await hand.touch(words.technician.notice.good);
  for (const device of [`${kind.lockBoard} A`, kind.camera, kind.ups, kind.safetyInputs, `${kind.scanner} front`]) {
    await hand.touch(device);
    expect(await pages.labelsWithoutWords(), device).toEqual([]);
  }
  await hand.touch(testKey.scanner);
  await hand.read(words.devices.testDo.scanner);
  rig.scanner.show(deskCode("bagLabel"));
  await hand.key(testKey.scanner).waitFor();
  await waitForTests(rig, 2);
  expect(await pages.labelsWithoutWords()).toEqual([]);
  await pages.show("system");
  await hand.touch(`${words.system.check}: ${words.system.database}`);
  await waitForTests(rig, 3);
}

async function waitForTests(rig: KioskRig, count: number): Promise<void> {
  await until(() => payloadsOf(kioskEvents(rig), "deviceTested").length === count, { what: `${count} stored tests` });
}

async function saveTraceAndReport({ rig, hand, pages }: Kiosk): Promise<void> {
  const filesIn = (folder: string) => {
    const path = join(rig.folder, "kiosk", folder);
    return readdirSync(path).map((name) => readFileSync(join(path, name)));
  };
  await hand.touch(words.system.save);
  await hand.page.getByText(/^Đã lưu report-.*\.pdf\.$/).waitFor();
  expect(filesIn("reports").map((file) => file.subarray(0, 5).toString())).toEqual(["%PDF-"]);
  await hand.touch(words.system.print);
  await hand.read(words.technician.notice.paperPrinted);
  await pages.show("wires");
  await hand.read("status board 0");
  await hand.touch(words.wires.save);
  await hand.page.getByText(/^Đã lưu trace-.*\.json\.$/).waitFor();
  expect(JSON.parse(String(filesIn("traces")[0])).frames).not.toEqual([]);
}

function expectHonestLog({ rig, occupied, browser }: Kiosk): void {
  const events = kioskEvents(rig);
  expect(payloadsOf(events, "technicianModeEntered")).toHaveLength(1);
  expect(payloadsOf(events, "technicianModeLeft")).toMatchObject([{ reason: "asked" }]);
  const asked = payloadsOf(events, "compartmentOpenRequested").filter(({ reason }) => reason === "maintenance");
  expect(asked.map(({ compartmentNumber }) => compartmentNumber)).toEqual([EMPTY, EMPTY, EMPTY, EMPTY, occupied]);
  expect(asked.slice(0, 4).filter(({ approvedBy }) => approvedBy !== undefined)).toEqual([]);
  expect(asked[4]).toMatchObject({ approvedBy: expect.any(String) });
  expect(asked[4]?.approvedBy).not.toBe(asked[4]?.staffId);
  expect(payloadsOf(events, "doorCycled")).toMatchObject([
    { compartmentNumber: EMPTY, rounds: 3, opened: 3, failed: 0 },
  ]);
  expect(payloadsOf(events, "deviceTested")).toMatchObject([
    { test: { kind: "printer" }, outcome: "passed" },
    { test: { kind: "scanner", name: "front" }, outcome: "passed" },
    { test: { kind: "database" }, outcome: "passed" },
  ]);
  expect(payloadsOf(events, "doorSensorDeclared")).toMatchObject([{ isFaulty: true }, { isFaulty: false }]);
  expect(breachesOf(loggedEvents(events))).toEqual([]);
  expect(placeBreaches(kioskRegister(rig))).toEqual([]);
  expectSoundLog(rig);
  expect(browser.faults).toEqual([]);
}

/** What the kiosk wrote itself is as the contract says. */
function loggedEvents(events: ReturnType<typeof kioskEvents>): KioskEvent[] {
  return events.map(
    ({ type, seq, atMs, payload }) => ({ type, seq, atMs, payload: JSON.parse(payload) }) as KioskEvent,
  );
}

/** Every lock that moved stands in the log, and no other one moved. */
async function expectOnlyAskedDoors({ rig, occupied }: Kiosk): Promise<void> {
  for (let door = 1; door <= 24; door += 1) {
    const { pulses, isOpen } = await rig.hands.look(door);
    expect(isOpen, `door ${door} is shut`).toBe(false);
    expect(pulses > 0, `pulses of door ${door}`).toBe(door === EMPTY || door === occupied);
  }
}
