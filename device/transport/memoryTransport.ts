import type { Transport, TransportFactory, WriteOutcome } from "./transport.ts";
import { TransportLife } from "./transportLife.ts";

/** The far end of a wire, as a simulated device holds it. */
export interface BytePeer {
  onBytes(listener: (bytes: Uint8Array) => void): void;
  send(bytes: Uint8Array): void;
}

/** A wire inside this process, which can be unplugged like a real one. */
export interface MemoryWire {
  readonly transport: TransportFactory;
  readonly peer: BytePeer;
  readonly isPlugged: boolean;
  /** Ends the open transport, if any, and lets none open until `replug`. */
  unplug(): void;
  replug(): void;
}

/** Bytes arrive in the next microtask, in order, so that neither side runs inside the other's call. */
export function createMemoryWire(name: string): MemoryWire {
  const peerListeners: ((bytes: Uint8Array) => void)[] = [];
  let current: MemoryTransport | undefined;
  let isPlugged = true;
  return {
    transport: () =>
      new MemoryTransport(name, {
        attach: (transport) => {
          if (!isPlugged) return "nothing is plugged in";
          if (current !== undefined) return "already in use";
          current = transport;
          return undefined;
        },
        detach: (transport) => {
          if (current === transport) current = undefined;
        },
        deliver: (bytes) => {
          for (const listener of peerListeners) listener(bytes);
        },
      }),
    peer: {
      onBytes: (listener) => void peerListeners.push(listener),
      send: (bytes) => {
        const receiver = current;
        const copy = new Uint8Array(bytes);
        queueMicrotask(() => receiver?.receive(copy));
      },
    },
    get isPlugged() {
      return isPlugged;
    },
    unplug: () => {
      isPlugged = false;
      void current?.close("the cable was pulled out");
    },
    replug: () => {
      isPlugged = true;
    },
  };
}

interface WireEnd {
  attach(transport: MemoryTransport): string | undefined;
  detach(transport: MemoryTransport): void;
  deliver(bytes: Uint8Array): void;
}

class MemoryTransport implements Transport {
  readonly name: string;
  readonly isReadable = true;
  readonly #wire: WireEnd;
  readonly #life = new TransportLife();

  constructor(name: string, wire: WireEnd) {
    this.name = name;
    this.#wire = wire;
  }

  async open(): Promise<string | undefined> {
    if (this.#life.isClosed) return "closed while opening";
    const fault = this.#wire.attach(this);
    if (fault === undefined) this.#life.markOpen();
    return fault;
  }

  async write(bytes: Uint8Array): Promise<WriteOutcome> {
    if (!this.#life.isOpen) return "refused";
    const copy = new Uint8Array(bytes);
    queueMicrotask(() => this.#wire.deliver(copy));
    return "sent";
  }

  receive(bytes: Uint8Array): void {
    this.#life.receive(bytes);
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.#life.onBytes(listener);
  }

  onClosed(listener: (reason: string) => void): void {
    this.#life.onClosed(listener);
  }

  async close(reason = "closed on request"): Promise<void> {
    this.#wire.detach(this);
    this.#life.markClosed(reason);
  }
}
