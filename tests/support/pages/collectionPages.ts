import { vi } from "#core/languages/vi/index.ts";
import { type ScreenHand, say } from "./screenHand.ts";

/** What a citizen does on the screens of a collection and of the look-up. */
export class CollectionPages {
  readonly #hand: ScreenHand;

  constructor(hand: ScreenHand) {
    this.#hand = hand;
  }

  async start(): Promise<void> {
    await this.#hand.touch(vi.home.collection);
    await this.#hand.see(say(vi.credential.title));
  }

  /** With the fourth digit the door opens by itself. */
  async typeSecondValue(digits: string): Promise<void> {
    await this.#hand.arrive(vi.secondValue.title);
    await this.#hand.type(digits);
  }

  async seeWrong(triesLeft: number): Promise<void> {
    await this.#hand.read(say(vi.secondValue.wrong_other, { count: triesLeft }));
  }

  async seeOpen(): Promise<number> {
    const door = await this.#hand.numberIn(vi.collect.openTitle);
    await this.#hand.arrive(say(vi.collect.openTitle, { door }));
    return door;
  }

  async confirmTaken(rating: string): Promise<void> {
    const hand = this.#hand;
    await hand.arrive(vi.collect.confirmTitle);
    await hand.touch(vi.collect.taken);
    await hand.arrive(vi.rating.collected);
    await hand.touch(rating);
    await hand.arrive(vi.thanks.title);
    await hand.touch(vi.common.home);
  }

  /** The receipt lies before the camera: reading it shows where the dossier is. */
  async lookUp(place: string): Promise<void> {
    await this.#hand.touch(vi.home.lookup);
    await this.#hand.arrive(place);
    await this.#hand.touch(vi.common.done);
  }
}
