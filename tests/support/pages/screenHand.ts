import type { Locator, Page } from "playwright-core";
import { vi } from "#core/languages/vi/index.ts";
import type { KioskBrowser } from "../browser/kioskBrowser.ts";

/** A finger on the screen and an eye on its headline; words are the Vietnamese ones that people see. */
export class ScreenHand {
  readonly #browser: KioskBrowser;
  /** Reloads the page at each arrival, as a window that crashed comes back. */
  readonly #reloads: boolean;

  constructor(browser: KioskBrowser, { reloads = false } = {}) {
    this.#browser = browser;
    this.#reloads = reloads;
  }

  get page(): Page {
    return this.#browser.page;
  }

  /** A key by its word; what else stands on it, such as other languages or a detail, follows after a full stop. */
  key(name: string): Locator {
    const literal = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return this.page.getByRole("button", { name: new RegExp(`^${literal}(?:[.,:]? .*)?$`, "s") });
  }

  async touch(name: string): Promise<void> {
    await this.key(name).click();
  }

  /** Types on the number pad of the screen. */
  async type(digits: string): Promise<void> {
    const pad = this.page.getByRole("group", { name: vi.common.digits });
    for (const digit of digits) await pad.getByRole("button", { name: digit, exact: true }).click();
  }

  /** Waits for the screen with this headline; then the page is loaded anew and must show the same screen. */
  async arrive(headline: string): Promise<void> {
    await this.see(headline);
    if (!this.#reloads) return;
    await this.page.reload();
    await this.see(headline);
  }

  /** Waits for the screen with this headline. */
  async see(headline: string): Promise<void> {
    await this.#waitFor(this.page.getByRole("heading", { name: headline, exact: true, level: 1 }), headline);
  }

  /** Waits for a sentence anywhere on the screen. */
  async read(sentence: string): Promise<void> {
    await this.#waitFor(this.page.getByText(sentence).first(), sentence);
  }

  /** An error tells what stood on the screen instead. */
  async #waitFor(what: Locator, words: string): Promise<void> {
    try {
      await what.waitFor();
    } catch (cause) {
      const instead = await this.page.locator("body").textContent();
      throw new Error(`"${words}" did not come to the screen, which says: ${instead}`, { cause });
    }
  }

  /** The number that stands in the headline, such as a compartment's. `template` is the headline with one gap. */
  async numberIn(template: string): Promise<number> {
    const [before = "", after = ""] = template.replace(/\n/g, " ").split(/\{\{\w+\}\}/);
    const headline = this.page
      .getByRole("heading", { level: 1 })
      .filter({ hasText: new RegExp(`${before}\\d+${after}`) });
    const text = ((await headline.textContent()) ?? "").replace(/\s+/g, " ");
    return Number(new RegExp(`${before}(\\d+)${after}`).exec(text)?.[1]);
  }
}

/** Words with their gaps filled and without marks, as they are read. */
export function say(words: string, values: Readonly<Record<string, string | number>> = {}): string {
  return words
    .replace(/\{\{(\w+)\}\}/g, (_gap, name: string) => String(values[name] ?? ""))
    .replace(/<\/?b>/g, "")
    .replace(/\s+/g, " ");
}
