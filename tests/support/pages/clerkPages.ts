import { vi } from "#core/languages/vi/index.ts";
import { type ScreenHand, say } from "./screenHand.ts";

/** What a clerk does on the screens of an exchange. */
export class ClerkPages {
  readonly #hand: ScreenHand;

  constructor(hand: ScreenHand) {
    this.#hand = hand;
  }

  async signIn(name: string, pin: string): Promise<void> {
    const hand = this.#hand;
    await hand.arrive(say(vi.clerk.pin.title, { name }));
    await hand.type(pin);
    await hand.touch(vi.clerk.pin.enter);
    await hand.arrive(vi.clerk.home.title);
  }

  async startEmptying(waiting: number): Promise<void> {
    await this.#hand.touch(say(vi.clerk.home.empty_other, { count: waiting }));
    await this.#hand.arrive(vi.clerk.count.title);
  }

  /** Counts one dossier less than is shown and records the difference. */
  async countOneLess(): Promise<void> {
    const hand = this.#hand;
    await hand.touch(`${vi.papers.less}: ${vi.clerk.count.sets}`);
    await hand.touch(vi.clerk.count.done);
    await hand.arrive(vi.clerk.discrepancy.title);
    await hand.touch(vi.clerk.discrepancy.accept);
  }

  async seeClose(door: number): Promise<void> {
    await this.#hand.arrive(say(vi.clerk.close.title, { door }));
  }

  async startLoading(): Promise<void> {
    const hand = this.#hand;
    await hand.arrive(vi.clerk.home.title);
    await hand.touch(vi.clerk.home.load);
    await hand.arrive(vi.clerk.load.title);
  }

  /** The door that opened for the result. */
  async seeOpen(): Promise<number> {
    const door = await this.#hand.numberIn(vi.clerk.put.title);
    await this.#hand.arrive(say(vi.clerk.put.title, { door }));
    return door;
  }

  async finish(): Promise<void> {
    const hand = this.#hand;
    await hand.arrive(vi.clerk.load.title);
    await hand.touch(vi.clerk.load.stop);
    await hand.arrive(vi.clerk.home.title);
    await hand.touch(vi.clerk.finish);
    await hand.see(vi.clerk.end.title);
    await hand.touch(vi.common.done);
  }
}
