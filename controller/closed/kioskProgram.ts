import { type GrowingPause, growingPauseMs } from "#core/base/growingPause.ts";
import type { Channel } from "../channel/createChannel.ts";
import { type Kiosk, type KioskOptions, startKiosk } from "../kiosk.ts";
import { databasePath, type Heal, openStore } from "../store.ts";
import { asStoreTrouble, type StoreTrouble } from "../storeHealth/storeTrouble.ts";
import { type ClosedKiosk, openClosedKiosk } from "./closedKiosk.ts";

/** Pauses between two attempts to open. */
const AGAIN: GrowingPause = { firstMs: 2_000, mostMs: 60_000 };

export interface KioskProgramOptions extends KioskOptions {
  /** Says where pages are served, each time that begins anew. */
  readonly announce: (served: { readonly channel: Channel; readonly hasDesk: boolean }) => void;
  readonly heal?: Heal | undefined;
}

/**
 * The kiosk for as long as the program runs: open, or, while its store cannot be used, closed and trying again for ever.
 * Nothing is deleted to get it open, and nobody has to come only to start it again.
 */
export class KioskProgram {
  readonly #options: KioskProgramOptions;
  #kiosk: Kiosk | undefined;
  #closed: ClosedKiosk | undefined;
  #failures = 0;
  #isStopped = false;
  #cancel: () => void = () => {};

  constructor(options: KioskProgramOptions) {
    this.#options = options;
  }

  /** Resolves once pages are served, open or closed. Rejects with a sentence for what is no trouble of the store. */
  async start(): Promise<void> {
    const { loaded, surroundings, logger, heal } = this.#options;
    try {
      const store = await openStore(loaded.config, surroundings.randomBytes, {
        heal,
        note: (sentence) => logger.warn({}, sentence),
      });
      const options = this.#atSamePort();
      await this.#closed?.close();
      this.#closed = undefined;
      this.#kiosk = await startKiosk(options, store);
    } catch (error) {
      const trouble = asStoreTrouble(error, databasePath(loaded.config));
      if (trouble === undefined) throw error;
      return this.#stayClosed(trouble);
    }
    this.#failures = 0;
    if (this.#isStopped) return this.#kiosk.stop();
    this.#options.announce(this.#kiosk);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel();
    await Promise.all([this.#kiosk?.stop(), this.#closed?.close()]);
  }

  /** Pages that look at a closed kiosk come back to the same address when it opens. */
  #atSamePort(): KioskOptions {
    const { loaded } = this.#options;
    if (this.#closed === undefined) return this.#options;
    const port = Number(new URL(this.#closed.channel.origin).port);
    return { ...this.#options, loaded: { ...loaded, config: { ...loaded.config, listen: { port } } } };
  }

  async #stayClosed(trouble: StoreTrouble): Promise<void> {
    const { surroundings, logger, announce } = this.#options;
    if (this.#isStopped) return;
    if (this.#failures === 0) logger.error({ reason: trouble.reason, why: trouble.message }, "The kiosk is closed.");
    this.#failures += 1;
    if (this.#closed === undefined) {
      this.#closed = await openClosedKiosk(this.#options, trouble).catch((error: unknown) => {
        // Where another kiosk has log and port, the log is what the person has to hear of.
        throw trouble.reason === "inUse" ? trouble : error;
      });
      announce({ channel: this.#closed.channel, hasDesk: false });
    } else this.#closed.show(trouble);
    this.#cancel = surroundings.clock.after(growingPauseMs(this.#failures, AGAIN), () => void this.#tryAgain());
  }

  async #tryAgain(): Promise<void> {
    const { logger, endProgram } = this.#options;
    try {
      await this.start();
    } catch (error) {
      logger.error({ err: error }, "The kiosk could not be opened; the program is started anew.");
      endProgram();
    }
  }
}
