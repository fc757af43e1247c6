import type { Clock } from "#core/interfaces/clock.ts";
import { askIdentity, type IdentityPart } from "../protocol/escPos/commands.ts";
import { attendedTimer } from "../transport/attendedTimer.ts";
import type { Link } from "../transport/link.ts";

/** What a printer says of itself; a part that it does not answer is absent. */
export type PrinterIdentity = Readonly<Partial<Record<IdentityPart, string>>>;

const PARTS: readonly IdentityPart[] = ["maker", "model", "firmware", "serial"];
const SILENCE_MS = 500;

/**
 * Asks a printer who it is (`GS I`). Many do not know the command: after the first part without an answer nothing more is
 * asked. Only for a printer that is ready: the command waits its turn behind whatever is to be printed.
 */
export class IdentityQuestion {
  readonly #link: Link;
  readonly #clock: Clock;
  #onText: ((text: string) => void) | undefined;

  constructor(link: Link, clock: Clock) {
    this.#link = link;
    this.#clock = clock;
  }

  /** An answer came in; one that nobody waits for is passed over. */
  take(text: string): void {
    this.#onText?.(text);
  }

  async ask(): Promise<PrinterIdentity> {
    const identity: Partial<Record<IdentityPart, string>> = {};
    for (const part of PARTS) {
      const text = await this.#askPart(part);
      if (text === undefined) break;
      identity[part] = text;
    }
    return identity;
  }

  #askPart(part: IdentityPart): Promise<string | undefined> {
    return new Promise((resolve) => {
      const settle = (text: string | undefined): void => {
        this.#onText = undefined;
        cancel();
        resolve(text);
      };
      const cancel = attendedTimer(this.#clock, SILENCE_MS, () => settle(undefined));
      this.#onText = settle;
      void this.#link.write(askIdentity(part)).then((written) => {
        if (written !== "sent" && this.#onText === settle) settle(undefined);
      });
    });
  }
}
