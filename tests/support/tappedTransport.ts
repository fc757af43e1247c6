import type { Transport } from "#device/transport/transport.ts";

/** A real line of which a test sees, or holds back, what is written; all else passes as it is. */
export function tappedTransport(real: Transport, write: Transport["write"]): Transport {
  return {
    name: real.name,
    isReadable: real.isReadable,
    open: () => real.open(),
    write,
    onBytes: (listener) => real.onBytes(listener),
    onClosed: (listener) => real.onClosed(listener),
    close: (reason) => real.close(reason),
  };
}
