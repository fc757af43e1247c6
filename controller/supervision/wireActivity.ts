import type { Clock } from "#core/interfaces/clock.ts";
import type { TransportFactory } from "#device/transport/transport.ts";

/**
 * Sees that the buses run: each write and each attempt to open a wire counts, whatever the device makes of it. A board
 * that is away does not show here, a bus that stopped turning does.
 */
export class WireActivity {
  readonly #clock: Clock;
  readonly #lastAtMs = new Map<string, number>();
  #isOver = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The same transports, watched under the wire's name. Counts from now. */
  watch(name: string, factory: TransportFactory): TransportFactory {
    const note = (): void => {
      if (!this.#isOver) this.#lastAtMs.set(name, this.#clock.monotonicMs());
    };
    note();
    return () => {
      note();
      const real = factory();
      return {
        name: real.name,
        get isReadable() {
          return real.isReadable;
        },
        open: () => real.open(),
        write: (bytes) => {
          note();
          return real.write(bytes);
        },
        onBytes: (listener) => real.onBytes(listener),
        onClosed: (listener) => real.onClosed(listener),
        close: (reason) => real.close(reason),
      };
    };
  }

  /** The wires were let go of on purpose: from now on none is expected to be spoken to. */
  forgetAll(): void {
    this.#isOver = true;
    this.#lastAtMs.clear();
  }

  /** Since each wire was last spoken to, milliseconds. */
  idle(): readonly { readonly name: string; readonly idleMs: number }[] {
    const nowMs = this.#clock.monotonicMs();
    return [...this.#lastAtMs].map(([name, atMs]) => ({ name, idleMs: nowMs - atMs }));
  }
}
