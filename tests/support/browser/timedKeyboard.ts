import type { CDPSession, Page } from "playwright-core";

/** A keyboard whose keys carry the times that the test gives them, whatever the machine is busy with. */
export class TimedKeyboard {
  readonly #session: CDPSession;
  #nowMs = Date.now();

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async plugInto(page: Page): Promise<TimedKeyboard> {
    return new TimedKeyboard(await page.context().newCDPSession(page));
  }

  /** Types the text and Enter, each key `gapMs` after the one before, and the first one after a long silence. */
  async type(text: string, gapMs: number): Promise<void> {
    this.#nowMs += 10_000;
    const keys = [...text].map((key) => ({ key, text: key })).concat({ key: "Enter", text: "\r" });
    // All are on their way before the first is answered: the page gets them as fast as it can take them.
    await Promise.all(keys.map((key) => this.#press(key, gapMs)));
  }

  async #press({ key, text }: { readonly key: string; readonly text: string }, gapMs: number): Promise<void> {
    this.#nowMs += gapMs;
    const timestamp = this.#nowMs / 1_000;
    const down = this.#session.send("Input.dispatchKeyEvent", { type: "keyDown", key, text, timestamp });
    const up = this.#session.send("Input.dispatchKeyEvent", { type: "keyUp", key, timestamp: timestamp + 0.001 });
    await Promise.all([down, up]);
  }
}
