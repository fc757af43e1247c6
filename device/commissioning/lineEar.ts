import type { Clock } from "#core/interfaces/clock.ts";
import type { BoardDriver } from "../protocol/boardDriver.ts";
import { Deframer } from "../protocol/deframer.ts";
import type { Transport } from "../transport/transport.ts";

/** What somebody else said on a wire. */
export interface OverheardFrame {
  readonly bytes: Uint8Array;
  /** In the family's own words; absent where no family has any. */
  readonly meaning?: string | undefined;
  /** False for bytes that are no frame of any family that was listened for. */
  readonly isFrame: boolean;
}

export interface LineEarOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly drivers: readonly BoardDriver[];
  readonly onFrame: (frame: OverheardFrame) => void;
}

/** A pause that ends what was said: USB adapters hand bytes over in batches of 16 ms. */
const SILENCE_MS = 30;
/** Bytes without a pause that are held at most. */
const LONGEST_SAYING = 512;

/** Listens to a wire on which others speak; sends nothing. */
export class LineEar {
  readonly #options: LineEarOptions;
  #held: number[] = [];
  #cancelSilence = (): void => {};

  constructor(options: LineEarOptions) {
    this.#options = options;
  }

  /** Resolves when the time is over, or with the reason for which the port could not be opened or was lost. */
  async listen(forMs: number): Promise<string | undefined> {
    const { transport, clock } = this.#options;
    transport.onBytes((bytes) => this.#hear(bytes));
    const lost = new Promise<string>((resolve) => transport.onClosed(resolve));
    const fault = await transport.open();
    if (fault !== undefined) return fault;
    let cancelLimit = (): void => {};
    const over = new Promise<undefined>((resolve) => {
      cancelLimit = clock.after(forMs, () => resolve(undefined));
    });
    const reason = await Promise.race([lost, over]);
    cancelLimit();
    this.#cancelSilence();
    this.#tell();
    await transport.close();
    return reason;
  }

  #hear(bytes: Uint8Array): void {
    this.#held.push(...bytes);
    this.#cancelSilence();
    if (this.#held.length >= LONGEST_SAYING) return this.#tell();
    this.#cancelSilence = this.#options.clock.after(SILENCE_MS, () => this.#tell());
  }

  #tell(): void {
    const bytes = Uint8Array.from(this.#held);
    this.#held = [];
    if (bytes.length === 0) return;
    for (const driver of this.#options.drivers) {
      const frames = framesOf(driver, bytes);
      if (frames === undefined) continue;
      for (const frame of frames) this.#options.onFrame(frame);
      return;
    }
    this.#options.onFrame({ bytes, isFrame: false });
  }
}

/** The frames of which these bytes are made, as one family reads them; undefined where it knows none. */
function framesOf(driver: BoardDriver, bytes: Uint8Array): OverheardFrame[] | undefined {
  const asked = driver.describe(bytes, "sent");
  if (asked !== undefined) return [{ bytes, meaning: asked, isFrame: true }];
  const deframer = new Deframer(driver.replyRule);
  const { frames } = deframer.push(bytes);
  const all = [...frames, ...deframer.expire().frames];
  const known = all.map((frame) => ({ bytes: frame, meaning: driver.describe(frame, "received"), isFrame: true }));
  return known.some(({ meaning }) => meaning !== undefined) ? known : undefined;
}
