import type { Clock } from "#core/interfaces/clock.ts";
import { Link } from "../transport/link.ts";
import type { BytePeer } from "../transport/memoryTransport.ts";
import type { TransportFactory } from "../transport/transport.ts";

/** A real line, such as one end of a pseudo-terminal pair, held as a simulated device holds it; opened again for ever. */
export function createTransportPeer(transport: TransportFactory, clock: Clock): { peer: BytePeer; link: Link } {
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const link = new Link({
    transport,
    clock,
    onBytes: (bytes) => {
      link.proveAlive();
      for (const listener of listeners) listener(bytes);
    },
  });
  const peer: BytePeer = {
    onBytes: (listener) => void listeners.push(listener),
    send: (bytes) => void link.write(bytes),
  };
  return { peer, link };
}
