import { afterEach, expect, test } from "vitest";
import { vi as words } from "#core/languages/vi/index.ts";
import { KioskBrowser } from "../support/browser/kioskBrowser.ts";
import { ClerkPages } from "../support/pages/clerkPages.ts";
import { CollectionPages } from "../support/pages/collectionPages.ts";
import { IntakePages } from "../support/pages/intakePages.ts";
import { ScreenHand } from "../support/pages/screenHand.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import {
  expectNoSecondPulse,
  expectSameRegisters,
  expectSoundLog,
  kioskEvents,
  payloadsOf,
  waitForDrainedQueue,
} from "../support/rig/logCheck.ts";
import { codeOnPaper } from "../support/rig/paperCode.ts";
import { deskCode, deskPin } from "../support/rig/rigConfig.ts";

let rig: KioskRig | undefined;
let browser: KioskBrowser | undefined;
afterEach(async () => {
  await browser?.close();
  await rig?.close();
});

test("a dossier is handed in, exchanged and collected on the touch screen, reloaded at every step", async () => {
  rig = await KioskRig.start();
  browser = new KioskBrowser(rig);
  const kiosk: Kiosk = { rig, browser, hand: new ScreenHand(browser, { reloads: true }) };

  const receiptCode = await handIn(kiosk);
  await exchange(kiosk, receiptCode);
  await collect(kiosk, receiptCode);

  const events = kioskEvents(rig);
  expect(payloadsOf(events, "discrepancyFound")).toMatchObject([{ declaredDossierCount: 2, dossierCount: 1 }]);
  expect(payloadsOf(events, "resultCollected")).toMatchObject([{ isVerified: true, confirmedBy: "person" }]);
  await rig.network.restore();
  await waitForDrainedQueue(rig);
  expectSoundLog(rig);
  expectSameRegisters(rig);
  await expectNoSecondPulse(rig);
  expect(browser.faults).toEqual([]);
}, 300_000);

interface Kiosk {
  readonly rig: KioskRig;
  readonly browser: KioskBrowser;
  readonly hand: ScreenHand;
}

/** Returns the text of the receipt's QR, read from the printed paper. */
async function handIn({ rig, browser, hand }: Kiosk): Promise<string> {
  const intake = new IntakePages(hand);
  await browser.open();
  await intake.stateDossier("Đăng ký thành lập hộ kinh doanh");
  await browser.open(deskCode("citizen"));
  await intake.typePhone("0901234567");
  await rig.network.cut();
  const door = await intake.printBagSlip();
  await intake.open(door);
  await rig.hands.waitOpen(door);
  await intake.seeOpen(door);
  await rig.hands.putBag(door);
  await rig.hands.shut(door);
  await intake.takeReceipt();
  await intake.rateAndGo(words.rating.verySatisfied);
  return codeOnPaper(await rig.hands.newestPaper());
}

async function exchange({ rig, hand }: Kiosk, receiptCode: string): Promise<void> {
  const clerk = new ClerkPages(hand);
  await hand.key(words.home.intake).waitFor();
  rig.scanner.show(deskCode("clerk"));
  await clerk.signIn("Nguyễn Thị Lan", deskPin("clerk"));
  await clerk.startEmptying(1);
  const [deposit] = payloadsOf(kioskEvents(rig), "dossierDeposited");
  const emptied = Number(deposit?.compartmentNumber);
  await rig.hands.waitOpen(emptied);
  await rig.hands.takeBag(emptied);
  await clerk.countOneLess();
  await clerk.seeClose(emptied);
  await rig.hands.shut(emptied);
  await clerk.startLoading();
  rig.scanner.show(receiptCode);
  const door = await clerk.seeOpen();
  await rig.hands.waitOpen(door);
  await rig.hands.putBag(door);
  await rig.hands.shut(door);
  await clerk.finish();
}

async function collect({ rig, browser, hand }: Kiosk, receiptCode: string): Promise<void> {
  const collection = new CollectionPages(hand);
  await collection.start();
  await browser.open(receiptCode);
  await collection.typeSecondValue("0000");
  await collection.seeWrong(4);
  await collection.typeSecondValue("4567");
  const door = await collection.seeOpen();
  await rig.hands.waitOpen(door);
  await rig.hands.takeBag(door);
  await rig.hands.shut(door);
  await collection.confirmTaken(words.rating.satisfied);
  await collection.lookUp(words.place.collected);
  await hand.key(words.home.intake).waitFor();
}
