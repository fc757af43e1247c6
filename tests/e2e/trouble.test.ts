import { afterEach, expect, test } from "vitest";
import { vi as words } from "#core/languages/vi/index.ts";
import { KioskBrowser } from "../support/browser/kioskBrowser.ts";
import { Actor, walk } from "../support/journey/actor.ts";
import { collectionSteps } from "../support/journey/collectionSteps.ts";
import { exchangeSteps } from "../support/journey/exchangeSteps.ts";
import { intakeSteps } from "../support/journey/intakeSteps.ts";
import { CollectionPages } from "../support/pages/collectionPages.ts";
import { IntakePages } from "../support/pages/intakePages.ts";
import { ScreenHand, say } from "../support/pages/screenHand.ts";
import { KioskRig, type RigOptions } from "../support/rig/kioskRig.ts";
import { kioskEvents, payloadsOf } from "../support/rig/logCheck.ts";
import { deskCode } from "../support/rig/rigConfig.ts";

const PROCEDURE = "Đăng ký thành lập hộ kinh doanh";
const TIMEOUT_MS = 180_000;

interface Kiosk {
  readonly rig: KioskRig;
  readonly browser: KioskBrowser;
  readonly hand: ScreenHand;
}

let kiosk: Kiosk | undefined;
afterEach(async () => {
  await kiosk?.browser.close();
  await kiosk?.rig.close();
  kiosk = undefined;
});

async function startKiosk(options: RigOptions = {}): Promise<Kiosk> {
  const rig = await KioskRig.start({ hasOffice: false, ...options });
  const browser = new KioskBrowser(rig);
  kiosk = { rig, browser, hand: new ScreenHand(browser) };
  return kiosk;
}

/** A page without a picture goes ahead, then the browser takes over. */
async function goAhead({ rig, browser, hand }: Kiosk, steps: Parameters<typeof walk>[1]): Promise<Actor> {
  await browser.open();
  // Its channel is open before the actor takes over: a page that came later would take it back.
  await hand.key(words.home.collection).waitFor();
  const actor = new Actor(rig, browser.cookie);
  await actor.comeToScreen();
  await actor.screen.waitFor("home", ({ isIntakePossible }) => isIntakePossible);
  await walk(actor, steps);
  actor.leave();
  await browser.open();
  return actor;
}

test(
  "a full cabinet says so before anything is typed",
  async () => {
    const { browser, hand, rig } = await startKiosk({ doors: 1 });
    await browser.open();
    await hand.key(words.home.intake).waitFor();
    await depositOnScreen({ rig, browser, hand });
    const unavailable = hand.key(`${words.home.intake}. ${words.obstacle.full}`);
    await unavailable.waitFor();
    expect(await unavailable.isDisabled()).toBe(true);
    expect(await hand.key(words.home.collection).isEnabled()).toBe(true);
  },
  TIMEOUT_MS,
);

test(
  "a printer without paper is known before the citizen commits",
  async () => {
    const { browser, hand, rig } = await startKiosk();
    await browser.open();
    await new IntakePages(hand).stateDossier(PROCEDURE);
    rig.scanner.show(deskCode("citizen"));
    await new IntakePages(hand).typePhone("0901234567");
    await rig.hands.control({ action: "breakPrinter", isPaperOut: true });
    await hand.touch(words.bag.noLabel);
    await hand.see(words.bag.notPrintedTitle);
    rig.scanner.show(deskCode("bagLabel"));
    const door = await new IntakePages(hand).offeredCompartment();
    await new IntakePages(hand).open(door);
    await hand.see(words.obstacle.title);
    await hand.read(words.obstacle.printer);
    expect(payloadsOf(kioskEvents(rig), "compartmentOpenRequested")).toEqual([]);
    await hand.touch(words.common.back);
    await hand.key(`${words.home.intake}. ${words.obstacle.printer}`).waitFor();
  },
  TIMEOUT_MS,
);

test(
  "a door that does not open leads to another compartment in the same visit, with a case number",
  async () => {
    const { browser, hand, rig } = await startKiosk();
    await browser.open();
    const intake = new IntakePages(hand);
    await intake.stateDossier(PROCEDURE);
    rig.scanner.show(deskCode("citizen"));
    await intake.typePhone("0901234567");
    rig.scanner.show(deskCode("bagLabel"));
    const failed = await intake.offeredCompartment();
    await rig.hands.jam(failed);
    await intake.open(failed);
    await hand.read(words.common.caseNumber);
    const [jam] = payloadsOf(kioskEvents(rig), "caseOpened");
    expect(jam).toMatchObject({ kind: "doorJammed", compartmentNumber: failed });
    const next = await hand.numberIn(say(words.jammed.titleNext, { failed, next: "{{next}}" }));
    expect(next).not.toBe(failed);
    await intake.open(next);
    await rig.hands.waitOpen(next);
    await rig.hands.putBag(next);
    await rig.hands.shut(next);
    await intake.takeReceipt();
    expect((await rig.hands.look(failed)).pulses).toBe(2);
    expect(payloadsOf(kioskEvents(rig), "dossierDeposited")).toMatchObject([{ compartmentNumber: next }]);
  },
  TIMEOUT_MS,
);

test(
  "wrong second values are counted, and the fifth locks the receipt",
  async () => {
    const started = await startKiosk();
    const { browser, hand, rig } = started;
    const { memory } = await goAhead(started, [...intakeSteps, ...exchangeSteps, ...collectionSteps.slice(0, 1)]);
    await browser.open();
    const collection = new CollectionPages(hand);
    for (const triesLeft of [4, 3, 2, 1]) {
      await collection.typeSecondValue("1111");
      await collection.seeWrong(triesLeft);
    }
    await collection.typeSecondValue("1111");
    await hand.see(words.locked.titleCredential);
    expect(payloadsOf(kioskEvents(rig), "credentialRejected")).toHaveLength(5);
    await hand.touch(words.common.home);
    rig.scanner.show(memory.receiptCode);
    await hand.see(words.locked.titleCredential);
  },
  TIMEOUT_MS,
);

/** A whole deposit on the screen, with a label on the bag. */
async function depositOnScreen({ rig, hand }: Kiosk): Promise<void> {
  const intake = new IntakePages(hand);
  await intake.stateDossier(PROCEDURE);
  rig.scanner.show(deskCode("citizen"));
  await intake.typePhone("0901234567");
  rig.scanner.show(deskCode("bagLabel"));
  const door = await intake.offeredCompartment();
  await intake.open(door);
  await rig.hands.waitOpen(door);
  await rig.hands.putBag(door);
  await rig.hands.shut(door);
  await intake.takeReceipt();
  await intake.rateAndGo(words.rating.satisfied);
}
