import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { vi as words } from "#core/languages/vi/index.ts";
import { KioskBrowser } from "../support/browser/kioskBrowser.ts";
import { TimedKeyboard } from "../support/browser/timedKeyboard.ts";
import { IntakePages } from "../support/pages/intakePages.ts";
import { ScreenHand, say } from "../support/pages/screenHand.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import { deskCode } from "../support/rig/rigConfig.ts";

const SCANNER_MS = 4;
const PERSON_MS = 120;
const TIMEOUT_MS = 120_000;
/** A card in capitals without marks, as a scanner in keyboard mode can carry it. */
const PLAIN_CARD = "079085000011|020000011|NGUYEN VAN MAU|02091985|NAM|12 DUONG SO 0, QUAN 6|10042021";

describe("a scanner that types like a keyboard", () => {
  let rig: KioskRig;
  let browser: KioskBrowser;
  let hand: ScreenHand;
  let keyboard: TimedKeyboard;

  beforeAll(async () => {
    rig = await KioskRig.start({ hasOffice: false });
    browser = new KioskBrowser(rig);
    hand = new ScreenHand(browser);
    await browser.open();
    keyboard = await TimedKeyboard.plugInto(hand.page);
    await new IntakePages(hand).stateDossier("Đăng ký thành lập hộ kinh doanh");
  }, TIMEOUT_MS);

  afterAll(async () => {
    await browser?.close();
    await rig?.close();
  });

  test(
    "is read at its own speed, and a person's typing is no code",
    async () => {
      await keyboard.type("TUI-000127", PERSON_MS);
      await keyboard.type(deskCode("healthCard"), SCANNER_MS);
      await hand.read(words.problem.healthCard);
      await keyboard.type("TUI-000127", PERSON_MS);
      expect(await hand.page.getByText(words.problem.healthCard).count()).toBe(1);
      expect(await hand.page.getByText(words.problem.notACard).count()).toBe(0);
    },
    TIMEOUT_MS,
  );

  test(
    "says that a code with Vietnamese letters cannot be read this way",
    async () => {
      await keyboard.type(PLAIN_CARD.replace("NGUYEN", "NGUYỄN"), SCANNER_MS);
      await hand.read(words.problem.unreadableCode);
    },
    TIMEOUT_MS,
  );

  test(
    "fills in the card, and leaves a number that a person types to the field",
    async () => {
      await keyboard.type(PLAIN_CARD, SCANNER_MS);
      await hand.see(words.phone.title);
      await hand.page.evaluate(() => {
        const focused = document.activeElement;
        if (focused instanceof HTMLElement) focused.blur();
      });
      await keyboard.type("0912345678", PERSON_MS);
      await hand.touch(words.common.next);
      await hand.see(say(words.phoneReadBack.title));
      expect((await hand.page.textContent("body"))?.replace(/\s/g, "")).toContain("0912345678");
    },
    TIMEOUT_MS,
  );
});
