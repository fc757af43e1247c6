import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeSource, openGalleryBrowser } from "#tests/support/galleryBrowser.ts";
import { faultsOfScreen, seriousViolations } from "#tests/support/screenFaults.ts";

const sizes = [
  { name: "1080 x 1920 upright", viewport: { width: 1080, height: 1920 } },
  { name: "1280 x 800 low", viewport: { width: 1280, height: 800 } },
] as const;
const { browser, gallery } = openGalleryBrowser();

describe("every screen of the touch page", () => {
  it.each(sizes)("can be read, reached and named at $name", async ({ viewport }) => {
    const { page, errors } = await openGallery({ viewport });
    const names = await fixtureNames(page);
    expect(names.length).toBeGreaterThan(60);
    const faults: string[] = [];
    for (const name of names) {
      await show(page, name);
      for (const fault of await faultsOfScreen(page)) faults.push(`${name}: ${fault}`);
      for (const violation of await seriousViolations(page)) faults.push(`${name}: ${violation}`);
      for (const error of errors.splice(0)) faults.push(`${name}: ${error}`);
    }
    await page.close();
    expect(faults).toEqual([]);
  });
});

describe("screens with a pad of digits", () => {
  it.each(sizes)("fit without turning a page at $name", async ({ viewport }) => {
    const { page } = await openGallery({ viewport });
    for (const name of [
      "pin",
      "pinWrong",
      "pinLocked",
      "recipient",
      "phone",
      "phoneProblem",
      "secondValue",
      "chosenDigits",
      "secondPersonPin",
      "secondPersonPinWrong",
    ]) {
      await show(page, name);
      expect(await page.locator(".more-below").count(), name).toBe(0);
      const hidden = await page.locator(".counter").evaluate((counter) => counter.scrollHeight - counter.clientHeight);
      expect(hidden, name).toBeLessThanOrEqual(2);
    }
    await page.close();
  });
});

describe("the bar", () => {
  it("holds a long hotline in one row, with room for the sound key of a machine that has a voice", async () => {
    const { page } = await openGallery({ viewport: { width: 1080, height: 1920 }, query: "&hotline=028 3855 5555" });
    await show(page, "home");
    const { rows, leftPx } = await page.locator(".bar").evaluate((bar) => {
      const parts = [...bar.children].map((part) => part.getBoundingClientRect());
      const gapPx = Number.parseFloat(getComputedStyle(bar).columnGap);
      const paddingPx = 2 * Number.parseFloat(getComputedStyle(bar).paddingLeft);
      const usedPx = parts.reduce((sum, part) => sum + part.width, gapPx * (parts.length - 1) + paddingPx);
      return { rows: new Set(parts.map((part) => Math.round(part.top))).size, leftPx: bar.clientWidth - usedPx };
    });
    expect(rows).toBe(1);
    expect(leftPx).toBeGreaterThanOrEqual(73);
    await page.close();
  });
});

async function openGallery(options: {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly query?: string;
}) {
  const page = await browser().newPage({ viewport: options.viewport, reducedMotion: "reduce" });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(`${gallery().url}?lang=vi${options.query ?? ""}`);
  await page.addScriptTag({ content: axeSource });
  return { page, errors };
}

async function fixtureNames(page: Page): Promise<string[]> {
  await page.locator("li > a").first().waitFor();
  return page.locator("li > a").allTextContents();
}

/** Draws a fixture in the loaded page, with its fonts. */
async function show(page: Page, name: string): Promise<void> {
  await page.evaluate(async (fixture) => {
    window.location.hash = fixture;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    await document.fonts.ready;
    await frame();
  }, name);
  await page.locator(".screen").waitFor();
}
