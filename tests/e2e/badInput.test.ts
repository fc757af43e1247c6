import { afterAll, beforeAll, describe, test } from "vitest";
import { vi as words } from "#core/languages/vi/index.ts";
import { KioskBrowser } from "../support/browser/kioskBrowser.ts";
import { IntakePages } from "../support/pages/intakePages.ts";
import { ScreenHand, say } from "../support/pages/screenHand.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import { deskCode } from "../support/rig/rigConfig.ts";

const BANK_CODE =
  "00020101021138540010A00000072701240006970436011000112233440208QRIBFTTA530370454061000005802VN6304A1B2";
const TIMEOUT_MS = 120_000;

describe("codes that are not the right one, before a scanner on the wire", () => {
  let rig: KioskRig;
  let browser: KioskBrowser;
  let hand: ScreenHand;

  beforeAll(async () => {
    rig = await KioskRig.start({ hasOffice: false });
    browser = new KioskBrowser(rig);
    hand = new ScreenHand(browser);
    await browser.open();
    await new IntakePages(hand).stateDossier("Đăng ký thành lập hộ kinh doanh");
  }, TIMEOUT_MS);

  afterAll(async () => {
    await browser?.close();
    await rig?.close();
  });

  const wrongCodes: readonly { readonly what: string; readonly code: string; readonly sentence: string }[] = [
    { what: "a health card", code: deskCode("healthCard"), sentence: words.problem.healthCard },
    { what: "a bank's code", code: BANK_CODE, sentence: words.problem.bankCode },
    { what: "a web address", code: "https://example.org/ho-so?id=1", sentence: words.problem.webAddress },
    { what: "4 KB of noise", code: "#Z~%q9@!".repeat(512), sentence: words.problem.unreadableCode },
    { what: "a bag's label", code: deskCode("bagLabel"), sentence: words.problem.notACard },
  ];

  test.each(wrongCodes)(
    "$what gets a sentence that helps",
    async ({ code, sentence }) => {
      rig.scanner.show(code);
      await hand.read(sentence);
      await hand.see(say(words.card.title));
    },
    TIMEOUT_MS,
  );

  test(
    "the right card is taken after all of them",
    async () => {
      rig.scanner.show(deskCode("citizen"));
      await hand.see(words.phone.title);
    },
    TIMEOUT_MS,
  );
});
