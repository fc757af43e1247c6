import { vi } from "#core/languages/vi/index.ts";
import { type ScreenHand, say } from "./screenHand.ts";

/** What a citizen does on the screens of a deposit. */
export class IntakePages {
  readonly #hand: ScreenHand;

  constructor(hand: ScreenHand) {
    this.#hand = hand;
  }

  /** From the idle screen to the one that asks for the card. */
  async stateDossier(procedureName: string): Promise<void> {
    const hand = this.#hand;
    await hand.touch(vi.home.intake);
    await hand.arrive(vi.procedure.title);
    await hand.page.getByRole("button", { name: procedureName }).first().click();
    await hand.arrive(vi.papers.title);
    await hand.touch(`${vi.papers.more}: ${vi.papers.dossiers}`);
    await hand.touch(vi.papers.confirm);
    await hand.arrive(vi.consent.title);
    await hand.touch(vi.consent.agree);
    await hand.arrive(say(vi.card.title));
  }

  async typePhone(phone: string): Promise<void> {
    const hand = this.#hand;
    await hand.arrive(vi.phone.title);
    await hand.type(phone);
    await hand.touch(vi.common.next);
    await hand.arrive(vi.phoneReadBack.title);
    await hand.touch(vi.phoneReadBack.confirm);
    await hand.arrive(say(vi.bag.title));
  }

  /** Has a slip printed for a bag without a label; returns the compartment that is offered. */
  async printBagSlip(): Promise<number> {
    const hand = this.#hand;
    await hand.touch(vi.bag.noLabel);
    await hand.arrive(say(vi.bag.printedTitle));
    await hand.touch(vi.bag.inBag);
    return this.offeredCompartment();
  }

  async offeredCompartment(): Promise<number> {
    const door = await this.#hand.numberIn(vi.deposit.readyTitle);
    await this.#hand.arrive(say(vi.deposit.readyTitle, { door }));
    return door;
  }

  async open(door: number): Promise<void> {
    await this.#hand.touch(say(vi.deposit.open, { door }));
  }

  async seeOpen(door: number): Promise<void> {
    await this.#hand.arrive(say(vi.deposit.openTitle, { door }));
  }

  /** The door was shut: the receipt is out. */
  async takeReceipt(): Promise<void> {
    const hand = this.#hand;
    await hand.arrive(vi.receipt.title);
    await hand.read(vi.receipt.printed);
  }

  /** Ends the visit with a rating. */
  async rateAndGo(rating: string): Promise<void> {
    const hand = this.#hand;
    await hand.touch(vi.common.done);
    await hand.arrive(vi.rating.deposited);
    await hand.touch(rating);
    await hand.arrive(vi.thanks.title);
    await hand.touch(vi.common.home);
  }
}
