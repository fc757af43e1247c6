import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { HardwareProfile } from "#core/domain/hardwareProfile.ts";
import { vi as words } from "#core/languages/vi/index.ts";
import { KioskBrowser } from "../support/browser/kioskBrowser.ts";
import { IntakePages } from "../support/pages/intakePages.ts";
import { ScreenHand, say } from "../support/pages/screenHand.ts";
import { WizardPages } from "../support/pages/wizardPages.ts";
import { expectSoundLog, kioskEvents, payloadsOf } from "../support/rig/logCheck.ts";
import { NewMachine } from "../support/rig/newMachine.ts";
import { deskCode, deskPin } from "../support/rig/rigConfig.ts";

let machine: NewMachine | undefined;
let browser: KioskBrowser | undefined;
afterEach(async () => {
  await browser?.close();
  await machine?.close();
});

/** Numbers on the doors: the left column's board is found first. */
const LEFT = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const RIGHT = [9, 10, 11, 12] as const;

test("a technician connects two unknown boards on the screen, and a citizen's dossier lies behind one of their doors", async () => {
  machine = await NewMachine.start();
  browser = new KioskBrowser(machine);
  const hand = new ScreenHand(browser);
  await browser.open();
  await hand.read(words.obstacle.notCommissioned);
  expect(await machine.hands.doors()).toEqual([...LEFT, ...RIGHT]);

  await learnBoards(machine, hand);
  await nameDoors(machine, hand);
  await hand.key(words.home.intake).and(hand.page.locator(":enabled")).waitFor();
  expectTrueProfile(machine);

  const door = await deposit(machine, hand);
  expect(machine.hands.opened).toEqual([5, 1, 9, ...LEFT, ...RIGHT, door]);
  expect(payloadsOf(kioskEvents(machine), "compartmentOpenRequested")).toMatchObject([{ compartmentNumber: door }]);
  expectSoundLog(machine);
  expect(browser.faults).toEqual([]);
}, 240_000);

/** Finds both boards and lets each learn from its first door, after a door that somebody left open was shut. */
async function learnBoards({ hands }: NewMachine, hand: ScreenHand): Promise<void> {
  const wizard = new WizardPages(hand);
  hands.hold(deskCode("technician"));
  await wizard.enter(deskPin("technician"));
  await wizard.search(2);
  await wizard.confirmAllShut();
  await hand.read(say(words.commissioning.calibrating.title, { board: "A" }));
  await hands.forceOpen(5);
  await wizard.openToLearn("A", 1);
  await wizard.seeRefusal("doorsNotShut");
  await hands.pushShut(5);
  await wizard.openToLearn("A", 1);
  await wizard.seeWaitingForShutDoor();
  await hands.pushShut(1);
  await wizard.openToLearn("B", 1);
  await wizard.seeWaitingForShutDoor();
  await hands.pushShut(9);
}

/** Opens channel after channel, names the door that springs open, and saves. */
async function nameDoors({ hands }: NewMachine, hand: ScreenHand): Promise<void> {
  const wizard = new WizardPages(hand);
  for (const door of LEFT) {
    await wizard.openToName("A", door);
    await hands.waitOpen(door);
    if (door === 2) {
      await wizard.openAgain(2);
      await wizard.seeRefusal("doorsNotShut");
    }
    await hands.pushShut(door);
    await wizard.name(door, door === 5 ? { size: "L" } : {});
  }
  await wizard.leaveRest("A", 16);
  for (const [index, door] of RIGHT.entries()) {
    await wizard.openToName("B", index + 1);
    await hands.waitOpen(door);
    await hands.pushShut(door);
    await wizard.name(door, index === 0 ? { columnsFurther: 2, size: "XL" } : {});
  }
  await wizard.leaveRest("B", 8);
  await wizard.save(LEFT.length + RIGHT.length);
}

/** What was learned is what stands in `config/new-machine.json`. */
function expectTrueProfile({ profilePath }: NewMachine): void {
  const { wires, cabinet } = HardwareProfile.parse(JSON.parse(readFileSync(profilePath, "utf8")));
  const [left, right] = wires;
  expect(left).toMatchObject({ path: "simulator:left", baudRate: 9_600 });
  expect(left?.boards).toMatchObject([
    { name: "A", family: "xor8a", address: 2, feedback: "opening", byteOrder: "firstByteFirst" },
  ]);
  expect(right).toMatchObject({ path: "simulator:right", baudRate: 19_200 });
  expect(right?.boards).toMatchObject([{ name: "B", family: "kerong-cu12", address: 1, feedback: "closing" }]);
  const columns = cabinet.modules.map((module) =>
    module.kind === "screen"
      ? "screen"
      : module.doors.map((d) => [d.compartmentNumber, d.board, d.channel, d.heightMm]),
  );
  expect(columns).toEqual([
    LEFT.map((door) => [door, "A", door, door < 5 ? 180 : 240]),
    "screen",
    RIGHT.map((door, index) => [door, "B", index + 1, 360]),
  ]);
}

/** Hands a dossier in; returns the compartment that took it. */
async function deposit({ hands }: NewMachine, hand: ScreenHand): Promise<number> {
  const intake = new IntakePages(hand);
  await intake.stateDossier("Đăng ký thành lập hộ kinh doanh");
  hands.hold(deskCode("citizen"));
  await intake.typePhone("0901234567");
  hands.hold(deskCode("bagLabel"));
  const door = await intake.offeredCompartment();
  await intake.open(door);
  await hands.waitOpen(door);
  await intake.seeOpen(door);
  await hands.putBag(door);
  await hands.pushShut(door);
  await intake.takeReceipt();
  return door;
}
