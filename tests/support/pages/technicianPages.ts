import { vi } from "#core/languages/vi/index.ts";
import { type ScreenHand, say } from "./screenHand.ts";

/** What a technician does on the screens of technician mode. */
export class TechnicianPages {
  readonly #hand: ScreenHand;

  constructor(hand: ScreenHand) {
    this.#hand = hand;
  }

  /** Types the PIN after the card was shown, and waits for the cabinet. */
  async enter(kiosk: { readonly name: string; readonly pin: string; readonly number: string }): Promise<void> {
    const hand = this.#hand;
    await hand.see(say(vi.clerk.pin.title, { name: kiosk.name }));
    await hand.type(kiosk.pin);
    await hand.touch(vi.clerk.pin.enter);
    await hand.see(say(vi.technician.title, { kiosk: kiosk.number }));
    await hand.page.locator(".tech-head-countdown").waitFor();
  }

  async show(section: keyof typeof vi.technician.section): Promise<void> {
    await this.#hand.touch(vi.technician.section[section]);
    await this.#hand.page.locator(`.tech-main[data-section="${section}"]`).waitFor();
  }

  async choose(door: number): Promise<void> {
    await this.#hand.page.getByRole("button", { name: new RegExp(`^Ngăn ${door}: `) }).click();
    await this.#hand.page
      .getByRole("heading", { name: say(vi.technician.door.title, { door }), exact: true })
      .waitFor();
  }

  /** Labels in the shown section that are names of a program instead of words. */
  async labelsWithoutWords(): Promise<string[]> {
    const labels = await this.#hand.page.locator(".tech-main dt").allInnerTexts();
    return labels.filter((label) => /[a-z][A-Z]/.test(label));
  }

  /** The second person's PIN, after their card was shown. */
  async approve(name: string, pin: string): Promise<void> {
    const hand = this.#hand;
    await hand.see(say(vi.technician.second.pinTitle, { name }));
    await hand.type(pin);
    await hand.touch(vi.technician.second.approve);
  }
}
