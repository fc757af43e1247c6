import { vi } from "#core/languages/vi/index.ts";
import { type ScreenHand, say } from "./screenHand.ts";

const words = vi.commissioning;

/** What a technician says of a door, as far as the wizard's suggestion is wrong. */
export interface DoorCorrection {
  /** Touches of "more" at the column. */
  readonly columnsFurther?: number;
  /** One of the usual heights, such as `XL`. */
  readonly size?: string;
}

/** What a technician does on the pages of the commissioning wizard. */
export class WizardPages {
  readonly #hand: ScreenHand;

  constructor(hand: ScreenHand) {
    this.#hand = hand;
  }

  /** From the screen that asks for the PIN to the choice of ports. */
  async enter(pin: string): Promise<void> {
    const hand = this.#hand;
    await hand.type(pin);
    await hand.touch(vi.clerk.pin.enter);
    await hand.touch(vi.technician.section.commissioning);
    await hand.touch(words.intro.begin);
    await hand.read(words.ports.title);
  }

  /** Searches every port; so many boards must be found. */
  async search(boards: number): Promise<void> {
    const hand = this.#hand;
    await hand.touch(words.ports.search);
    await hand.read(say(words.boards.title_other, { count: boards }));
  }

  async confirmAllShut(): Promise<void> {
    await this.#hand.touch(words.boards.allShut);
  }

  /** The page that opens one door of a board to learn from it. */
  async openToLearn(board: string, channel: number): Promise<void> {
    const hand = this.#hand;
    await hand.read(say(words.calibrating.title, { board }));
    await hand.touch(say(words.calibrating.open, { channel }));
  }

  async seeWaitingForShutDoor(): Promise<void> {
    await this.#hand.read(words.calibrating.openTitle);
  }

  async openToName(board: string, channel: number): Promise<void> {
    await this.#hand.touch(say(words.naming.open, { board, channel }));
    await this.#hand.read(words.naming.title);
  }

  /** Tries to open the channel that is being named once more. */
  async openAgain(channel: number): Promise<void> {
    await this.#hand.touch(say(words.naming.again, { channel }));
  }

  /** Names the door that sprang open; the wizard must have suggested its number. */
  async name(door: number, { columnsFurther = 0, size }: DoorCorrection = {}): Promise<void> {
    const hand = this.#hand;
    for (let touch = 0; touch < columnsFurther; touch += 1)
      await hand.touch(`${words.naming.more}: ${words.naming.column}`);
    if (size !== undefined) await hand.touch(size);
    await hand.touch(say(words.naming.confirm, { door }));
  }

  async leaveRest(board: string, count: number): Promise<void> {
    await this.#hand.touch(say(words.naming.leaveRest_other, { board, count }));
  }

  async save(doors: number): Promise<void> {
    const hand = this.#hand;
    await hand.read(say(words.summary.title_other, { count: doors }));
    await hand.touch(words.summary.save);
    await hand.read(words.saved.title);
  }

  async seeRefusal(problem: keyof typeof words.problem): Promise<void> {
    await this.#hand.read(words.problem[problem]);
  }
}
