import type { Clock } from "#core/interfaces/clock.ts";
import type { Transport, TransportFactory } from "#device/transport/transport.ts";

/** What a life needs of the world around it. */
export interface LifeWorld {
  readonly clock: Clock;
  /** A callback of the program threw: a real one would have ended. */
  readonly onCrash: (error: unknown) => void;
}

/**
 * The time between power on and power off, as one running program sees it. When it ends, nothing of the program goes on:
 * its timers do not ring, what it writes goes nowhere, and no byte reaches it. Promises that it waits for stay open.
 */
export class Life {
  readonly clock: Clock;
  readonly #world: LifeWorld;
  #isOver = false;

  constructor(world: LifeWorld) {
    this.#world = world;
    const { clock } = world;
    this.clock = {
      wallMs: () => clock.wallMs(),
      monotonicMs: () => clock.monotonicMs(),
      after: (afterMs, callback) => (this.#isOver ? NOTHING : clock.after(afterMs, () => this.run(callback))),
    };
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  end(): void {
    this.#isOver = true;
  }

  /** Calls into the program, unless it is dead. */
  run(callback: () => void): void {
    if (this.#isOver) return;
    try {
      callback();
    } catch (error) {
      if (!this.#isOver) this.#world.onCrash(error);
    }
  }

  /** The same devices, as long as this life lasts. */
  transport(factory: TransportFactory): TransportFactory {
    return () => new LivingTransport(factory(), this);
  }
}

const NOTHING = (): void => {};

/** Never settles: whoever waits for it is dead. */
const forever = new Promise<never>(() => {});

class LivingTransport implements Transport {
  readonly name: string;
  readonly #real: Transport;
  readonly #life: Life;

  constructor(real: Transport, life: Life) {
    this.name = real.name;
    this.#real = real;
    this.#life = life;
  }

  get isReadable(): boolean {
    return this.#real.isReadable;
  }

  open(): Promise<string | undefined> {
    return this.#life.isOver ? forever : this.#real.open();
  }

  write(bytes: Uint8Array): ReturnType<Transport["write"]> {
    return this.#life.isOver ? forever : this.#real.write(bytes);
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.#real.onBytes((bytes) => this.#life.run(() => listener(bytes)));
  }

  onClosed(listener: (reason: string) => void): void {
    this.#real.onClosed((reason) => this.#life.run(() => listener(reason)));
  }

  close(reason?: string): Promise<void> {
    return this.#life.isOver ? forever : this.#real.close(reason);
  }
}
