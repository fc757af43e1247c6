import { afterEach, expect, test } from "vitest";
import { vi as words } from "#core/languages/vi/index.ts";
import { KioskBrowser } from "../support/browser/kioskBrowser.ts";
import { IntakePages } from "../support/pages/intakePages.ts";
import { ScreenHand, say } from "../support/pages/screenHand.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import { deskCode } from "../support/rig/rigConfig.ts";

let rig: KioskRig | undefined;
let browser: KioskBrowser | undefined;
afterEach(async () => {
  await browser?.close();
  await rig?.close();
});

test("a page whose controller was killed says so and comes back by itself to the same step", async () => {
  rig = await KioskRig.start({ hasOffice: false });
  browser = new KioskBrowser(rig);
  const hand = new ScreenHand(browser);
  const intake = new IntakePages(hand);
  await browser.open();
  await intake.stateDossier("Đăng ký thành lập hộ kinh doanh");
  rig.scanner.show(deskCode("citizen"));
  await hand.see(words.phone.title);

  await rig.killController();
  await hand.see(words.starting.title);
  await rig.startController();
  await intake.typePhone("0901234567");
  rig.scanner.show(deskCode("bagLabel"));
  const door = await intake.offeredCompartment();
  await intake.open(door);
  await intake.seeOpen(door);

  await rig.killController();
  await rig.hands.putBag(door);
  await rig.hands.shut(door);
  await rig.startController();
  await hand.see(say(words.deposit.checkTitle, { door }));
  await hand.touch(words.deposit.inside);
  await intake.takeReceipt();
  expect(browser.faults).toEqual([]);
}, 180_000);
