import type { Intent } from "#core/contract/intent.ts";
import type { ScreenName, ScreenOf } from "#core/contract/screen.ts";
import { paperPng } from "#device/printer/paperImage.ts";
import type { JourneyStep, Memory, Walker } from "../journey/actor.ts";
import { lockOf, type PowerKiosk } from "./powerKiosk.ts";
import type { PowerOffice } from "./powerOffice.ts";

/** Longest wait for a screen, milliseconds of the kiosk's clock. */
const SCREEN_TIMEOUT_MS = 60_000;
const LOOKS_EVERY_MS = 20;

/** A person before a kiosk whose time passes only while somebody waits. */
export class PowerWalker implements Walker {
  readonly kiosk: PowerKiosk;
  readonly office: PowerOffice;
  readonly memory: Memory = { compartmentNumber: 0, receiptCode: "", ticket: "" };
  readonly rig: Walker["rig"];
  readonly screen: Walker["screen"];

  constructor(kiosk: PowerKiosk, office: PowerOffice) {
    this.kiosk = kiosk;
    this.office = office;
    this.rig = { hands: this.#hands(), scanner: { show: (code) => kiosk.desk.scan(code) } };
    this.screen = {
      touch: (intent: Intent) => kiosk.runner.submitIntent(kiosk.snapshot.revision, intent),
      waitFor: (name, isRight) => this.#waitFor(name, isRight),
    };
  }

  async walk(steps: readonly JourneyStep[]): Promise<void> {
    for (const { title, screen, act } of steps) {
      try {
        await act(this);
        await this.screen.waitFor(screen);
      } catch (error) {
        throw new Error(`"${title}" did not work.`, { cause: error });
      }
    }
  }

  /** Lets time pass until something is so. */
  async until(isSo: () => boolean, what: string): Promise<void> {
    const { clock } = this.kiosk;
    await clock.advance(0);
    for (let waitedMs = 0; !isSo(); waitedMs += LOOKS_EVERY_MS) {
      if (waitedMs > SCREEN_TIMEOUT_MS)
        throw new Error(`Waited in vain for ${what}; there is ${JSON.stringify(this.kiosk.snapshot.screen)}.`);
      await clock.advance(LOOKS_EVERY_MS);
    }
  }

  async #waitFor<Name extends ScreenName>(
    name: Name,
    isRight: (screen: ScreenOf<Name>) => boolean = () => true,
  ): Promise<ScreenOf<Name>> {
    const found = (): ScreenOf<Name> | undefined => {
      const { screen } = this.kiosk.snapshot;
      // The name was compared: the variant is this one.
      return screen.name === name && isRight(screen as ScreenOf<Name>) ? (screen as ScreenOf<Name>) : undefined;
    };
    await this.until(() => found() !== undefined, `the screen "${name}"`);
    const screen = found();
    if (screen === undefined) throw new Error(`The screen "${name}" went away at once.`);
    return screen;
  }

  #hands(): Walker["rig"]["hands"] {
    const { desk } = this.kiosk;
    const { cabinet } = desk;
    const reach = (act: (number: number) => boolean) => async (compartmentNumber: number) => {
      if (!act(compartmentNumber)) throw new Error(`Door ${compartmentNumber} is shut.`);
    };
    return {
      look: async (number) => cabinet.compartment(lockOf(number)),
      waitOpen: (number) => this.until(() => cabinet.compartment(lockOf(number)).isOpen, `door ${number} to open`),
      putBag: reach((number) => cabinet.putBag(lockOf(number))),
      takeBag: reach((number) => cabinet.takeBag(lockOf(number))),
      shut: async (number) => cabinet.shutDoor(lockOf(number)),
      newestPaper: async () => {
        const paper = desk.printer.state().papers.at(-1);
        if (paper === undefined) throw new Error("No paper came out.");
        return Buffer.from(paperPng(paper));
      },
    };
  }
}
